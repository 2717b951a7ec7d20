import { formats } from '#formats/list.ts';

/** `npm run -s samenspraak -- <what> <how>`: asks the house something, one answer a line. */
const COMMANDS: { readonly [words: string]: () => readonly string[] } = {
  'format list': () => formats.map(({ id }) => id),
};

const asked = process.argv.slice(2).join(' ');

if (Object.hasOwn(COMMANDS, asked)) {
  for (const line of COMMANDS[asked]?.() ?? []) console.log(line);
} else {
  console.error(`${asked ? `There is no "${asked}". ` : ''}You can ask:`);
  for (const words of Object.keys(COMMANDS)) console.error(`  npm run -s samenspraak -- ${words}`);
  process.exitCode = 1;
}
