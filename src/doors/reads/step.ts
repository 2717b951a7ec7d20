import type { InputUse, Place, Step } from '#conversation/format.ts';
import { inSight } from '#conversation/insight.ts';
import type { Situation } from '#conversation/input.ts';
import { entriesAt, outsideOf, stepAt, usesIn, visibilityOfEntry } from '#conversation/lookup.ts';
import type { Entry, EntryId, HideRule, State, TableNumber } from '#conversation/state.ts';
import { toldOf } from '#conversation/sums.ts';
import { isShared } from '#conversation/visible.ts';
import { adapted } from '#conversation/views/everyone.ts';
import type { FlatView } from '#conversation/channel.ts';
import { cardOf, type ReportCard } from '#report/cards.ts';
import type { Words, WordsOf } from '#conversation/words.ts';

/**
 * One step as whoever leads reads it before giving it to the room: never what was kept at a table or is for its
 * writer alone, and nothing while those it is for do not see it yet either.
 */
export interface Reading {
  readonly place: Place;
  readonly name: Words;
  /** Nobody who leads may look into it. */
  readonly closed: boolean;
  /** Some of it can be read only after the step. */
  readonly unfinished: boolean;
  readonly uses: readonly InputUse[];
  readonly tables: readonly TableReading[];
  /** What secret votes came to. */
  readonly results: FlatView;
  readonly waiting: number;
  readonly released: number;
  readonly kept: number;
}
export interface TableReading {
  readonly number: TableNumber;
  readonly view: FlatView;
  readonly marks: { readonly [entry: EntryId]: { readonly released: boolean } };
  readonly hidden: readonly HiddenCard[];
}

export interface HiddenCard {
  readonly id: EntryId;
  readonly rule: HideRule;
  /** For those who lead alone: whoever shows it again knows what it says. */
  readonly card: ReportCard | null;
}

export function readingOf(situation: Situation, place: Place, words: WordsOf): Reading | null {
  const { state } = situation;
  const step = stepAt(state, place);
  if (!step) return null;
  const closed = state.format.roles.some((role) => role.task === 'facilitate' && outsideOf(step).includes(role.id));
  const entries = closed ? [] : entriesAt(state, place).filter((entry) => isForOthers(state, entry));
  const meant = entries.filter((entry) => !entry.kept);
  const open = meant.filter((entry) => mayBeRead(state, entry));
  return {
    place,
    name: adapted(state, step.phase, 'name', words),
    closed,
    unfinished: open.length < meant.length,
    uses: usesIn(step.phase).filter((use) => !use.private),
    tables: tableNumbers(open).map((number) =>
      tableReading(
        situation,
        open.filter((entry) => entry.table === number),
        number,
        words,
      ),
    ),
    results: closed ? {} : resultsAt(state, step),
    waiting: open.filter((entry) => entry.status === 'there' && !entry.released).length,
    released: open.filter((entry) => entry.status === 'there' && entry.released).length,
    kept: entries.length - meant.length,
  };
}

/** What only its writer or only those who lead will see never comes by here. */
function isForOthers(state: State, entry: Entry): boolean {
  const visibility = visibilityOfEntry(state, entry);
  if (!visibility || entry.status === 'withdrawn' || !entry.laid) return false;
  return visibility.who !== 'facilitators' && (visibility.who !== 'me' || visibility.when === 'whenIConsent');
}

/** As soon as those it is for see it; what waits for its release has to be read before. */
function mayBeRead(state: State, entry: Entry): boolean {
  return entry.released || isShared(state, { ...entry, status: 'there', released: true });
}

function resultsAt(state: State, { place, phase }: Step): FlatView {
  return Object.fromEntries(
    phase.inputs.flatMap(({ key, kind }) => {
      const tally = state.tallies[`${place}/${key}`];
      return tally ? [[`tally/${place}/${key}`, { input: key, kind, ...toldOf(tally) }]] : [];
    }),
  );
}

function tableNumbers(entries: readonly Entry[]): readonly TableNumber[] {
  return [...new Set(entries.map((entry) => entry.table))].sort((a, b) => a - b);
}

function tableReading(situation: Situation, entries: readonly Entry[], number: TableNumber, words: WordsOf): TableReading {
  const there = entries.filter((entry) => entry.status === 'there');
  return {
    number,
    view: inSight(situation, there, MOST_CARDS, words),
    marks: Object.fromEntries(there.map(({ id, released }) => [id, { released }])),
    hidden: entries.flatMap((entry) =>
      entry.status === 'hidden' && entry.hiddenBy ? [{ id: entry.id, rule: entry.hiddenBy, card: cardOf(situation, entry, words) }] : [],
    ),
  };
}

/** Of one table: all of them, in any hall we know of. */
const MOST_CARDS = 500;
