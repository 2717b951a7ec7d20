import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Answer } from '../helpers/ask.ts';
import { dump } from '../helpers/dump.ts';
import { TestClock } from '../app/evening.ts';
import { codeIn, freshId, HallDoor } from './hallDoor.ts';

const clock = new TestClock();
const door = await HallDoor.open(
  { after },
  { clock: { now: () => clock.now(), at: (time: number, call: () => void) => clock.at(time, call) } },
);
const WISH = { name: 'Zaaksysteem', scopes: ['conversations:read'], endsOn: '2027-06-30' };

interface Made {
  readonly id: string;
  readonly secret: string;
}

async function made(wish: object = {}, id = freshId()): Promise<Made> {
  const answer = await door.asks('POST', '/v1/tokens', { id, ...WISH, ...wish });
  assert.equal(answer.status, 201, answer.body);
  return JSON.parse(answer.body) as Made;
}

function by(secret: string, path = '/v1/conversations', more: Record<string, string> = {}): Promise<Answer> {
  return door.asks('GET', path, undefined, { authorization: `Bearer ${secret}`, ...more });
}

test('a token reads what its scope names, for its organiser, and is shown once', async () => {
  const { id, secret } = await made();
  const read = await by(secret);
  assert.equal(read.status, 200);
  const { conversations } = JSON.parse(read.body) as { conversations: { id: string }[] };
  assert.deepEqual(
    conversations.map((each) => each.id),
    [door.at.conversation],
  );
  assert.equal((await by(secret, `/v1/conversations/${door.at.conversation}`)).status, 200);
  const listed = await door.asks('GET', '/v1/tokens');
  const { tokens } = JSON.parse(listed.body) as { tokens: { id: string; name: string; endsOn: string }[] };
  assert.deepEqual(
    tokens.filter((token) => token.id === id),
    [{ id, ...WISH }],
  );
  assert.ok(!listed.body.includes(secret.slice(12)));
  const stored = JSON.stringify(await dump(await door.database()));
  assert.ok(stored.includes(WISH.name) && !stored.includes(secret.slice(12)), 'only a hash of it is kept');
});

test('a token opens nothing that its scopes do not name, whatever cookie comes along', async () => {
  const { secret } = await made({ scopes: ['reports:read'] });
  const seat = `/v1/conversations/${door.at.conversation}/seats/${door.at.seat}`;
  for (const path of ['/v1/conversations', '/v1/tokens', '/v1/organiser-links', `${seat}/view`, `${seat}/join-code`]) {
    const answer = await by(secret, path, { cookie: door.cookie });
    assert.deepEqual([answer.status, codeIn(answer)], [403, 'outOfScope'], path);
    assert.match(String(answer.headers['www-authenticate']), /^Bearer error="insufficient_scope"/);
  }
  const action = await door.asks('POST', `${seat}/actions`, { id: freshId(), action: { type: 'close' } }, bearer(secret));
  assert.equal(action.status, 403);
  assert.equal((await door.asks('POST', '/v1/tokens', { id: freshId(), ...WISH }, bearer(secret))).status, 403, 'a token makes no tokens');
});

test('a token keeps up what comes of a conversation, and does nothing else in it', async () => {
  const { secret } = await made({ scopes: ['outcomes:read', 'outcomes:write'] });
  const path = `/v1/conversations/${door.at.conversation}`;
  const act = (action: object, id = freshId()) => door.asks('POST', `${path}/outcome-actions`, { id, action }, bearer(secret));
  const words = { cards: [], owner: 'wethouder zorg', theme: '', seenBy: 'everyone', fields: { what: 'Komt er een bankje?' } };
  const asked = { type: 'makeOutcome', kind: 'question', due: '2027-06-01', ...words };
  const id = freshId();
  const [first, again] = [await act(asked, id), await act(asked, id)];
  assert.deepEqual([first.status, again.body], [200, first.body]);
  const listed = await by(secret, `${path}/outcomes`);
  const { total, outcomes } = JSON.parse(listed.body) as { total: number; outcomes: { id: string; title: string }[] };
  assert.deepEqual([total, outcomes[0]?.title], [1, 'Komt er een bankje?']);
  assert.equal((await by(secret, `${path}/outcomes/${outcomes[0]?.id}`)).status, 200);
  assert.equal(codeIn(await act({ type: 'close' })), 'notYourRole');
  assert.equal(codeIn(await act({ type: 'makeOutcome' })), 'wrongShape');
  const elsewhere = `/v1/conversations/${'0'.repeat(20)}/outcome-actions`;
  assert.equal((await door.asks('POST', elsewhere, { id: freshId(), action: asked }, bearer(secret))).status, 404);
  assert.equal((await door.asks('POST', `${path}/outcome-actions`, { id, action: asked }, bearer((await made()).secret))).status, 403);
});

test('wrong, over and taken back look the same', async () => {
  const over = await made({ endsOn: '2027-01-14' });
  const takenBack = await made();
  assert.equal((await by(over.secret)).status, 200, 'its last day is a day it works');
  assert.equal((await by(takenBack.secret)).status, 200);
  clock.pass(24 * 60);
  assert.equal((await door.asks('DELETE', `/v1/tokens/${takenBack.id}`)).status, 200);
  const wrong = [over.secret, takenBack.secret, `${over.secret}x`, 'samenspraak_', '', 'x y', 'é'];
  const answers = await Promise.all(wrong.map((secret) => by(secret)));
  const told = answers.map(({ status, body, headers }) => [status, body, headers['www-authenticate']]);
  for (const each of told) assert.deepEqual(each, told[0]);
  assert.deepEqual([answers[0]?.status, answers[0] && codeIn(answers[0])], [401, 'unknownToken']);
  assert.equal((await door.asks('GET', '/v1/conversations', undefined, { authorization: 'Basic eDp5' })).status, 401);
});

test('who guesses on has to wait, also with a right one; people who type a code do not', async () => {
  clock.pass(5);
  const { secret } = await made();
  for (let guess = 0; guess < 30; guess++) assert.equal((await by(`samenspraak_${guess}`)).status, 401);
  for (const each of ['samenspraak_30', secret]) {
    const answer = await by(each);
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers['retry-after']) > 0);
  }
  assert.equal((await door.post('/v1/joinings', { code: door.code, perspectives: ['resident'] })).status, 201);
  clock.pass(5);
  assert.equal((await by(secret)).status, 200);
});

test('a wish that cannot be is refused in a sentence, and makes nothing', async () => {
  const before = (await door.asks('GET', '/v1/tokens')).body;
  const wishes: readonly (readonly [object, number, string])[] = [
    [{ name: '' }, 409, 'tokenUnnamed'],
    [{ name: '   ' }, 409, 'tokenUnnamed'],
    [{ scopes: [] }, 409, 'tokenUnnamed'],
    [{ endsOn: '2027-01-13' }, 409, 'tokenEndsWrong'],
    [{ endsOn: '2028-02-01' }, 409, 'tokenEndsWrong'],
    [{ endsOn: '2027-02-30' }, 400, 'wrongShape'],
    [{ endsOn: 'morgen' }, 400, 'wrongShape'],
    [{ scopes: ['everything'] }, 400, 'wrongShape'],
    [{ scopes: 'conversations:read' }, 400, 'wrongShape'],
    [{ name: 'x'.repeat(61) }, 400, 'wrongShape'],
    [{ name: 7 }, 400, 'wrongShape'],
    [{ organiser: 'somebody' }, 400, 'wrongShape'],
    [{ id: 'short' }, 400, 'wrongShape'],
  ];
  for (const [wish, status, code] of wishes) {
    const answer = await door.asks('POST', '/v1/tokens', { id: freshId(), ...WISH, ...wish });
    assert.deepEqual([answer.status, codeIn(answer)], [status, code], JSON.stringify(wish));
  }
  assert.equal((await door.asks('GET', '/v1/tokens')).body, before);
});

test('asking again makes no second token; the secret that was shown last works', async () => {
  const id = freshId();
  const [first, again] = [await made({}, id), await made({}, id)];
  assert.equal(again.id, first.id);
  assert.equal((await by(first.secret)).status, 401);
  assert.equal((await by(again.secret)).status, 200);
});

test('tokens go with the way in of who made them, and all of them when the ways in are renewed', async () => {
  const handed = await door.asks('POST', '/v1/organiser-links', { forWhom: 'colleague' });
  const { id: link, address } = JSON.parse(handed.body) as { id: string; address: string };
  const came = await door.post('/v1/entrances', { link: address.split('#')[1] });
  assert.equal(came.status, 201, came.body);
  const cookie = { cookie: String(came.headers['set-cookie']).split(';', 1)[0] ?? '' };
  const theirs = JSON.parse((await door.asks('POST', '/v1/tokens', { id: freshId(), ...WISH }, cookie)).body) as Made;
  const ours = await made();
  assert.equal((await door.asks('DELETE', `/v1/tokens/${theirs.id}`)).status, 404, 'of another organiser');
  assert.deepEqual(JSON.parse((await by(theirs.secret)).body), { total: 0, conversations: [] });
  assert.equal((await door.asks('DELETE', `/v1/organiser-links/${link}`)).status, 200);
  assert.equal((await by(theirs.secret)).status, 401);
  assert.equal((await by(ours.secret)).status, 200);
  assert.equal((await door.asks('POST', '/v1/organiser-links/renewals')).status, 201);
  assert.equal((await by(ours.secret)).status, 401);
});

test('an organiser has fifty tokens at most', async () => {
  const organiser = await door.house.app.whoAsks(door.cookie.split('=')[1]);
  assert.ok(organiser);
  const tokens = await Promise.all(Array.from({ length: 50 }, () => door.house.app.makeToken(organiser, freshId(), WISH)));
  assert.ok(tokens.every((token) => 'secret' in token));
  const answer = await door.asks('POST', '/v1/tokens', { id: freshId(), ...WISH });
  assert.deepEqual([answer.status, codeIn(answer)], [409, 'tooManyTokens']);
});

function bearer(secret: string): Record<string, string> {
  return { authorization: `Bearer ${secret}` };
}
