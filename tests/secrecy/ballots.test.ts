import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { until } from '../app/evening.ts';
import type { Stream } from '../doors/hallDoor.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { addressesOf, pageRoutes } from '../helpers/routes.ts';
import type { Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { placesIn } from './watch.ts';

/** Best first; in the other room the first two people chose what the other chose. */
const CHOICES = [['keuzea'], ['keuzeb', 'keuzec'], ['keuzea'], ['keuzed', 'keuzea'], ['keuzec'], ['keuzea', 'keuzeb', 'keuzec']];
const EXCHANGED = [CHOICES[1], CHOICES[0], ...CHOICES.slice(2)];

const hall = await Hall.open({ after }, { tables: 1 });
const database = await hall.database();
const one = await voteIn(hall.leader, CHOICES);
const other = await voteIn(await hall.beside(), EXCHANGED);

test('when two voters exchange their choices every page, view and stream of everybody stays the same', async () => {
  const [left, right] = [await shownIn(one), await shownIn(other)];
  assert.equal(left.length, right.length);
  for (const [index, shown] of left.entries()) assert.equal(shown, right[index]);
});

test('and so does every row of every table: what it says, in which order, and in which transaction', async () => {
  const [left, right] = [await storedIn(one), await storedIn(other)];
  assert.deepEqual(left, right);
  assert.ok(
    left['events']?.some((row) => /turnout\W+6/.test(row)),
    'the result is there',
  );
  for (const table of ['ballots', 'ballot_keys']) assert.deepEqual((await dump(database))[table], [], table);
});

interface Room {
  readonly leader: Guest;
  readonly voters: readonly Guest[];
  readonly streams: readonly Stream[];
  readonly code: string;
}

/** Six people come in, listen, vote in order of coming, and hear the result. */
async function voteIn(leader: Guest, choices: readonly (readonly string[] | undefined)[]): Promise<Room> {
  const voters: Guest[] = [];
  for (const _ of choices) voters.push(await hall.join(1, leader));
  while ((await hall.state(leader)).run?.place !== 'vote.1') await hall.next(leader);
  const listening = await Promise.all([...voters, leader].map(async (guest) => ({ guest, stream: await guest.listen() })));
  after(() => listening.forEach(({ stream }) => stream.close()));
  await until(() => allHeard(listening));
  for (const [index, voter] of voters.entries())
    await voter.do({ type: 'write', run: await voter.run(), input: 'best', act: { order: [...(choices[index] ?? [])] } });
  for (const _ of ['reflect', 'look']) {
    await hall.next(leader);
    // Otherwise both steps may come in one frame.
    await until(() => allHeard(listening));
  }
  return { leader, voters, streams: listening.map(({ stream }) => stream), code: (await hall.invitation(leader)).code };
}

/** Each listener has on its screen what the house would show it now. */
async function allHeard(listening: readonly { readonly guest: Guest; readonly stream: Stream }[]): Promise<boolean> {
  const heard = await Promise.all(
    listening.map(async ({ guest, stream: { frames } }) => {
      const { channels } = await guest.views();
      const last = (name: string) => frames.findLast(({ channel }) => channel === name);
      return Object.entries(channels).every(([name, { position }]) => {
        const frame = last(name);
        return frame && 'position' in frame && frame.position === position;
      });
    }),
  );
  return heard.every(Boolean);
}

/** Page by page and stream by stream. */
async function shownIn({ leader, voters, streams, code }: Room): Promise<readonly string[]> {
  const state = await hall.state(leader);
  const routes = (await pageRoutes()).filter(({ id }) => id.includes('[conversation]'));
  const shown: string[] = [];
  for (const guest of [...voters, leader]) {
    const pages = routes.flatMap((route) => addressesOf(route, placesIn(state, guest.place)));
    for (const path of [...pages, `${guest.path}/view`, `${guest.path}/cards`]) {
      const { status, body } = await guest.browser.get(path);
      shown.push(`${path} ${status} ${body.replaceAll(code, 'code')}`);
    }
  }
  const heard = streams.flatMap(({ frames }) => CHANNELS.map((name) => JSON.stringify(frames.filter(({ channel }) => channel === name))));
  return JSON.parse(alike(JSON.stringify([...shown, ...heard]))) as string[];
}

/** In which order channels come is chance; within one it is not. */
const CHANNELS = ['everyone', 'table', 'me', 'facilitator'];

/** Every row of this conversation, transaction by transaction as it lies on the disk: a full page may lie between two of them. */
async function storedIn({ leader, code }: Room) {
  const { conversation } = leader.place;
  const found: { [table: string]: readonly string[] } = {};
  for (const table of Object.keys(await dump(database))) {
    const sql = `SELECT dense_rank() OVER (ORDER BY xmin::text::bigint) AS rank, t::text AS row FROM "${table}" t WHERE t::text LIKE '%${conversation}%' ORDER BY xmin::text::bigint, ctid`;
    const rows = await rowsOf<{ rank: string; row: string }>(database, sql);
    found[table] = rows.map(({ rank, row }) => `${rank} ${row.replace(code, 'code')}`);
  }
  return JSON.parse(alike(JSON.stringify(found))) as typeof found;
}

/** Random ids become the number of their first appearance, so that what belongs together still does; times and hashes go. */
function alike(text: string): string {
  const numbers = new Map<string, number>();
  return (
    text
      .replaceAll('%2F', '/')
      .replaceAll(/nonce=\\+"[^"\\]+/g, 'nonce')
      .replaceAll(/(position\\*"?:\\*")[\w-]{11}/g, '$1position')
      .replaceAll(/\b1\d{12}\b/g, 'time')
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+00/g, 'time')
      // A minute may pass between the two evenings.
      .replaceAll(/\b\d\d:\d\d\b/g, 'minute')
      .replaceAll(/\\\\x[0-9a-f]{64}/g, 'hash')
      .replaceAll(/M0 0h7v1h-7z[^"\\]*/g, 'qr')
      .replaceAll(/(name=\\+"id\\+" value=\\+")[\w-]+/g, '$1action')
      .replaceAll(/[A-Za-z0-9_-]{43}/g, 'secret')
      // The mark of a plan goes with the code to join.
      .replaceAll(/\bPlan [B-Z][B-Z2-9]{2}\b/g, 'plan')
      .replaceAll(/\b(planWords|mark|begin):\\*"[\w:]+/g, '$1')
      .replaceAll(/(story|form)-action-\d+/g, 'action')
      .replaceAll(/\bt?[0-9a-z]{20}\b/g, (id) => {
        const number = numbers.get(id) ?? numbers.size;
        numbers.set(id, number);
        return `id${number}`;
      })
  );
}
