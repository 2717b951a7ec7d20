import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { HIDE_RULES } from '#conversation/state.ts';
import { ask } from '../helpers/ask.ts';
import { codeIn, freshId, HallDoor } from './hallDoor.ts';

const door = await HallDoor.open({ after });
await door.next();

test('who comes in by the key of the QR gets a seat, a cookie, and may act and look', async () => {
  const phone = await door.join();
  const written = await phone.write('Mijn buurvrouw let op mijn kinderen');
  assert.equal(written.status, 200);
  const { answer } = JSON.parse(written.body) as { answer: { entry: string } };
  const { at, channels } = await phone.views();
  assert.ok(Math.abs(at - Date.now()) < 5_000);
  assert.deepEqual(Object.keys(channels), ['everyone', 'table', 'me']);
  assert.ok(channels.me?.view[`mine/${answer.entry}`]);
  const cards = JSON.parse((await phone.get('/cards')).body) as { cards: { id: string }[] };
  assert.deepEqual(
    cards.cards.map(({ id }) => id),
    [answer.entry],
  );
});

test('the same action again gets its first answer; another one under its id is refused', async () => {
  const phone = await door.join();
  const id = freshId();
  const first = await phone.write('Eén keer is genoeg', id);
  const again = await phone.write('Eén keer is genoeg', id);
  assert.deepEqual([again.status, again.body], [200, first.body]);
  const other = await phone.write('Iets anders', id);
  assert.deepEqual([other.status, codeIn(other)], [409, 'otherBody']);
  assert.match((await phone.get('/cards')).body, /Eén keer is genoeg/);
  assert.doesNotMatch((await phone.get('/cards')).body, /Iets anders/);
});

test('a refusal says what happened, what was kept and what to do, in the language of the reader', async () => {
  const phone = await door.join();
  const action = { type: 'next', from: null };
  const dutch = await phone.act(action, freshId(), { 'accept-language': 'nl' });
  const english = await phone.act(action, freshId(), { 'accept-language': 'en' });
  assert.deepEqual([dutch.status, codeIn(dutch)], [409, 'notYourRole']);
  assert.equal(dutch.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.match(dutch.body, /andere rol.*"kept":true/);
  assert.match(english.body, /another role/);
});

test("another's seat is not there, with or without a cookie of one's own", async () => {
  const [anna, bo] = [await door.join(), await door.join()];
  const body = { id: freshId(), action: { type: 'call', words: '' } };
  for (const cookie of [bo.cookie, '', 'apparaat=planted', `${bo.cookie}; apparaat=planted`]) {
    for (const path of ['/view', '/cards', '/stream'])
      assert.equal((await ask(door.url + anna.path + path, { headers: { cookie } })).status, 404);
    assert.equal((await door.post(`${anna.path}/actions`, body, { cookie })).status, 404);
  }
  const nowhere = `/v1/conversations/${'0'.repeat(20)}/seats/${bo.place.seat}/view`;
  assert.equal((await ask(door.url + nowhere, { headers: { cookie: bo.cookie } })).status, 404);
});

test('what cannot be read is 400, what is too long 413, and nothing of it is kept', async () => {
  const phone = await door.join();
  for (const body of ['', '{', '[]', 'null', '"x"', '{}', '{"id":"x"}', JSON.stringify({ id: freshId(), action: { type: 'seal' } })]) {
    const answer = await door.post(`${phone.path}/actions`, body, { cookie: phone.cookie });
    assert.deepEqual([answer.status, codeIn(answer)], [400, 'wrongShape'], body);
  }
  const other = await door.join();
  const long = await other.write('a'.repeat(4_001));
  assert.deepEqual([long.status, codeIn(long)], [413, 'tooLong']);
  assert.match(long.body, /4000/);
  assert.equal((await other.write('a'.repeat(1_000_000))).status, 413);
  assert.equal((await other.get('/cards')).body, '{"cards":[]}');
});

test('odd text arrives as people meant it', async () => {
  const phone = await door.join();
  const odd = {
    zero: 'nul\u0000byte',
    half: 'half\ud800teken',
    face: '👩‍👩‍👧 mooi',
    right: 'مرحبا بالجيران',
    html: '<img src=x onerror=alert(1)>',
  };
  for (const text of Object.values(odd)) assert.equal((await phone.write(text)).status, 200);
  const { body } = await phone.get('/cards');
  const texts = (JSON.parse(body) as { cards: { card: { body: { text: string } } }[] }).cards.map(({ card }) => card.body.text);
  assert.deepEqual(texts, ['nulbyte', 'half\ufffdteken', odd.face, odd.right, odd.html]);
});

test('in the library too an organiser asks ten things at once, and then waits', async () => {
  const nowhere = `/v1/library/${freshId()}/outcomes/${freshId()}/questions`;
  const asked = await Promise.all(Array.from({ length: 12 }, () => door.asks('POST', nowhere, { id: freshId(), words: 'Hoe ging dat?' })));
  assert.deepEqual(asked.map(({ status }) => status).sort(), [...Array<number>(10).fill(404), 429, 429]);
});

test('a seat writes ten at once and then waits; another seat does not', async () => {
  const [eager, other] = [await door.join(), await door.join()];
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => eager.write(`kaartje ${index}`)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array<number>(10).fill(200), 429, 429]);
  const tooFast = answers.find(({ status }) => status === 429);
  assert.ok(Number(tooFast?.headers['retry-after']) >= 1);
  assert.equal((await other.write('rustig')).status, 200);
  await door.post(`${other.path}/actions`, { id: freshId(), action: { type: 'leave' } }, { cookie: eager.cookie });
  assert.equal((await other.write('nog steeds')).status, 200);
});

test('a foreign site gets no action in, a foreign host nothing at all', async () => {
  const phone = await door.join();
  const foreign = await phone.act({ type: 'call', words: '' }, freshId(), { origin: 'https://elders.example' });
  assert.deepEqual([foreign.status, codeIn(foreign)], [403, 'foreignOrigin']);
  assert.equal((await phone.act({ type: 'call', words: '' }, freshId(), { host: 'elders.example' })).status, 421);
});

test('an unknown address is 404, a known one with another method 405', async () => {
  assert.equal((await ask(`${door.url}/v1/onbekend`)).status, 404);
  const wrong = await ask(`${door.url}/v1/joinings`);
  assert.deepEqual([wrong.status, wrong.headers.allow], [405, 'POST']);
});

test('no body, however odd, is answered with a fault of ours', async () => {
  const types = ['write', 'correct', 'withdraw', 'call', 'next', 'hide', 'moveSeat', 'adaptText', '__proto__', 'toString'];
  const anyAction = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        type: fc.constantFrom(...types),
        run: fc.string(),
        input: fc.string(),
        act: fc.jsonValue(),
        entry: fc.string(),
        words: fc.string(),
        rule: fc.constantFrom(...HIDE_RULES),
      },
      { requiredKeys: ['type'] },
    ),
  );
  const phones = await Promise.all(Array.from({ length: 12 }, () => door.join()));
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(anyAction, fc.oneof(fc.constant(undefined), fc.string(), fc.integer()), async (action, id) => {
      const phone = phones[turn++ % phones.length];
      const answer = await phone?.act(action, (id ?? freshId()) as string);
      assert.ok(answer && answer.status < 500, answer?.body);
    }),
    { numRuns: 150 },
  );
});
