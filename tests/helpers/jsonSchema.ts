/**
 * What is wrong with data by a JSON Schema, as sentences with the place; empty when all is well. It knows the keywords
 * our own schemas use and throws at any other, so that no schema says more than is looked at. Fields that a schema does not
 * name are faults too: readers must take those that come in later, but what we send is described.
 */
export function faultsBy(schema: Schema, data: unknown, root: Schema = schema, at = '$'): readonly string[] {
  const unknown = Object.keys(schema).filter((keyword) => !(keyword in CHECKS) && !NOTES.has(keyword));
  if (unknown.length > 0) throw new Error(`Nothing here looks at ${unknown.join(', ')}.`);
  return Object.keys(schema).flatMap((keyword) => CHECKS[keyword]?.({ schema, data, root, at }) ?? []);
}

type Schema = { readonly [keyword: string]: unknown };
interface Checking {
  readonly schema: Schema;
  readonly data: unknown;
  readonly root: Schema;
  readonly at: string;
}

const NOTES: ReadonlySet<string> = new Set(['$schema', '$defs', 'title', 'description', 'examples', 'additionalProperties']);

const CHECKS: { readonly [keyword: string]: (checking: Checking) => readonly string[] } = {
  type: ({ schema, data, at }) =>
    typeOf(data) === schema['type'] || isInteger(schema, data) ? [] : [`${at} is no ${String(schema['type'])}`],
  const: ({ schema, data, at }) => (data === schema['const'] ? [] : [`${at} is not ${String(schema['const'])}`]),
  enum: ({ schema, data, at }) => ((schema['enum'] as readonly unknown[]).includes(data) ? [] : [`${at} is ${String(data)}`]),
  pattern: ({ schema, data, at }) => (new RegExp(String(schema['pattern'])).test(String(data)) ? [] : [`${at} is "${String(data)}"`]),
  minimum: ({ schema, data, at }) => (Number(data) >= Number(schema['minimum']) ? [] : [`${at} is too small`]),
  required: ({ schema, data, at }) =>
    (schema['required'] as readonly string[]).filter((key) => !(key in fieldsOf(data))).map((key) => `${at} has no ${key}`),
  properties: ({ schema, data, root, at }) => {
    const known = schema['properties'] as { readonly [key: string]: Schema };
    return Object.entries(fieldsOf(data)).flatMap(([key, value]) => {
      const own = known[key];
      if (own) return faultsBy(own, value, root, `${at}.${key}`);
      return [`${at}.${key} is not in the schema`];
    });
  },
  items: ({ schema, data, root, at }) =>
    (Array.isArray(data) ? data : []).flatMap((item, index) => faultsBy(schema['items'] as Schema, item, root, `${at}[${index}]`)),
  anyOf: ({ schema, data, root, at }) => {
    const tried = (schema['anyOf'] as readonly Schema[]).map((one) => faultsBy(one, data, root, at));
    return tried.some((faults) => faults.length === 0) ? [] : tried.flat();
  },
  $ref: ({ schema, data, root, at }) => {
    const name = String(schema['$ref']).replace('#/$defs/', '');
    const defined = fieldsOf(root['$defs'])[name];
    if (!defined) throw new Error(`There is no ${name} to refer to.`);
    return faultsBy(defined as Schema, data, root, at);
  },
};

function typeOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'array' : typeof data;
}

function isInteger(schema: Schema, data: unknown): boolean {
  return schema['type'] === 'integer' && Number.isInteger(data);
}

function fieldsOf(data: unknown): { readonly [key: string]: unknown } {
  return typeOf(data) === 'object' ? (data as { readonly [key: string]: unknown }) : {};
}
