import { hallFormat, TABLE_SIZE } from '#rehearsal/hall/format.ts';
import { Facilitator } from '#rehearsal/hall/facilitator.ts';
import { Ending } from './bench/ending.ts';
import { fullHall, stormyHall, type HallPlace } from './bench/fullHall.ts';
import { machine } from './bench/machine.ts';
import { Options } from './bench/options.ts';
import { OtherNode } from './bench/otherNode.ts';
import { OwnHouse, profilerIn } from './bench/ownHouse.ts';
import { prepareConversation, withStore } from './bench/prepare.ts';
import { readBack } from './bench/readBack.ts';
import { make } from './make.ts';

/**
 * `npm run room -- --phones N --seconds T`: a full hall in one conversation, over real HTTP, and what became of
 * every word. `--storm`: all come in within ten seconds, beside somebody who guesses codes. `--url U --key K`:
 * in a house that runs already, where somebody leads a conversation whose QR carries this key.
 */
const options = new Options(['phones', 'seconds', 'seed', 'url', 'key', 'profile'], ['storm']);
const plan = {
  phones: options.number('phones', 1_000),
  seconds: options.number('seconds', 60),
  seed: options.word('seed') ?? String(Date.now()),
  say: (line: string) => console.log(line),
};
const ROUND_SECONDS = 20;
const ending = new Ending();

try {
  plan.say(`${machine()}; seed ${plan.seed}`);
  const url = options.word('url');
  const result = url ? await elsewhere(new URL(url), options.word('key') ?? '') : await inOwnHouse();
  if (options.json) console.log(JSON.stringify(result));
} finally {
  await ending.end();
}

/** What a hall of strangers can see of a house that is not ours: nothing of its processes, nothing of its log. */
async function elsewhere(url: URL, key: string) {
  const place: HallPlace = { url, invitation: { key }, facilitator: null, rounds: 1, house: null, otherNode: null };
  const { result, hall } = await fullHall(plan, place, ending);
  const lost = (await hall.missing()) + hall.waiting;
  plan.say(`lost ${lost}, by reading every card back over HTTP`);
  return { ...result, lost, duplicated: null };
}

async function inOwnHouse() {
  await make(plan.say);
  const rounds = Math.max(2, Math.round(plan.seconds / ROUND_SECONDS));
  const house = ending.with(await OwnHouse.onFreePort(profilerIn(options.word('profile'))), (each) => each.remove());
  const prepared = await prepareConversation(house.dataDir, hallFormat(rounds), Math.ceil(plan.phones / TABLE_SIZE));
  await house.start();
  const facilitator = ending.with(new Facilitator(house.url, `apparaat=${prepared.secret}`, prepared.place, plan.seed), (each) =>
    each.close(),
  );
  await facilitator.begin();
  const place: HallPlace = { url: house.url, invitation: { key: prepared.key }, facilitator, rounds, house, otherNode: null };
  if (options.has('storm')) return stormyHall(plan, place, prepared.code, ending);

  const otherNode = ending.with(await OtherNode.beside(house, prepared), (each) => each.stop());
  const { result, hall, notes } = await fullHall(plan, { ...place, otherNode }, ending);
  const missing = await hall.missing();
  const waiting = hall.waiting;
  hall.close();
  facilitator.close();
  await otherNode.stop();
  await house.stop();
  const { lost, duplicated, orderViolations, events } = await withStore(house.dataDir, (store) =>
    readBack(store, prepared.place.conversation, notes.acknowledged),
  );
  plan.say(
    `lost ${Math.max(lost, missing) + waiting}, duplicated ${duplicated}, out of order ${orderViolations}: read back from the log (${events} events) and, card by card, over HTTP`,
  );
  return { ...result, lost: Math.max(lost, missing) + waiting, duplicated, orderViolations };
}
