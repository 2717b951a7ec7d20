import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { playEvening } from '#rehearsal/evening.ts';
import { reportOf } from '#report/model.ts';

/**
 * Writes the golden log of each format that has none yet: what lay in the log after one evening, and the
 * report it folds to. A log is made once and then kept: a later version of the rules must still read it.
 */
const FOLDER = fileURLToPath(new URL('../../tests/golden/', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
for (const format of formats) {
  const file = `${FOLDER}${format.id}.json`;
  if (existsSync(file)) {
    console.log(`${format.id} has its golden log already.`);
    continue;
  }
  const { conversation } = playEvening({ format, inputs, people: 12, seed: 'golden' });
  const { situation, words, log, texts } = conversation;
  const report = { room: reportOf(situation, words, 'room'), public: reportOf(situation, words, 'public') };
  writeFileSync(file, linesOf({ format, events: log, texts: [...texts], report }));
  console.log(`${format.id}: ${log.length} events written.`);
}

/** One event or text a line, so that a difference can be read. */
function linesOf(golden: { readonly [part: string]: unknown }): string {
  const part = (value: unknown) =>
    Array.isArray(value) ? `[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]` : JSON.stringify(value);
  return `{\n${Object.entries(golden)
    .map(([key, value]) => `${JSON.stringify(key)}: ${part(value)}`)
    .join(',\n')}\n}\n`;
}
