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

  const invited = read(await door.post('/v1/invitations/openings', { code: word }));
  assert.deepEqual([invited['conversation'], invited['title'], invited['door']], [at['conversation'], PREPARATION.title, null]);
  assert.equal((invited['scope'] as { about: string }).about, PREPARATION.about, 'read before anybody sits down');
  const joined = await door.post('/v1/joinings', { code: word, perspectives: ['resident'] });
  const place = made(joined);
  const phone = `/v1/conversations/${String(place['conversation'])}/seats/${String(place['seat'])}`;
  const mine = cookieOf(joined);
  assert.equal((await lead({ type: 'next', from: null })).status, 200);
  const views: Views = read(await door.asks('GET', `${phone}/view`, undefined, mine));
  const write = { type: 'write', run: views.channels.everyone.view.run.id, input: 'thought', act: { text: 'Een bankje bij de halte' } };
  const written = await door.asks('POST', `${phone}/actions`, { id: freshId(), action: write }, mine);
  const { entry } = (JSON.parse(written.body) as { answer: { entry: string } }).answer;
  const { may }: { may: { withdraw: string | null } } = read(await door.asks('GET', `${phone}/cards/${entry}`, undefined, mine));
  assert.equal(may.withdraw, null);
  const agreed = read(await door.asks('GET', `${phone}/agreements`, undefined, mine));
  assert.deepEqual([agreed['scope'], agreed['mayTell']], [invited['scope'], true]);
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
  assert.deepEqual(read(await door.post('/v1/receipts/lookings', { code: receipt })), { before: null }, 'for the first time');
  const { before } = read(await door.post('/v1/receipts/lookings', { code: receipt }));
  assert.match(String(before), /^\d{4}-\d\d-\d\d$/);
  const { code: fresh } = made(await door.post('/v1/receipts/renewals', { id: freshId(), code: receipt }));
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

test('what comes of an evening goes by the API alone: made, answered for by its owner, dropped, and told of a trajectory', async () => {
  const { conversation, seat } = door.at;
  const chair = `/v1/conversations/${conversation}/seats/${seat}`;
  const lead = async (action: object) => read(await door.asks('POST', `${chair}/actions`, { id: freshId(), action }));
  await lead({ type: 'close' });
  assert.deepEqual(Object.keys(read(await door.asks('GET', `${chair}/outcome-offers?kind=question`))), [
    'offers',
    'points',
    'asked',
    'steps',
  ]);
  assert.deepEqual(read(await door.asks('GET', `${chair}/counter-voices`))['voices'], []);
  assert.equal(read(await door.asks('GET', `${chair}/harvest-standing`))['roomSigned'], false);
  const { steps }: { steps: object[] } = read(await door.asks('GET', `${chair}/translations/ar`));
  assert.ok(steps.length > 0);
  assert.equal((await door.asks('GET', `${chair}/translations/tlh`)).status, 404);

  const kinds = read(await door.asks('GET', '/v1/outcome-kinds', undefined, {}))['kinds'] as { kind: string; fields: { key: string }[] }[];
  const key = kinds.find(({ kind }) => kind === 'question')?.fields[0]?.key ?? '';
  const words = { cards: [], owner: 'dorpsraad', theme: '', seenBy: 'everyone', fields: { [key]: 'Komt er een bankje?' } };
  await lead({ type: 'makeOutcome', kind: 'question', due: '2099-06-01', ...words });
  const outcomes = async (query = '') => {
    const listed = read(await door.asks('GET', `/v1/conversations/${conversation}/outcomes${query}`));
    return listed['outcomes'] as { id: string; title: string; dropped: object | null }[];
  };
  const [outcome] = await outcomes();
  assert.equal(outcome?.title, 'Komt er een bankje?');
  const link = made(await door.asks('POST', `${chair}/outcomes/${outcome.id}/links`, {}));
  const entrance = await door.post('/v1/entrances', { link: secretOf(link) });
  const own = made(entrance)['at'] as { seat: string };
  const owner = `/v1/conversations/${conversation}/seats/${own.seat}`;
  const owned = read(await door.asks('GET', `${owner}/own-outcomes`, undefined, cookieOf(entrance)));
  assert.deepEqual(
    (owned['outcomes'] as { id: string; cards: number }[]).map(({ id, cards }) => [id, cards]),
    [[outcome.id, 0]],
  );
  const busy = { type: 'setStatus', outcome: outcome.id, saw: 1, status: 'busy', because: '', due: '2099-07-01' };
  assert.equal((await door.asks('POST', `${owner}/actions`, { id: freshId(), action: busy }, cookieOf(entrance))).status, 200);
  await lead({ type: 'dropOutcome', outcome: outcome.id, because: 'Dubbel' });
  assert.deepEqual(await outcomes(), []);
  const [dropped] = await outcomes('?dropped=true');
  assert.deepEqual([dropped?.id, dropped?.dropped], [outcome.id, { because: 'Dubbel' }]);

  const making = { id: freshId(), title: 'Samen in de wijk, een jaar lang' };
  const { trajectory } = made(await door.asks('POST', '/v1/trajectories', making));
  assert.deepEqual(made(await door.asks('POST', '/v1/trajectories', making)), { trajectory }, 'sent twice, made once');
  const path = `/v1/trajectories/${String(trajectory)}`;
  read(await door.asks('POST', `${path}/conversations`, { conversation }));
  read(await door.asks('POST', `${path}/renamings`, { title: 'Twee jaar lang' }));
  const listed = async () => read(await door.asks('GET', '/v1/trajectories'))['trajectories'];
  assert.deepEqual(await listed(), [{ id: trajectory, title: 'Twee jaar lang', conversations: [conversation] }]);
  read(await door.asks('DELETE', `${path}/conversations/${conversation}`));
  assert.equal((await door.asks('DELETE', `${path}/conversations/${conversation}`)).status, 404, 'it stood in it no longer');
  read(await door.asks('DELETE', path));
  assert.deepEqual(await listed(), []);
  assert.equal((await door.asks('GET', '/v1/outcomes?by=colour')).status, 400);
  assert.equal((await door.asks('GET', '/v1/outcomes?by=owner')).status, 200);
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
  const all: { total: number; conversations: { id: string }[] } = read(await page(''));
  assert.equal(all.conversations.length, all.total);
  const owed = { waiting: 0, late: 0, voices: 0, published: false, finished: false, promised: null };
  assert.deepEqual(read(await door.asks('GET', `/v1/conversations/${all.conversations[0]?.id}`))['owed'], owed, 'as its list says it');
  const second = await page('page=2&pageSize=1');
  const shown: typeof all = read(second);
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

const PREPARATION = { format: FORMAT.id, title: 'Samen in de wijk', about: 'Het dorpsplein', tables: 1 };

interface Views {
  readonly channels: { readonly everyone: { readonly view: { readonly run: { readonly id: string } } } };
}

function read<Body = { readonly [field: string]: unknown }>({ status, body }: Answer): Body {
  assert.equal(status, 200, body);
  return JSON.parse(body) as Body;
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
