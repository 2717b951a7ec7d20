import { parseArgs } from 'node:util';

/** Numbers, words and switches from the command line: `--phones 100 --json`. Says in one sentence what is wrong with them. */
export class Options {
  readonly #given: Given;
  readonly json: boolean;

  constructor(numbersAndWords: readonly string[], switches: readonly string[] = []) {
    const known: (readonly [name: string, kind: { readonly type: 'string' | 'boolean' }])[] = [
      ...numbersAndWords.map((name) => [name, { type: 'string' }] as const),
      ...[...switches, 'json'].map((name) => [name, { type: 'boolean' }] as const),
    ];
    try {
      this.#given = parseArgs({ options: Object.fromEntries<{ readonly type: 'string' | 'boolean' }>(known) }).values;
    } catch {
      leave(`This command takes ${known.map(([name]) => `--${name}`).join(', ')}.`);
    }
    this.json = this.has('json');
  }

  has(name: string): boolean {
    return this.#given[name] === true;
  }

  word(name: string): string | undefined {
    const given = this.#given[name];
    return typeof given === 'string' ? given : undefined;
  }

  number(name: string, otherwise: number): number {
    const given = this.word(name);
    if (given === undefined) return otherwise;
    const number = Number(given);
    return Number.isSafeInteger(number) && number >= 0 ? number : leave(`--${name} is "${given}", but has to be a whole number.`);
  }
}

type Given = { readonly [name: string]: unknown };

function leave(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
