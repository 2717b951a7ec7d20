import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openHouse } from '../helpers/app.ts';
import { ask, askRaw, type Answer } from '../helpers/ask.ts';

const house = await openHouse({ after });
const asset = /_app\/immutable\/[^"]+\.js/.exec((await ask(house.url)).body)?.[0] ?? '';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('every answer carries the security headers', () => {
  const places: readonly (readonly [string, () => Promise<Answer>, number])[] = [
    ['page', () => ask(house.url), 200],
    ['missing page', () => ask(`${house.url}/bestaat-niet`), 404],
    ['asset', () => ask(`${house.url}/${asset}`), 200],
    ['unchanged asset', async () => ask(`${house.url}/${asset}`, { headers: { 'if-none-match': await etag() } }), 304],
    ['missing asset', () => ask(`${house.url}/_app/immutable/none.js`), 404],
    ['API', () => ask(`${house.url}/v1/nothing`), 404],
    ['redirect', () => ask(`${house.url}/taal`, { method: 'POST', headers: { ...FORM, origin: house.url }, body: 'taal=en' }), 303],
    ['foreign host', () => ask(house.url, { headers: { host: 'evil.example' } }), 421],
    ['bad address', () => ask(`${house.url}/%E0%A4%A`), 400],
    ['odd expectation', () => ask(house.url, { headers: { expect: 'miracles' } }), 200],
    ['odd method', () => ask(house.url, { method: 'PROPFIND' }), 405],
  ];
  for (const [name, question, status] of places) {
    test(name, async () => {
      const { headers, status: given } = await question();
      assert.equal(given, status);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['x-frame-options'], 'DENY');
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
      assert.match(String(headers['permissions-policy']), /camera=\(\)/);
      assert.equal(headers['referrer-policy'], name === 'API' ? 'no-referrer' : 'same-origin');
      assert.match(String(headers['content-security-policy']), /default-src '(self|none)'.*frame-ancestors 'none'/);
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
      assert.equal(headers['strict-transport-security'], undefined);
      assert.match(
        headers['cache-control'] ?? '',
        name.endsWith('asset') && given < 400 ? /max-age=31536000,immutable/ : /no-store|max-age=0/,
      );
    });
  }

  test('also what Node could not read as a request', async () => {
    const answer = await askRaw(house.url, 'NONSENSE\r\n\r\n');
    assert.match(answer, /^HTTP\/1\.1 400 .*X-Content-Type-Options: nosniff.*frame-ancestors 'none'/s);
  });

  async function etag(): Promise<string> {
    return (await ask(`${house.url}/${asset}`)).headers.etag ?? '';
  }
});

describe('only our own names are answered', () => {
  for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
    test(`${name} is ours`, async () => {
      assert.equal((await ask(house.url, { headers: { host: `${name}:${new URL(house.url).port}` } })).status, 200);
    });
  }
  for (const host of ['evil.example', 'localhost', 'localhost:1', '127.0.0.1.evil.example']) {
    test(`"${host}" is not`, async () => {
      const answer = await ask(house.url, { headers: { host, 'accept-language': 'nl' } });
      assert.equal(answer.status, 421);
      assert.match(answer.body, /Dit adres hoort niet bij deze site/);
    });
  }
});

test('a request that names no host is refused too', async () => {
  assert.match(await askRaw(house.url, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 421 .*X-Frame-Options: DENY/s);
});

describe('nobody sends us somewhere else', () => {
  for (const path of ['//evil.example/', '/%00', '/a%0d%0ab', '/\\evil.example', '/%']) {
    test(`${JSON.stringify(path)} is refused`, async () => {
      const answer = await askRaw(house.url, `GET ${path} HTTP/1.1\r\nHost: ${new URL(house.url).host}\r\nConnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 400 /);
    });
  }
  for (const back of ['https://evil.example/x', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)', '\t//evil.example']) {
    test(`${JSON.stringify(back)} is no way back`, async () => {
      const body = new URLSearchParams({ taal: 'nl', terug: back }).toString();
      const { status, headers } = await ask(`${house.url}/taal`, { method: 'POST', headers: { ...FORM, origin: house.url }, body });
      assert.equal(status, 303);
      assert.equal(headers.location, '/');
    });
  }
});

describe('only our own pages may send', () => {
  const api = '/v1/nothing';
  const cases: readonly (readonly [string, string, Record<string, string>, number])[] = [
    ['a form of our own', '/taal', { ...FORM, origin: 'own' }, 303],
    ['a form from elsewhere', '/taal', { ...FORM, origin: 'https://evil.example' }, 403],
    ['a form from our host by another scheme', '/taal', { ...FORM, origin: 'https' }, 403],
    ['a form that hides where it comes from', '/taal', { ...FORM, origin: 'null' }, 403],
    ['a form that says no origin', '/taal', FORM, 403],
    ['a form with a file', '/taal', { 'content-type': 'multipart/form-data; boundary=x', origin: 'own' }, 415],
    ['a page form from elsewhere', '/', { ...FORM, origin: 'https://evil.example' }, 403],
    ['a page form of our own passes to the pages', '/', { ...FORM, origin: 'own' }, 405],
    ['JSON of our own', api, { ...JSON_TYPE, origin: 'own' }, 404],
    ['JSON from elsewhere', api, { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
    ['JSON that hides where it comes from', api, { ...JSON_TYPE, origin: 'null' }, 403],
    ['JSON from other software', api, JSON_TYPE, 404],
    ['text from other software', api, { 'content-type': 'text/plain' }, 403],
    ['JSON by a browser from elsewhere', api, { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, 403],
    ['JSON by a browser from a neighbour', api, { ...JSON_TYPE, 'sec-fetch-site': 'same-site' }, 403],
  ];
  for (const [name, path, headers, status] of cases) {
    test(`${name}: ${status}`, async () => {
      const origin = headers['origin']?.replace(/^own$/, house.url).replace(/^https$/, house.url.replace('http:', 'https:'));
      const answer = await ask(house.url + path, { method: 'POST', headers: { ...headers, ...(origin && { origin }) }, body: 'taal=nl' });
      assert.equal(answer.status, status);
    });
  }

  test('the refusal is one sentence, in JSON for software and in the language asked', async () => {
    const answer = await ask(house.url + api, { method: 'POST', headers: { origin: 'null', 'accept-language': 'en' } });
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.deepEqual(JSON.parse(answer.body), {
      type: 'about:blank',
      title: 'foreignOrigin',
      status: 403,
      code: 'foreignOrigin',
      detail: 'This message came from another site. Nothing was saved. Open this site yourself and try again.',
    });
  });
});

describe('a megabyte of text is refused, and the connection goes on', () => {
  const megabyte = `taal=${'é'.repeat(512 * 1024)}`;
  for (const [name, announced] of [['announced', true] as const, ['unannounced', false] as const]) {
    test(name, async () => {
      const length = { 'content-length': String(Buffer.byteLength(megabyte)) };
      const headers = { ...FORM, origin: house.url, ...(announced ? length : { 'transfer-encoding': 'chunked' }) };
      const answer = await ask(`${house.url}/taal`, { method: 'POST', headers, body: megabyte });
      assert.equal(answer.status, 413);
      assert.match(answer.body, /Dit is te veel tekst voor één keer/);
      assert.equal((await ask(house.url)).status, 200);
    });
  }
});
