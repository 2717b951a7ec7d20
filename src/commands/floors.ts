import { hallFormat } from '#rehearsal/hall/format.ts';
import { Ending } from './bench/ending.ts';
import { fanOutFloor } from './bench/fanOut.ts';
import { insertFloor } from './bench/inserts.ts';
import { machine } from './bench/machine.ts';
import { Options } from './bench/options.ts';
import { OwnHouse } from './bench/ownHouse.ts';
import { prepareConversation, withStore } from './bench/prepare.ts';

/**
 * `npm run floors`: what the house is built on, without the house. How fast PostgreSQL takes the same groups of
 * events, and how fast bare Node hands the same number of streams the same number of frames.
 */
const options = new Options(['seconds']);
const seconds = options.number('seconds', 5);
const GROUPS = [1, 8, 32, 128] as const;
const STREAMS = [1_000, 3_000, 5_000] as const;
const ending = new Ending();

try {
  console.log(machine());
  const result = { inserts: await inserts(), fanOut: await fanOut() };
  if (options.json) console.log(JSON.stringify(result));
} finally {
  await ending.end();
}

async function inserts() {
  const house = ending.with(await OwnHouse.onFreePort(), (each) => each.remove());
  const { place } = await prepareConversation(house.dataDir, hallFormat(2), 1);
  return withStore(house.dataDir, async (store) => {
    const found = [];
    for (const group of GROUPS) {
      const floor = await insertFloor(store, place.conversation, group, seconds);
      console.log(
        `groups of ${group}: ${floor.actionsPerSecond} actions a second, each group p50 ${floor.groupP50Ms} ms, p99 ${floor.groupP99Ms} ms`,
      );
      found.push(floor);
    }
    return found;
  });
}

async function fanOut() {
  const found = [];
  for (const streams of STREAMS) {
    const floor = await fanOutFloor(streams, seconds, ending);
    console.log(
      `${streams} bare streams: p50 ${floor.pushP50Ms} ms, p99 ${floor.pushP99Ms} ms, ${floor.serverCpuPercent} % of a core, ${floor.serverRssMb} MB`,
    );
    found.push(floor);
  }
  return found;
}
