import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hub } from '#live/hub.ts';
import { Hall, LEADER, twoRounds, until } from './hall.ts';

test('a listener gets each of its channels whole, once', async (t) => {
  const hall = new Hall(t);
  const [anna] = hall.sit('anna');
  assert.ok(anna);
  const screen = hall.listen(anna);
  await until(() => screen.frames.length === 3);
  assert.deepEqual(
    screen.frames.map((frame) => [frame.channel, 'whole' in frame]),
    [
      ['everyone', true],
      ['table', true],
      ['me', true],
    ],
  );
  assert.deepEqual(screen.signals, ['beat']);
});

test('a card goes to its own table as a difference, the same bytes for all; the other table hears nothing', async (t) => {
  const hall = new Hall(t);
  const [anna, other, bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && other && bo);
  hall.next();
  const [neighbour, second, stranger] = [hall.listen(bo), hall.listen(bo), hall.listen(other)];
  await until(() => [neighbour, second, stranger].every((screen) => screen.frames.length === 3));
  const before = [neighbour, second, stranger].map((screen) => screen.bytes.length);
  const entry = hall.write(anna, 'Mijn buurvrouw let op mijn kinderen');
  await until(() => neighbour.cards.length === 1 && second.cards.length === 1);
  await twoRounds();
  assert.deepEqual(
    neighbour.frames.slice(3).map((frame) => [frame.channel, 'set' in frame ? Object.keys(frame.set ?? {}) : null]),
    [['table', [`card/${entry}`]]],
  );
  assert.equal(neighbour.bytes.slice(before[0]), second.bytes.slice(before[1]));
  assert.equal(stranger.bytes.length, before[2]);
});

test('who comes back with the right positions gets nothing; who saw something older gets that channel whole', async (t) => {
  const hall = new Hall(t);
  const [anna, , bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && bo);
  hall.next();
  const first = hall.listen(bo);
  await until(() => first.frames.length === 3);
  first.leave();
  const upToDate = hall.listen(bo, first.positions);
  await twoRounds();
  assert.deepEqual(upToDate.frames, []);
  hall.write(anna, 'Ik kook graag voor meer mensen');
  await until(() => upToDate.frames.length === 1);
  const late = hall.listen(bo, first.positions);
  await until(() => late.frames.length === 1);
  assert.deepEqual(
    late.frames.map((frame) => [frame.channel, 'whole' in frame]),
    [['table', true]],
  );
  assert.deepEqual(late.positions.table, upToDate.positions.table);
});

test('what others do out of sight leaves bytes and positions as they were', async (t) => {
  const [busy, quiet] = [new Hall(t), new Hall(t)];
  const looks = [];
  for (const hall of [busy, quiet]) {
    const [anna, other] = hall.sit('anna', 'other');
    assert.ok(anna && other);
    const screen = hall.listen(anna);
    if (hall === busy) hall.lead({ type: 'setMinutes', phase: 'talk', minutes: 7 });
    if (hall === busy) hall.take({ kind: 'seat', seat: other }, { type: 'call', words: 'Kom je even?' });
    await until(() => screen.frames.length === 3);
    await twoRounds();
    looks.push({ frames: screen.frames.map((frame) => ({ ...frame, at: 0 })), positions: screen.positions });
  }
  assert.deepEqual(looks[0], looks[1]);
});

test('changes of one quarter of a second travel together', async (t) => {
  const hall = new Hall(t);
  const [anna, , bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && bo);
  hall.next();
  const screen = hall.listen(bo);
  await until(() => screen.frames.length === 3);
  const words = Array.from({ length: 20 }, (_, index) => `kaartje ${index}`);
  const start = Date.now();
  for (const each of words) hall.write(anna, each);
  await until(() => screen.cards.length === 20);
  assert.ok(screen.frames.length - 3 <= 1 + Math.ceil((Date.now() - start) / 250));
  assert.deepEqual(screen.cards, words);
});

test('withdrawn words are gone for everyone, from whatever they saw before', async (t) => {
  const hall = new Hall(t);
  const [anna, , bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && bo);
  hall.next();
  const screen = hall.listen(bo);
  const seen = [{}];
  const sofar = async (frames: number) => {
    await until(() => screen.frames.length >= frames);
    seen.push({ ...screen.positions });
  };
  await sofar(3);
  const entry = hall.write(anna, 'GEHEIM DAT WEG MOET');
  await sofar(4);
  hall.write(anna, 'Dit mag blijven');
  await sofar(5);
  hall.withdraw(anna, entry);
  await sofar(6);
  assert.deepEqual(screen.cards, ['Dit mag blijven']);
  for (const positions of seen) {
    const back = hall.listen(bo, positions);
    await twoRounds();
    assert.doesNotMatch(back.bytes, /GEHEIM/);
  }
  assert.doesNotMatch(JSON.stringify(await hall.viewsOf(bo)), /GEHEIM/);
});

test('who moves to another table gets it whole and hears no more of the old one', async (t) => {
  const hall = new Hall(t);
  const [anna, other, bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && other && bo);
  hall.next();
  hall.write(anna, 'Aan tafel een');
  const screen = hall.listen(bo);
  await until(() => screen.cards.length === 1);
  hall.lead({ type: 'moveSeat', seat: bo, table: 2 });
  hall.write(anna, 'Na het verhuizen');
  hall.write(other, 'Aan tafel twee');
  await until(() => screen.cards.includes('Aan tafel twee'));
  await twoRounds();
  assert.deepEqual(screen.cards, ['Aan tafel twee']);
  assert.doesNotMatch(screen.bytes, /Na het verhuizen/);
});

test('a closed step takes the table away from those who stay outside, and gives it back', async (t) => {
  const hall = new Hall(t);
  const [anna] = hall.sit('anna');
  assert.ok(anna);
  hall.lead({ type: 'giveRole', seat: anna, role: 'outsider' });
  hall.next();
  const screen = hall.listen(anna);
  await until(() => screen.frames.length === 3);
  hall.next();
  await until(() => screen.views['table'] === undefined && /"outside":true/.test(JSON.stringify(screen.views['everyone'])));
  const back = hall.listen(anna, { table: 'seen before' });
  await until(() => back.frames.some((frame) => 'gone' in frame));
  hall.next();
  await until(() => screen.views['table'] !== undefined && back.views['table'] !== undefined);
});

test('a socket that does not drain gets nothing, then everything that it missed, whole', async (t) => {
  const hall = new Hall(t);
  const [anna, , bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && bo);
  hall.next();
  const screen = hall.listen(bo);
  await until(() => screen.frames.length === 3);
  screen.takes = false;
  hall.write(anna, 'een');
  await until(() => screen.frames.length === 4);
  hall.write(anna, 'twee');
  hall.write(anna, 'drie');
  await twoRounds();
  assert.equal(screen.frames.length, 4);
  screen.drain();
  await until(() => screen.frames.length === 5);
  assert.equal(screen.frames.at(-1)?.channel, 'table');
  assert.ok('whole' in (screen.frames.at(-1) ?? {}));
  assert.deepEqual(screen.cards, ['een', 'twee', 'drie']);
});

test('who moves while the socket is full does not keep the old table', async (t) => {
  const hall = new Hall(t);
  const [anna, , bo] = hall.sit('anna', 'other', 'bo');
  assert.ok(anna && bo);
  hall.next();
  hall.write(anna, 'Aan tafel een');
  const screen = hall.listen(bo);
  await until(() => screen.cards.length === 1);
  screen.takes = false;
  hall.write(anna, 'Nog een');
  await until(() => screen.cards.length === 2);
  hall.lead({ type: 'moveSeat', seat: bo, table: 2 });
  await twoRounds();
  screen.drain();
  await until(() => screen.cards.length === 0);
});

test('a fourth stream of one seat closes the oldest and says so', async (t) => {
  const hall = new Hall(t);
  const [anna] = hall.sit('anna');
  assert.ok(anna);
  const screens = [1, 2, 3, 4].map(() => hall.listen(anna));
  assert.deepEqual(
    screens.map((screen) => [screen.ended, screen.signals]),
    [
      [true, ['beat', 'replaced']],
      [false, ['beat']],
      [false, ['beat']],
      [false, ['beat']],
    ],
  );
});

test('a device whose seat is taken away loses that stream at once; other devices keep theirs', async (t) => {
  const hall = new Hall(t);
  const [anna] = hall.sit('anna');
  assert.ok(anna);
  const [own, borrowed, leader] = [hall.listen(anna, {}, 'own'), hall.listen(anna, {}, 'borrowed'), hall.listen(LEADER, {}, 'borrowed')];
  await until(() => borrowed.frames.length === 3);
  hall.hub.revoke({ device: 'borrowed', conversation: 'hall', seat: anna });
  assert.deepEqual(
    [own, borrowed, leader].map((screen) => screen.ended),
    [false, true, false],
  );
  assert.equal(borrowed.signals.at(-1), 'revoked');
  hall.lead({ type: 'gong', run: (hall.next(), hall.run) });
  await until(() => own.frames.length > 3);
  assert.equal(borrowed.frames.length, 3);
  hall.hub.revoke({ device: 'borrowed', conversation: null, seat: null });
  assert.equal(leader.ended, true);
});

test('the wall sees the wall and nothing else', async (t) => {
  const hall = new Hall(t);
  const [screen] = hall.sit('screen');
  assert.ok(screen);
  assert.deepEqual(Object.keys((await hall.viewsOf(screen)).channels), ['wall']);
  const wall = hall.listen(screen);
  await until(() => wall.frames.length === 1);
  assert.equal(wall.frames[0]?.channel, 'wall');
});

test('a page starts with what the stream would send, at the same positions', async (t) => {
  const hall = new Hall(t);
  const [anna] = hall.sit('anna');
  assert.ok(anna);
  hall.next();
  hall.write(anna, 'Al geschreven');
  const { channels } = await hall.viewsOf(anna);
  const positions = Object.fromEntries(Object.entries(channels).map(([name, { position }]) => [name, position]));
  const screen = hall.listen(anna, positions);
  hall.write(anna, 'Daarna');
  await until(() => screen.frames.length === 2);
  assert.deepEqual(screen.frames.map((frame) => frame.channel).sort(), ['me', 'table']);
});

test('a page is as new as the database, also on a node that missed the news', async (t) => {
  const hall = new Hall(t);
  const [anna] = hall.sit('anna');
  assert.ok(anna);
  let held = hall.situation;
  const hub = new Hub({
    read: (_, reader) => Promise.resolve(reader(held, () => null)),
    refresh: async () => void (held = hall.situation),
    attend: () => () => undefined,
  });
  t.after(() => hub.stop());
  hall.next();
  assert.match((await hub.viewsOf('hall', anna)) ?? '', new RegExp(hall.run));
});
