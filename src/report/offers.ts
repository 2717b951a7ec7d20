import type { OutcomeDeclaration, Step } from '#conversation/format.ts';
import type { Point, PointId } from '#conversation/harvest.ts';
import type { Situation } from '#conversation/input.ts';
import { steps, useOf, usesWrittenIn } from '#conversation/lookup.ts';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import { outcomesOf, type SeenBy } from '#conversation/outcome.ts';
import { agreementOn, notesAt, signedPoints, wordingOf } from '#conversation/points.ts';
import { cardsInReport, isForReport } from '#conversation/publishing.ts';
import { isGuessable, isOfMany } from '#conversation/smallTables.ts';
import type { EntryId, State, TableNumber } from '#conversation/state.ts';
import { adapted } from '#conversation/views/everyone.ts';
import { textsIn, type Language, type Words, type WordsOf } from '#conversation/words.ts';
import type { CardView } from '#inputs/card/rules.ts';
import { sayingOf } from '#inputs/saying.ts';
import { cardOf } from './cards.ts';
import { inputReport, type InputReport } from './inputs.ts';

/** What can be made of the cards of a conversation, as its format says. Nothing is made by itself. */
export interface Offer {
  /** Which of the declarations of the format. */
  readonly index: number;
  readonly kind: string;
  /** What the kind is called, and what the format calls what comes of it. */
  readonly name: Words;
  readonly declared: Words;
  readonly seenBy: SeenBy;
  /** One is made of all these cards together. */
  readonly gathers: boolean;
  /** The steps in which the cards were written. */
  readonly from: readonly Words[];
  /** What the room chose first. */
  readonly cards: readonly OfferedCard[];
}

export interface OfferedCard {
  readonly id: EntryId;
  /** In one line, in the language of the reader. */
  readonly line: string;
  /** What was filled in beside its text, in words. */
  readonly fields: { readonly [field: string]: string };
  /** Its place in the vote of the room, and how many votes. */
  readonly chosen: { readonly place: number; readonly count: number } | null;
  /** Something of this kind grew from it already. */
  readonly made: boolean;
  /** Its table was so small that a reader could guess who wrote it: its words are for no one else. */
  readonly guessable: boolean;
  /** Somebody's own words, of which they did not say that they may be quoted. */
  readonly own: boolean;
}

/** A step with the cards of it that stand in the report. */
export interface StepWithCards {
  readonly place: string;
  readonly name: Words;
  readonly cards: readonly OfferedCard[];
}

/** What a table said together and signed for, with those of its cards that stand in the report. */
export interface OfferedPoint {
  readonly id: PointId;
  readonly table: TableNumber;
  readonly words: string;
  readonly cards: readonly EntryId[];
  /** Something was made of it already. */
  readonly made: boolean;
  readonly dissent: Dissent;
}

/** Who sees a point differently: that somebody does, and what they wrote about it. For who leads: the public reads less. */
export interface Dissent {
  readonly isThere: boolean;
  readonly notes: readonly string[];
}

/** What is somebody's own, such as a pledge, is not made here: they are asked themselves. */
export function offersOf(situation: Situation, words: WordsOf, locale: Language): readonly Offer[] {
  const { format } = situation.state;
  const told = toldSteps(situation, words);
  const chosen = chosenIn(told);
  return format.outcomes.flatMap((declared, index) => {
    const kind = situation.kinds[declared.kind];
    if (!kind || declared.owner === 'writer' || declared.seenBy === 'owner') return [];
    const gathers = kind.gathers ?? false;
    // Of a problem before and after, what can be recorded is how it is said now.
    const from = declared.change?.after ?? declared.from;
    const grows = told.filter(({ inputs }) => inputs.some(({ use }) => from.includes(use.key)));
    const found = grows.flatMap(({ inputs }) => cardsFrom(inputs, from)).sort(byChoice(chosen));
    const cards = gathers ? found : found.filter((id) => saysSomething(situation.state, id));
    if (cards.length === 0) return [];
    const made = madeOf(situation, declared.kind);
    return {
      index,
      kind: declared.kind,
      name: kind.name,
      declared: declared.name,
      seenBy: declared.seenBy === 'everyone' ? ('everyone' as const) : ('leaders' as const),
      gathers,
      from: grows.map(({ step }) => adapted(situation.state, step.phase, 'name', words)),
      cards: cards.flatMap((id) => offered(situation, id, { words, locale, chosen, made }) ?? []),
    };
  });
}

/** The points of tables that signed, as far as they rest on a card that stands in the report. */
export function pointsOffered({ state }: Situation, words: WordsOf): readonly OfferedPoint[] {
  const made = new Set(outcomesOf(state).flatMap(({ point }) => point ?? []));
  return signedPoints(state).flatMap((point) => {
    const text = wordingOf(point);
    const said = text && words(text);
    const cards = cardsInReport(state, point);
    return said && cards.length > 0
      ? [{ id: point.id, table: point.table, words: said, cards, made: made.has(point.id), dissent: dissentAt(point, words) }]
      : [];
  });
}

export function dissentAt(point: Point, words: WordsOf): Dissent {
  const notes = notesAt(point).flatMap(({ note, withdrawn, hiddenBy }) => (!withdrawn && !hiddenBy && note ? (words(note) ?? []) : []));
  return { isThere: agreementOn(point) === 'notAll', notes };
}

/** All that can be linked, step by step. `kind`: of which it is told whether one was made already. */
export function cardsByStep(situation: Situation, words: WordsOf, locale: Language, kind: string): readonly StepWithCards[] {
  const told = toldSteps(situation, words);
  const how = { words, locale, chosen: chosenIn(told), made: madeOf(situation, kind) };
  return told.flatMap(({ step, inputs }) => {
    const cards = inputs.flatMap((input) => input.cards.flatMap((id) => offered(situation, id, how) ?? []));
    return cards.length === 0 ? [] : { place: step.place, name: adapted(situation.state, step.phase, 'name', words), cards };
  });
}

/** These cards, in this order; those that do not stand in the report (any more) are left out. */
export function cardsNamed(situation: Situation, words: WordsOf, locale: Language, ids: readonly EntryId[]): readonly OfferedCard[] {
  const how = { words, locale, chosen: chosenIn(toldSteps(situation, words)), made: new Set<EntryId>() };
  return ids.flatMap((id) => offered(situation, id, how) ?? []);
}

interface Told {
  readonly step: Step;
  readonly inputs: readonly InputReport[];
}

function toldSteps(situation: Situation, words: WordsOf): readonly Told[] {
  const { state } = situation;
  const begun = steps(state).filter(({ place }) => state.runs.some((run) => run.place === place));
  return begun.map((step) => ({ step, inputs: usesWrittenIn(state, step).map((use) => inputReport(situation, step, use, words)) }));
}

/** With the sheets of tables that did such a step differently, and what a vote was about. */
function cardsFrom(inputs: readonly InputReport[], from: OutcomeDeclaration['from']): readonly EntryId[] {
  const grows = inputs.filter(({ use }) => from.includes(use.key) || use.key === OPEN_SHEET);
  return [...new Set(grows.flatMap(({ cards, tally }) => [...(tally?.restsOn ?? []), ...cards]))];
}

/** An answer that was only ticked, such as "Ja", is no sentence to begin with. */
function saysSomething({ entries }: State, id: EntryId): boolean {
  return textsIn(entries.get(id)?.body ?? null).length > 0;
}

type Chosen = ReadonlyMap<string, { readonly place: number; readonly count: number }>;

function chosenIn(told: readonly Told[]): Chosen {
  const options = told.flatMap(({ inputs }) => inputs.flatMap(({ tally }) => tally?.options ?? []));
  return new Map(options.filter(({ count }) => count > 0).map(({ option, place, count }) => [option, { place, count }]));
}

function byChoice(chosen: Chosen) {
  const place = (id: EntryId) => chosen.get(id)?.place ?? Number.MAX_SAFE_INTEGER;
  return (a: EntryId, b: EntryId) => place(a) - place(b);
}

function madeOf({ state }: Situation, kind: string): ReadonlySet<EntryId> {
  return new Set(outcomesOf(state).flatMap((outcome) => (outcome.kind === kind ? outcome.cards : [])));
}

interface How {
  readonly words: WordsOf;
  readonly locale: Language;
  readonly chosen: Chosen;
  readonly made: ReadonlySet<EntryId>;
}

function offered(situation: Situation, id: EntryId, { words, locale, chosen, made }: How): OfferedCard | null {
  const entry = situation.state.entries.get(id);
  const card = entry && isForReport(situation.state, entry) ? cardOf(situation, entry, words) : null;
  const use = entry && useOf(situation.state, entry);
  if (!card || !use) return null;
  const { fields: said = {} } = (card.body ?? {}) as Partial<CardView>;
  const fields = Object.fromEntries(Object.entries(said).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
  return {
    id,
    line: sayingOf(use, card.body, locale),
    fields,
    chosen: chosen.get(id) ?? null,
    made: made.has(id),
    guessable: isGuessable(situation.state, entry),
    own: !card.quotable && !isOfMany(situation.state, entry),
  };
}
