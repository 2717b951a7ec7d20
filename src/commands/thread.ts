import { Ending } from './bench/ending.ts';
import { machine } from './bench/machine.ts';
import { Options } from './bench/options.ts';
import { followThread, measureLists, measureReport } from './bench/thread.ts';
import { make } from './make.ts';

/**
 * `npm run thread -- --people 200 --seed S [--outcomes 10000]`: an evening and its aftermath over real HTTP. Does every
 * card come back to who wrote it with its true fate, does every sentence open its cards, and how long do the library, the
 * board, the report and its Word file take?
 */
const options = new Options(['people', 'seed', 'outcomes']);
const [people, outcomes, seed] = [options.number('people', 200), options.number('outcomes', 10_000), options.word('seed') ?? '1'];
const ending = new Ending();

try {
  await make((sentence) => console.log(sentence));
  const result = {
    ...(await followThread(people, seed, ending)),
    outcomes,
    ...(await measureLists(outcomes, seed, ending)),
    ...(await measureReport(seed, ending)),
  };
  if (!options.json) {
    console.log(`${people} people, ${outcomes} outcomes, seed ${seed}; ${machine()}`);
    for (const [name, value] of Object.entries(result)) console.log(`  ${name.padEnd(18)} ${JSON.stringify(value)}`);
  }
  console.log(JSON.stringify(result));
  const { shared, inReceipt, trueFate, sentences, opening } = result;
  if (inReceipt < shared || trueFate < shared || opening < sentences) process.exitCode = 1;
} finally {
  await ending.end();
}
