import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isActionId, parseAction } from '#app/actions.ts';
import { actionSchemas } from '#doors/api/actionSchemas.ts';
import { ref, SCHEMAS, type Schema } from '#doors/api/schemas.ts';

/** What the description says of an action is what the house takes: made from the one, given to the other. */
interface Described {
  readonly title: string;
  readonly properties: { readonly [field: string]: Schema };
  readonly required: readonly string[];
}
const described: readonly unknown[] = actionSchemas(ref);
const ACTIONS = described as readonly Described[];

for (const { title, properties, required } of ACTIONS) {
  test(`${title} comes in as it is described`, () => {
    const whole = made(properties, Object.keys(properties));
    assert.ok('action' in parseAction(whole), `with all fields: ${JSON.stringify(whole)}`);
    assert.ok('action' in parseAction(made(properties, required)), 'with those that must be there');
    for (const field of required.filter((each) => each !== 'act')) {
      const left = required.filter((each) => each !== field);
      assert.deepEqual(parseAction(made(properties, left)), { refused: 'wrongShape' }, `without ${field}`);
    }
    assert.deepEqual(parseAction({ ...whole, more: 'x' }), { refused: 'wrongShape' }, 'with a field too many');
  });
}

test('an action id is what the description says', () => {
  const { pattern } = SCHEMAS['ActionId'] as { pattern: string };
  for (const id of ['a'.repeat(15), 'a'.repeat(16), 'A_-9'.repeat(16), 'a'.repeat(65), `${'a'.repeat(20)}.`])
    assert.equal(new RegExp(pattern).test(id), isActionId(id), id);
});

function made(properties: Described['properties'], fields: readonly string[]): { [field: string]: unknown } {
  return Object.fromEntries(fields.map((field) => [field, valueOf(properties[field] ?? assert.fail(field))]));
}

/** Some value that the schema allows. */
function valueOf(schema: Schema): unknown {
  const { $ref, const: only, enum: choices, oneOf, type } = schema;
  if (typeof $ref === 'string') return valueOf(SCHEMAS[$ref.split('/').at(-1) ?? ''] ?? assert.fail($ref));
  if (only !== undefined) return only;
  if (Array.isArray(choices)) return choices[0];
  if (Array.isArray(oneOf)) return valueOf(oneOf[0] as Schema);
  if (type === 'string') return textOf(schema);
  if (type === 'integer') return schema['minimum'] ?? 0;
  if (type === 'boolean') return true;
  if (type === 'array') return [valueOf(schema['items'] as Schema)];
  if (type === 'object') return objectOf(schema);
  return { text: 'x' };
}

function objectOf({ properties = {}, additionalProperties }: Schema): object {
  const known = made(properties as Described['properties'], Object.keys(properties as object));
  return typeof additionalProperties === 'object' ? { ...known, some: valueOf(additionalProperties as Schema) } : known;
}

const SAMPLES = ['x', 'a'.repeat(20), `t${'a'.repeat(20)}`, 'table.1', 'say'];

function textOf({ pattern, format }: Schema): string {
  if (format === 'date') return '2099-01-31';
  const fits = new RegExp(typeof pattern === 'string' ? pattern : '');
  return SAMPLES.find((sample) => fits.test(sample)) ?? assert.fail(String(pattern));
}
