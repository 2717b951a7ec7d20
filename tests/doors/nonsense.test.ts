import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openHouse } from '../helpers/app.ts';
import { ask, askRaw } from '../helpers/ask.ts';

const house = await openHouse({ after });
const { host } = new URL(house.url);
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE'];
const SENDS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const TYPES = ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=x', 'text/plain', '', '\u00ff'];
const PLACES = [
  '/',
  '/taal',
  '/v1',
  '/v1/x',
  '/_app/version.json',
  '/__data.json',
  '/_app/remote/x/y',
  '/?/delete',
  '/?x-sveltekit-invalidated=2',
  '/onbekend',
];

test('no request, however odd, is answered with a fault of ours', async () => {
  const question = fc.record({
    method: fc.constantFrom(...METHODS),
    path: fc.oneof(
      fc.constantFrom(...PLACES),
      fc.webPath({ size: 'small' }),
      fc.string({ unit: 'grapheme-ascii' }).map((text) => `/${encodeURIComponent(text)}`),
    ),
    type: fc.constantFrom(...TYPES),
    origin: fc.constantFrom(house.url, 'null', 'https://evil.example', ''),
    accept: fc.constantFrom('text/html', 'application/json', '*/*', ''),
    body: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constant('taal=\ud800&terug=%00%ff'),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(question, async ({ method, path, type, origin, accept, body }) => {
      const headers = { 'content-type': type, accept, ...(origin && { origin }), connection: 'close' };
      const answer = await ask(house.url + path, { method, headers, body: SENDS.has(method) ? Buffer.from(body) : '' });
      assert.ok(answer.status < 500, `${answer.status} for ${method} ${path}`);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    }),
    { numRuns: 300 },
  );
});

test('a sign that no database takes is refused in a question as it is in a path', async () => {
  for (const path of [
    '/%00',
    '/v1/outcomes?owner=%00',
    '/v1/outcome-sums?place=a%00',
    '/v1/library?place=%00',
    '/gedaan?wie=%00',
    '/bibliotheek?plaats=%00',
  ])
    assert.equal((await ask(house.url + path)).status, 400, path);
  for (const path of ['/v1/outcomes?owner=%2500', '/v1/library?theme=' + 'x'.repeat(3_000), '/bibliotheek?q=een%0Atwee'])
    assert.equal((await ask(house.url + path)).status, 200, path);
});

test('an address of nothing there is leads nowhere, whatever signs it is made of', async () => {
  const page = '/verslag/%E2%82%AC';
  for (const path of ['/leiden/opvolgen/%E2%82%AC/x', page, `${page}/morgen`, `${page}/eindverslag`])
    assert.equal((await ask(house.url + path)).status, 404, path);
  for (const [of, file] of [
    [page, 'json'],
    [page, 'csv'],
    [page, 'word'],
    [`${page}/morgen`, 'word'],
    [`${page}/eindverslag`, 'json'],
    [`${page}/eindverslag`, 'word'],
  ]) {
    const { status, headers } = await ask(`${house.url}${of}/${file}`);
    assert.deepEqual([status, headers['location']], [303, of], file);
  }
});

test('no bytes, however odd, bring it down', async () => {
  const lines = fc.array(fc.string({ unit: 'binary-ascii', maxLength: 40 }), { maxLength: 6 }).map((parts) => parts.join('\r\n'));
  await fc.assert(
    fc.asyncProperty(lines, async (bytes) => {
      const answer = await askRaw(house.url, `GET /${bytes} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${bytes}\r\n\r\n`);
      assert.doesNotMatch(answer, /^HTTP\/1\.1 5/);
    }),
    { numRuns: 200 },
  );
  assert.equal((await ask(house.url)).status, 200);
});
