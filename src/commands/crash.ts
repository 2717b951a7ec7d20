import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceFrom } from '#conversation/chance.ts';
import { inputs } from '#inputs/rules.ts';
import { Facilitator } from '#rehearsal/hall/facilitator.ts';
import { hallFormat, TABLE_SIZE } from '#rehearsal/hall/format.ts';
import { Hall } from '#rehearsal/hall/hall.ts';
import { Notes } from '#rehearsal/hall/notes.ts';
import { Times } from '#rehearsal/hall/times.ts';
import { Ending } from './bench/ending.ts';
import { FirstAfter } from './bench/firstAfter.ts';
import { fillLog } from './bench/longLog.ts';
import { machine } from './bench/machine.ts';
import { Options } from './bench/options.ts';
import { OwnHouse, profilerIn } from './bench/ownHouse.ts';
import { prepareConversation, withStore, type Prepared } from './bench/prepare.ts';
import { readBack } from './bench/readBack.ts';
import { make } from './make.ts';

/**
 * `npm run crash -- --kills K [--events E]`: kills the app and the database in turn, at random moments while
 * phones write, starts again what a supervisor would start, and looks for every acknowledged word in the log.
 */
const options = new Options(['kills', 'events', 'phones', 'seed', 'profile']);
const kills = options.number('kills', 20);
const events = options.number('events', 0);
const phones = options.number('phones', 64);
const seed = options.word('seed') ?? String(Date.now());
const WRITTEN_ROUNDS = 8;
const WRITE_EVERY_MS = 2_500;
const SETTLE_MS = 180_000;
const ending = new Ending();

try {
  console.log(`${machine()}; seed ${seed}`);
  await make((line) => console.log(line));
  const result = await run();
  if (options.json) console.log(JSON.stringify(result));
} finally {
  await ending.end();
}

async function run() {
  const house = ending.with(await OwnHouse.onFreePort(profilerIn(options.word('profile'))), (each) => each.remove());
  const prepared = await prepareConversation(house.dataDir, hallFormat(WRITTEN_ROUNDS + 2), Math.ceil(phones / TABLE_SIZE));
  await goToLastRound(house, prepared);
  const before = await withStore(house.dataDir, (store) =>
    fillLog(store, prepared.place.conversation, { events, rounds: WRITTEN_ROUNDS, seed }),
  );
  const startMs = await timed(() => house.start());
  console.log(`the log holds ${before} events; the house starts in ${startMs} ms`);

  const firstAfter = new FirstAfter();
  const notes = new Notes((askedAt, at) => firstAfter.accepted(askedAt, at));
  const hall = ending.with(new Hall({ house: house.url, phones, invitation: { key: prepared.key }, inputs, seed, notes }), (each) =>
    each.close(),
  );
  await hall.gather(2);
  if (hall.shutOut > 0) throw new Error(`${hall.shutOut} phones could not come in: ${hall.turnedAway.reason}`);
  console.log(`all are in after ${hall.joined.within(1)} ms`);
  hall.startWriting(WRITE_EVERY_MS);
  const { app, database } = await killInTurn(house, firstAfter, chanceFrom(`${seed} kills`));
  hall.stopWriting();
  await hall.settle(SETTLE_MS);

  const waiting = hall.waiting;
  const missing = await hall.missing();
  const unseen = hall.unseen;
  hall.close();
  await house.stop();
  const found = await withStore(house.dataDir, (store) => readBack(store, prepared.place.conversation, notes.acknowledged, before));
  const all = together(app, database);
  console.log(`not in the log ${found.lost}, not given back over HTTP ${missing}, still on phones ${waiting}`);
  const result = {
    kills,
    events: before,
    acknowledged: notes.acknowledged.size,
    lost: Math.max(found.lost, missing) + waiting,
    duplicated: found.duplicated,
    orderViolations: found.orderViolations,
    unseen,
    refused: notes.refusals,
    recoverP50Ms: all.within(0.5),
    recoverP99Ms: all.within(0.99),
    appKilledP99Ms: app.within(0.99),
    databaseKilledP99Ms: database.within(0.99),
  };
  for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(20)} ${JSON.stringify(value)}`);
  return result;
}

/** The rounds before are those of the long log. */
async function goToLastRound(house: OwnHouse, { secret, place }: Prepared): Promise<void> {
  await house.start();
  const facilitator = new Facilitator(house.url, `apparaat=${secret}`, place, seed);
  await facilitator.begin();
  for (let round = 2; round <= WRITTEN_ROUNDS + 2; round++) await facilitator.next();
  facilitator.close();
  await house.stop();
}

async function killInTurn(house: OwnHouse, firstAfter: FirstAfter, chance: Chance): Promise<{ app: Times; database: Times }> {
  const times = { app: new Times(), database: new Times() };
  for (let kill = 0; kill < kills; kill++) {
    await pause(1_000 + chance.below(3_000));
    const what = kill % 2 === 0 ? 'app' : 'database';
    const at = performance.now();
    const back = firstAfter.wait(at);
    if (what === 'app') await house.kill().then(() => house.start());
    else house.killDatabase();
    const took = (await back) - at;
    times[what].add(took);
    console.log(`${String(kill + 1).padStart(3)}  ${what} killed, back after ${Math.round(took)} ms`);
  }
  return times;
}

function together(...some: readonly Times[]): Times {
  const all = new Times();
  for (const times of some) for (const time of times.all) all.add(time);
  return all;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return Math.round(performance.now() - begin);
}
