import { formats } from '#formats/list.ts';
import { Ending } from './bench/ending.ts';
import { holdEvening } from './bench/evening.ts';
import { machine } from './bench/machine.ts';
import { Options } from './bench/options.ts';
import { make } from './make.ts';

/**
 * `npm run evening -- --format ID --people 40 --phones 6 --seed S`: a whole evening over real HTTP in a house of its
 * own, with scribes, paper, latecomers and a line that is cut, and what became of every word.
 */
const options = new Options(['format', 'people', 'phones', 'seed']);
const ids = formats.map(({ id }) => id);
const format = formats.find(({ id }) => id === (options.word('format') ?? ids[0]));
const [people, phones] = [options.number('people', 40), options.number('phones', 6)];
const seed = options.word('seed') ?? '1';

if (!format || phones < 1 || people < phones * 2) {
  console.error(`Say which: --format ${ids.join(' | ')} --people 40 --phones 6 --seed 1; at least two people for each phone.`);
  process.exitCode = 2;
} else {
  const ending = new Ending();
  try {
    await make((sentence) => console.log(sentence));
    const result = await holdEvening({ format, people, phones, seed }, ending);
    if (!options.json) {
      console.log(`${format.id}, seed ${seed}; ${machine()}`);
      for (const [name, value] of Object.entries(result)) console.log(`  ${name.padEnd(16)} ${JSON.stringify(value)}`);
    }
    console.log(JSON.stringify(result));
    if (!result.ok) process.exitCode = 1;
  } finally {
    await ending.end();
  }
}
