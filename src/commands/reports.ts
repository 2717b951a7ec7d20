import { Ending } from './bench/ending.ts';
import { holdFullEvening } from './bench/fullEvening.ts';
import { machine } from './bench/machine.ts';
import { Options } from './bench/options.ts';
import { OwnHouse, profilerIn } from './bench/ownHouse.ts';
import { reportCosts } from './bench/reportCosts.ts';
import { make } from './make.ts';

/** `npm run reports`: how long the report of a full hall takes, and its Word file, in a house of its own. */
const options = new Options(['people', 'seed', 'profile']);
const people = options.number('people', 300);
const seed = options.word('seed') ?? 'reports';
const ending = new Ending();

try {
  await make((line) => console.log(line));
  const house = ending.with(await OwnHouse.onFreePort(profilerIn(options.word('profile'))), (each) => each.remove());
  const { place, secret, cards } = await holdFullEvening(house.dataDir, people, seed);
  await house.start();
  const costs = await reportCosts(house.url, place, secret);
  console.log(machine());
  console.log(`${people} people, ${cards} cards: report ${costs.reportMs} ms, Word file ${costs.docxMs} ms`);
  if (options.json) console.log(JSON.stringify({ people, cards, ...costs }));
} finally {
  await ending.end();
}
