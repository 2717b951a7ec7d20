import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { twoRounds, until } from '../live/hall.ts';
import { HallDoor, type Stream } from './hallDoor.ts';

const door = await HallDoor.open({ after });
await door.next();

const ended: Stream[] = [];
after(() => ended.forEach((stream) => stream.close()));
const kept = (stream: Stream) => (ended.push(stream), stream);

test('a stream starts with each channel whole and goes on with what changes', async () => {
  const [anna, bo] = [await door.join(), await door.join()];
  const stream = kept(await bo.listen());
  assert.equal(stream.status, 200);
  assert.equal(stream.headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.equal(stream.headers['x-content-type-options'], 'nosniff');
  await until(() => stream.frames.length === 3);
  await anna.write('Voor wie luistert');
  await until(() => stream.text.includes('Voor wie luistert'));
  const last = stream.frames.at(-1);
  assert.ok(last && 'set' in last);
});

test('a page that was just drawn hears nothing again', async () => {
  const anna = await door.join();
  const { channels } = await anna.views();
  const after = Object.entries(channels)
    .map(([name, { position }]) => `${name}:${position}`)
    .join();
  const stream = kept(await anna.listen(after));
  await twoRounds();
  assert.deepEqual(stream.frames, []);
  await anna.write('En dan dit');
  await until(() => stream.frames.length === 2);
  assert.deepEqual(stream.frames.map(({ channel }) => channel).sort(), ['me', 'table']);
  assert.ok(stream.frames.every((frame) => 'set' in frame));
});

test('withdrawn words are gone from every older position', async () => {
  const [anna, bo] = [await door.join(), await door.join()];
  const stream = kept(await bo.listen());
  await until(() => stream.frames.length === 3);
  const written = await anna.write('KANARIE DIE WEG MOET');
  await until(() => stream.text.includes('KANARIE'));
  const { answer } = JSON.parse(written.body) as { answer: { entry: string } };
  const positions = ['', ...stream.frames.flatMap((frame) => ('position' in frame ? `${frame.channel}:${frame.position}` : []))];
  await anna.act({ type: 'withdraw', entry: answer.entry });
  await until(() => stream.frames.some((frame) => 'remove' in frame));
  const older = await Promise.all([positions.join(), ...positions].map((after) => bo.listen(after).then(kept)));
  const open = older.slice(-3);
  await until(() => open.every((each) => each.signals.length >= 1));
  await until(() => open.some((each) => each.frames.length >= 2));
  for (const { text } of older) assert.doesNotMatch(text, /KANARIE/);
  assert.doesNotMatch((await bo.get('/view')).body, /KANARIE/);
  assert.doesNotMatch((await anna.get('/cards')).body, /KANARIE/);
});

test('a fourth stream of a seat closes the oldest', async () => {
  const anna = await door.join();
  const streams: Stream[] = [];
  for (let count = 0; count < 4; count++) streams.push(kept(await anna.listen()));
  await until(() => streams[0]?.ended === true);
  assert.deepEqual(streams[0]?.signals, ['beat', 'replaced']);
  assert.deepEqual(
    streams.slice(1).map((stream) => stream.ended),
    [false, false, false],
  );
});

test('a seat that is taken away loses its stream, and gets no new one', async () => {
  const [anna, bo] = [await door.join(), await door.join()];
  const [lost, stays] = [kept(await anna.listen()), kept(await bo.listen())];
  await until(() => lost.frames.length === 3 && stays.frames.length === 3);
  await door.house.app.revokeSeat(door.leader, door.at, anna.place.seat);
  await until(() => lost.ended);
  assert.equal(lost.signals.at(-1), 'revoked');
  assert.equal(stays.ended, false);
  assert.equal((await anna.get('/stream')).status, 404);
  assert.equal((await anna.write('te laat')).status, 404);
});
