import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { codeIn, HallDoor } from './hallDoor.ts';

const door = await HallDoor.open({ after });
const perspectives = ['resident'];

test('a typed code is read as people write it', async () => {
  const [word = '', digits = ''] = door.code.split(' ');
  for (const code of [door.code, `${word.toUpperCase()}${digits}`, ` ${word}-${digits} `]) {
    assert.equal((await door.post('/v1/joinings', { code, perspectives })).status, 201, code);
  }
});

test('the same joining again leads to the same seat on the same device', async () => {
  const id = 'joining-of-this-phone';
  const first = await door.post('/v1/joinings', { id, key: door.key, perspectives });
  const cookie = String(first.headers['set-cookie']).split(';', 1)[0] ?? '';
  const again = await door.post('/v1/joinings', { id, key: door.key, perspectives }, { cookie });
  assert.deepEqual([again.status, again.body], [201, first.body]);
  assert.equal(again.headers['set-cookie'], undefined);
});

test('a wrong wish is 400, a wrong key 404', async () => {
  for (const body of [
    {},
    { code: 5 },
    { code: door.code, key: door.key },
    { key: door.key, perspectives: ['king'] },
    { key: door.key, name: 'Jan' },
  ]) {
    assert.equal((await door.post('/v1/joinings', body)).status, 400, JSON.stringify(body));
  }
  assert.equal((await door.post('/v1/joinings', { key: 'x'.repeat(43), perspectives })).status, 404);
});

test('while an address has spent its guesses no typed code from it is tried, and the hall still comes in by its key', async () => {
  const guess = async () => (await door.post('/v1/joinings', { code: 'verkeerd 00', perspectives })).status;
  const guesses: number[] = [];
  while (guesses.at(-1) !== 429 && guesses.length < 60) guesses.push(await guess());
  assert.equal(guesses.at(-1), 429);
  assert.ok(guesses.length <= 35, `${guesses.length} guesses`);
  const right = await door.post('/v1/joinings', { code: door.code, perspectives });
  assert.deepEqual([right.status, codeIn(right)], [429, 'tooFast']);
  assert.ok(Number(right.headers['retry-after']) >= 1);
  const hall = await Promise.all(Array.from({ length: 40 }, () => door.post('/v1/joinings', { key: door.key, perspectives })));
  assert.deepEqual([...new Set(hall.map(({ status }) => status))], [201]);
});

test('when the conversation has ended its code and its key say so', async () => {
  await door.next();
  await door.lead({ type: 'close' });
  const late = await door.post('/v1/joinings', { key: door.key, perspectives });
  assert.deepEqual([late.status, codeIn(late)], [409, 'closed']);
});
