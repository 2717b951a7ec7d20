import type { Perspective, Place } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { spokenView, type SpokenShape } from '#conversation/interpreting.ts';
import { entriesAt, useOf } from '#conversation/lookup.ts';
import { isForReport } from '#conversation/publishing.ts';
import type { Entry, EntryId, State } from '#conversation/state.ts';
import type { Json, WordsOf } from '#conversation/words.ts';

/** A released card as it stands in a report: never a writer, never an alias, at most a perspective. */
export interface ReportCard {
  readonly id: EntryId;
  readonly input: string;
  readonly kind: string;
  readonly place: Place;
  readonly table: number;
  readonly kept: false;
  readonly sender: { readonly perspective: Perspective } | null;
  readonly body: Json;
  /** How it was said, in another language. */
  readonly spoken?: SpokenShape;
  /** Whoever looked it through took words away. */
  readonly shortened?: true;
  /** Its writer lets these words stand as a quote in the final report. */
  readonly quotable?: true;
}

/** The released entries of one input, in an order that has nothing to do with who was first. */
export function released(state: State, place: Place, input: string): readonly Entry[] {
  const entries = entriesAt(state, place).filter((entry) => entry.input === input && isForReport(state, entry));
  return [...entries].sort((a, b) => a.table - b.table || (a.id < b.id ? -1 : 1));
}

export function cardOf({ state, inputs }: Situation, entry: Entry, words: WordsOf): ReportCard | null {
  const use = useOf(state, entry);
  const rules = use && inputs[use.kind];
  if (!use || !rules) return null;
  const { id, place, table, original, quotable } = entry;
  const perspective = state.released[place]?.perspectives[table]?.[id];
  const sender = perspective ? { perspective } : null;
  return {
    id,
    input: use.key,
    kind: use.kind,
    place,
    table,
    kept: false,
    sender,
    body: rules.view(use, entry.body, words),
    ...spokenView(entry, words),
    ...(original !== undefined && { shortened: true }),
    ...(quotable && { quotable }),
  };
}
