import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { NOBODY } from '#conversation/authors.ts';
import { readEvent, type StoredEvent } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Format } from '#conversation/format.ts';
import { begin } from '#conversation/state.ts';
import type { TextId } from '#conversation/words.ts';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import { type Report, reportOf } from '#report/model.ts';

/** An old log, the texts beside it, and the report it folds to. Never made anew because a rule changed: that is what it is for. */
interface Golden {
  readonly format: Format;
  readonly events: readonly StoredEvent[];
  readonly texts: readonly (readonly [TextId, string])[];
  readonly report: { readonly room: Report; readonly public: Report };
}

const FOLDER = new URL('.', import.meta.url);
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

test('every format of the house has a golden log', () => {
  for (const { id } of formats) assert.ok(names.includes(`${id}.json`), `npm run golden makes one for ${id}`);
});

describe('a golden log folds to the same report for ever', () => {
  for (const name of names) {
    const golden = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Golden;
    for (const audience of ['room', 'public'] as const) {
      test(`${name} for the ${audience}`, () => {
        const texts = new Map(golden.texts);
        const state = golden.events.map((event) => readEvent(event)).reduce((known, event) => evolve(known, event), begin(golden.format));
        const report = reportOf({ state, authors: NOBODY, inputs, kinds }, (text) => texts.get(text) ?? null, audience);
        assert.deepEqual(JSON.parse(JSON.stringify(report)), golden.report[audience]);
      });
    }
  }
});
