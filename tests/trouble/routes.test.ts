import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROUTES } from '#doors/api/routes.ts';
import { ask, type Answer } from '../helpers/ask.ts';
import { addressesOf, pageRoutes } from '../helpers/routes.ts';
import { Browser } from '../secrecy/browser.ts';
import { Hall } from '../secrecy/hall.ts';
import { placesIn } from '../secrecy/watch.ts';
import { assertCookiesClosed, assertGuarded, assertNothingFromElsewhere, assertStrictPage } from './guarded.ts';

const FORM = 'application/x-www-form-urlencoded';
const hall = await Hall.open({ after });
await hall.goTo('table');
const anna = await hall.join(1);
await anna.write('thought', 'Een kaartje');
const wall = await hall.enter(await hall.link('wall'));
const guests = [anna, hall.leader, wall];
const browsers = [...guests.map(({ browser }) => browser), new Browser(hall.url), new Browser(hall.url, { language: 'en' })];
const state = await hall.state();

for (const route of await pageRoutes()) {
  const paths = [...new Set(guests.flatMap(({ place }) => addressesOf(route, placesIn(state, place))))];

  test(`${route.id} is guarded for everybody, also where there is nothing for them`, async () => {
    for (const path of paths) {
      for (const browser of browsers) {
        const answer = await browser.get(path);
        assert.ok(answer.status < 500, `${answer.status} at ${path}`);
        assertGuarded(answer, path);
        assertCookiesClosed(answer, path);
        assert.match(String(answer.headers['cache-control']), /no-store/, path);
        if (isPage(answer)) {
          assertStrictPage(answer, path);
          assertNothingFromElsewhere(answer, hall.url);
        }
      }
    }
  });

  for (const action of route.actions.length > 0 ? route.actions : ['default']) {
    test(`${route.id} takes no form "${action}" from elsewhere`, async () => {
      const before = await said();
      for (const path of paths.map((each) => (action === 'default' ? each : `${each}?/${action}`))) {
        for (const guest of guests) {
          for (const origin of ['https://evil.example', 'null', hall.url.replace('http:', 'https:'), undefined])
            await refused(path, guest.browser, { 'content-type': FORM, ...(origin && { origin }) }, 403);
          await refused(path, guest.browser, { 'content-type': 'text/plain', origin: hall.url }, 415);
          await refused(path, guest.browser, { 'content-type': 'multipart/form-data; boundary=x', origin: hall.url }, 415);
        }
      }
      assert.equal(await said(), before);
    });
  }
}

describe('the API', () => {
  const { conversation, seat } = anna.place;
  for (const { method, path } of ROUTES) {
    const filled = `/v1${path
      .replace('{conversation}', conversation)
      .replace('{seat}', seat)
      .replaceAll(/\{\w+\}/g, 'secrets')}`;
    test(`${method} ${path} is guarded`, async () => {
      if (path.endsWith('/stream')) return;
      // Who wipes this device is asked elsewhere.
      const answer = await (method === 'POST' ? anna.browser.send(filled, {}) : anna.browser.get(filled));
      assert.ok(answer.status < 500);
      assertGuarded(answer, filled);
      assertCookiesClosed(answer, filled);
    });
    if (method !== 'GET')
      test(`${method} ${path} takes nothing from elsewhere`, async () => {
        const type = { 'content-type': 'application/json' };
        const elsewhere: Record<string, string>[] = [
          { origin: 'https://evil.example' },
          { origin: 'null' },
          { 'sec-fetch-site': 'cross-site' },
        ];
        for (const from of elsewhere) await refused(filled, anna.browser, { ...type, ...from }, 403, method);
        await refused(filled, anna.browser, { 'content-type': 'text/plain' }, 403, method);
      });
  }

  test('a stream is guarded too, and sets no cookie', async () => {
    const stream = await anna.listen();
    const answer: Answer = { status: stream.status, headers: stream.headers, body: '' };
    assertGuarded(answer, '/v1');
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.match(String(answer.headers['cache-control']), /no-store/);
    stream.close();
  });
});

test('every asset is guarded, sets no cookie, and is the same for everybody', async () => {
  const build = fileURLToPath(new URL('../../build/', import.meta.url));
  const client = `${build}${readFileSync(`${build}current`, 'utf8')}/client/`;
  const files = globSync('**/*.*', { cwd: client }).filter((file) => !/\.(gz|br)$/.test(file));
  assert.ok(files.length > 20);
  for (const file of files) {
    const answer = await anna.browser.get(`/${file}`);
    assert.equal(answer.status, 200, file);
    assertGuarded(answer, `/${file}`);
    assert.equal(answer.headers['set-cookie'], undefined, file);
    assert.doesNotMatch(answer.body, /\/work\/|file:\/\//, `${file} names no folder of whoever built it`);
  }
});

test('a foreign Host gets nothing, at no address, with or without a session', async () => {
  const paths = (await pageRoutes()).flatMap((route) => addressesOf(route, placesIn(state, anna.place)));
  for (const path of [...paths, `${anna.path}/view`, `${anna.path}/stream`, '/v1/formats']) {
    const answer = await anna.browser.get(path, { host: 'evil.example' });
    assert.equal(answer.status, 421, path);
    assertGuarded(answer, path);
    assert.doesNotMatch(answer.body, /kaartje/);
  }
});

test('a nonce is used once', async () => {
  const nonces = await Promise.all(Array.from({ length: 10 }, async () => /nonce="([^"]+)"/.exec((await ask(hall.url)).body)?.[1]));
  assert.equal(new Set(nonces).size, 10);
});

/** The same sentence in the language of the reader; nothing of what was sent comes back. */
async function refused(path: string, browser: Browser, headers: Record<string, string>, status: number, method = 'POST'): Promise<void> {
  const cookie = browser.cookieFor(path);
  const sent = { accept: 'text/html', ...(cookie && { cookie }), ...headers };
  const answer = await ask(hall.url + path, { method, headers: sent, body: 'text=kanarie-van-elders&words=kanarie-van-elders' });
  assert.equal(answer.status, status, `${path} ${JSON.stringify(headers)}`);
  assertGuarded(answer, path);
  assert.equal(answer.headers['set-cookie'], undefined);
  assert.doesNotMatch(answer.body, /kanarie/);
}

/** Everything that a form could have changed. */
async function said(): Promise<string> {
  const { run, scope, seats, entries, calls, status } = await hall.state();
  return JSON.stringify([run, scope, [...seats.values()], [...entries.values()], calls, status]);
}

function isPage({ headers }: Answer): boolean {
  return String(headers['content-type']).startsWith('text/html');
}
