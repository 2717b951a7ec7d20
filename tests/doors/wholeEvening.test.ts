import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { FORMAT } from '../app/evening.ts';
import type { Answer } from '../helpers/ask.ts';
import { codeIn, freshId, HallDoor } from './hallDoor.ts';

const door = await HallDoor.open({ after });

test('a whole evening goes by the API alone, from preparing to what its writer reads back', async () => {
  const at = made(await door.asks('POST', '/v1/conversations', { id: freshId(), preparation: PREPARATION }));
  const seat = `/v1/conversations/${String(at['conversation'])}/seats/${String(at['seat'])}`;
  const lead = (action: object) => door.asks('POST', `${seat}/actions`, { id: freshId(), action });
  assert.equal((await lead({ type: 'open' })).status, 200);

  const tickets = made(await door.asks('POST', `${seat}/tickets`, { after: 0, count: 2 }));
  assert.equal((tickets['tickets'] as object[]).length, 2);
  assert.equal(codeIn(await door.asks('POST', `${seat}/tickets`, { after: 0, count: 2 })), 'movedOn', 'sent twice, made once');
  assert.deepEqual(read(await door.asks('GET', `${seat}/tickets`)), { made: 2, used: 0, ended: 0 });

  const link = made(await door.asks('POST', `${seat}/links`, { kind: 'wall' }));
  const wall = await door.post('/v1/entrances', { link: secretOf(link) });
  const screen = made(wall)['at'] as { conversation: string; seat: string };
  const code = await door.asks('GET', `/v1/conversations/${screen.conversation}/seats/${screen.seat}/join-code`, undefined, cookieOf(wall));
  const { code: word } = read(code);

  const joined = await door.post('/v1/joinings', { code: word, perspectives: ['resident'] });
  const place = made(joined);
  const phone = `/v1/conversations/${String(place['conversation'])}/seats/${String(place['seat'])}`;
  const mine = cookieOf(joined);
  assert.equal((await lead({ type: 'next', from: null })).status, 200);
  const views = read(await door.asks('GET', `${phone}/view`, undefined, mine)) as unknown as Views;
  const write = { type: 'write', run: views.channels.everyone.view.run.id, input: 'thought', act: { text: 'Een bankje bij de halte' } };
  const written = await door.asks('POST', `${phone}/actions`, { id: freshId(), action: write }, mine);
  const { entry } = (JSON.parse(written.body) as { answer: { entry: string } }).answer;
  assert.deepEqual(read(await door.asks('GET', `${phone}/receipts`, undefined, mine)), { handedOut: null });
  const { code: receipt } = made(await door.asks('POST', `${phone}/receipts`, {}, mine));
  assert.equal((await door.asks('GET', `/v1/conversations/${String(at['conversation'])}/report`)).status, 404, 'not over yet');
  assert.equal((await lead({ type: 'close' })).status, 200);

  const report = read(await door.asks('GET', `/v1/conversations/${String(at['conversation'])}/report`));
  assert.match(String(report['$schema']), /verslag-1\.json$/);
  const opened = read(await door.post('/v1/receipts/openings', { code: receipt }));
  assert.deepEqual(
    (opened['cards'] as { entry: string }[]).map((card) => card.entry),
    [entry],
  );
  const { code: fresh } = made(await door.post('/v1/receipts/renewals', { code: receipt }));
  assert.equal((await door.post('/v1/receipts/openings', { code: receipt })).status, 404, 'the code from before');
  assert.equal((await door.post('/v1/receipts/withdrawals', { code: fresh, entry })).status, 200);
  assert.deepEqual(read(await door.post('/v1/receipts/openings', { code: fresh }))['cards'], []);

  assert.equal((await door.asks('DELETE', `${seat}/links/${String(link['id'])}`)).status, 200);
  assert.equal((await door.asks('GET', '/v1/devices/own', undefined, cookieOf(wall))).status, 200);
  assert.deepEqual(read(await door.asks('GET', '/v1/devices/own', undefined, cookieOf(wall)))['seats'], [], 'the wall went dark');
  const wiped = await door.asks('DELETE', '/v1/devices/own', {}, mine);
  assert.match(String(wiped.headers['set-cookie']), /Max-Age=0/);
  assert.equal((await door.asks('GET', '/v1/devices/own', undefined, mine)).status, 404);
});

test('one action id makes one conversation, one link, one rehearsal', async () => {
  const id = freshId();
  const twice = async (path: string, body: object) => {
    const [first, again] = [made(await door.asks('POST', path, body)), made(await door.asks('POST', path, body))];
    return [first, again] as const;
  };
  const [one, same] = await twice('/v1/conversations', { id, preparation: PREPARATION });
  assert.deepEqual(same, one);
  const seat = `/v1/conversations/${String(one['conversation'])}/seats/${String(one['seat'])}`;
  const [link, again] = await twice(`${seat}/links`, { id, kind: 'coFacilitator' });
  assert.equal(again['id'], link['id']);
  assert.equal((await door.post('/v1/entrances', { link: secretOf(link) })).status, 404, 'the address that was shown last opens it');
  assert.equal((await door.post('/v1/entrances', { link: secretOf(again) })).status, 201);
  const [rehearsal, more] = await twice('/v1/rehearsals', { id: freshId(), format: FORMAT.id, people: 2 });
  assert.deepEqual(more, rehearsal);
  const people = `/v1/conversations/${String(rehearsal['conversation'])}/seats/${String(rehearsal['seat'])}/simulated-people`;
  assert.deepEqual(read(await door.asks('GET', people)), { people: 2 });
  assert.deepEqual(read(await door.asks('DELETE', people)), { people: 0 });
});

test('a collection comes in pages, with the way to the others; beyond the last there is nothing', async () => {
  const page = async (query: string) => door.asks('GET', `/v1/conversations?${query}`);
  const all = read(await page('')) as unknown as { total: number; conversations: { id: string }[] };
  assert.equal(all.conversations.length, all.total);
  const second = await page('page=2&pageSize=1');
  const shown = read(second) as unknown as typeof all;
  assert.deepEqual(shown, { total: all.total, conversations: [all.conversations[1]] });
  const link = String(second.headers['link']);
  for (const [rel, number] of [
    ['first', 1],
    ['prev', 1],
    ['next', 3],
    ['last', all.total],
  ])
    assert.ok(link.includes(`</v1/conversations?page=${number}&pageSize=1>; rel="${rel}"`), link);
  const beyond = await page('page=900&pageSize=50');
  assert.deepEqual(read(beyond), { total: all.total, conversations: [] });
  assert.doesNotMatch(String(beyond.headers['link']), /rel="next"/);
  for (const nonsense of ['page=0', 'page=-1', 'page=x', 'pageSize=0', 'pageSize=1001', 'page=1e3', 'page=1.5']) {
    const answer = await page(nonsense);
    assert.deepEqual([answer.status, codeIn(answer)], [400, 'wrongShape'], nonsense);
  }
  assert.equal((await door.asks('GET', '/v1/outcomes?waiting=perhaps')).status, 400);
  assert.equal(
    (await door.asks('GET', '/v1/outcomes?waiting=true&pageSize=5', undefined, {})).status,
    200,
    'for everybody what everybody may read',
  );
});

test('nonsense is refused as nonsense, at every door that takes something', async () => {
  const seat = `/v1/conversations/${door.at.conversation}/seats/${door.at.seat}`;
  const taking = [
    '/v1/entrances',
    '/v1/rehearsals',
    '/v1/tokens',
    '/v1/organiser-links',
    '/v1/receipts/openings',
    '/v1/receipts/withdrawals',
  ];
  for (const path of [...taking, `${seat}/links`, `${seat}/tickets`, `${seat}/simulated-people`]) {
    for (const body of ['', '{', '[]', 'null', '7', '{"more":1}', '{"__proto__":{"a":1}}', '{"refused":"notFound"}']) {
      const answer = await door.post(path, body, { cookie: door.cookie });
      assert.deepEqual([answer.status, codeIn(answer)], [400, 'wrongShape'], `${path} ${body}`);
    }
  }
  const twoWays = await door.post('/v1/entrances', { link: 'x', setUpCode: 'x' });
  assert.equal(twoWays.status, 400);
});

const PREPARATION = { format: FORMAT.id, title: 'Samen in de wijk', tables: 1 };

interface Views {
  readonly channels: { readonly everyone: { readonly view: { readonly run: { readonly id: string } } } };
}

function read({ status, body }: Answer): { readonly [field: string]: unknown } {
  assert.equal(status, 200, body);
  return JSON.parse(body) as { readonly [field: string]: unknown };
}

function made({ status, body }: Answer): { readonly [field: string]: unknown } {
  assert.equal(status, 201, body);
  return JSON.parse(body) as { readonly [field: string]: unknown };
}

function secretOf({ address }: { readonly [field: string]: unknown }): string {
  return String(address).split('#')[1] ?? '';
}

function cookieOf({ headers }: Answer): Record<string, string> {
  return { cookie: String(headers['set-cookie']).split(';', 1)[0] ?? '' };
}
