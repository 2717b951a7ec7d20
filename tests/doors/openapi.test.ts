import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { API_VERSION } from '#doors/api/openapi.ts';
import { ROUTES } from '#doors/api/routes.ts';
import { ask } from '../helpers/ask.ts';
import { HallDoor } from './hallDoor.ts';

interface Operation {
  readonly operationId?: string;
  readonly parameters?: PathItem['parameters'];
  readonly responses: {
    readonly [status: string]: { readonly headers?: object; readonly content?: object; readonly description?: string };
  };
}
type PathItem = { readonly [part: string]: Operation } & {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
};
interface Description {
  readonly openapi: string;
  readonly info: { readonly contact: { readonly [field: string]: string }; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: { readonly [path: string]: PathItem };
}

const door = await HallDoor.open({ after });
const answer = await ask(`${door.url}/v1/openapi.json`);
const described = JSON.parse(answer.body) as Description;
const METHODS = ['get', 'post', 'delete'] as const;
const operations = Object.entries(described.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ path, method, operation, item }] : [];
  }),
);

test('the description is there for anyone, from any site', () => {
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.match(described.openapi, /^3\.1\./);
  assert.deepEqual(Object.keys(described.info.contact).sort(), ['email', 'name', 'url']);
  assert.deepEqual(described.servers, [{ url: '/v1' }]);
});

test('every route is described, and nothing else is', () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`).sort();
  assert.deepEqual(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort(), routes);
});

test('every reference leads somewhere', () => {
  for (const [, path] of answer.body.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = (path ?? '')
      .split('/')
      .reduce<unknown>((part, key) => (part as { [key: string]: unknown } | undefined)?.[key], described);
    assert.ok(found, path);
  }
});

test('paths, parameters, statuses and headers follow the API Design Rules', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const { path, method, operation, item } of operations) {
    assert.match(path, /^(\/([a-z0-9-]+(\.json)?|\{[a-z][a-zA-Z]*\}))+$/);
    for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) assert.match(parameter.name, /^[a-z][a-zA-Z]*$/);
    const asks = method === 'post' || item.parameters !== undefined || operation.parameters !== undefined;
    assert.equal('400' in operation.responses, asks, `${method} ${path}`);
    assert.equal('422' in operation.responses, false);
    for (const [status, { headers = {}, content = {}, description }] of Object.entries(operation.responses)) {
      assert.ok(description);
      if (status < '300') assert.ok('API-Version' in headers, `${path} ${status}`);
      else assert.deepEqual(Object.keys(content), ['application/problem+json']);
    }
  }
});

test('answers carry the version, problems the three members, and never a trailing slash', async () => {
  const formats = await ask(`${door.url}/v1/formats`);
  assert.deepEqual([formats.status, formats.headers['api-version']], [200, API_VERSION]);
  const [first] = (JSON.parse(formats.body) as { formats: { id: string }[] }).formats;
  assert.equal((await ask(`${door.url}/v1/formats/${first?.id}`)).status, 200);
  assert.equal((await ask(`${door.url}/v1/formats/`)).status, 404);
  const missing = await ask(`${door.url}/v1/formats/onbekend`);
  const problem = JSON.parse(missing.body) as { [member: string]: unknown };
  assert.equal(missing.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(problem['status'], 404);
  for (const member of ['title', 'detail', 'code']) assert.equal(typeof problem[member], 'string');
});

test('a seat answers only what is described', async () => {
  const phone = await door.join();
  await door.next();
  const statuses = {
    view: (await phone.get('/view')).status,
    cards: (await phone.get('/cards')).status,
    actions: (await phone.write('Dit staat beschreven')).status,
  };
  for (const [part, status] of Object.entries(statuses)) {
    const item = described.paths[`/conversations/{conversation}/seats/{seat}/${part}`];
    const operation = item?.[part === 'actions' ? 'post' : 'get'];
    assert.ok(operation && String(status) in operation.responses, `${part} ${status}`);
  }
});
