import type { Situation } from '#conversation/input.ts';
import { outcomesOf, type Outcome, type OutcomeId } from '#conversation/outcome.ts';
import { unsignedTables } from '#conversation/points.ts';
import { isOver } from '#conversation/publishing.ts';
import type { Language, WordsOf } from '#conversation/words.ts';
import { askedOfOthers, dayAskedAbout, type AskedOfOthers } from '#report/askedOfOthers.ts';
import { offersOf, pointsOffered, type OfferedPoint, type Offer } from '#report/offers.ts';
import { outcomeView, threadOf, type OutcomeView } from '#report/thread.ts';

/** What lives on after this conversation, and what can be made of it. */
export interface Listed {
  readonly title: string | null;
  readonly isOver: boolean;
  /** Who waits longest comes first; what is settled last. */
  readonly outcomes: readonly Line[];
  readonly dropped: readonly Pick<OutcomeView, 'id' | 'title' | 'name'>[];
  /** What tables said together, to begin with. */
  readonly points: readonly OfferedPoint[];
  /** Some table has points that it did not sign for yet. */
  readonly unsigned: boolean;
  readonly offers: readonly Offer[];
  /** By card: what it already stands under, whatever it was made of. */
  readonly under: Under;
  /** What the format asks back, and when. */
  readonly asked: readonly AskedOfOthers[];
}

export type Under = { readonly [card: string]: readonly string[] };

export type Line = Pick<OutcomeView, 'id' | 'title' | 'name' | 'owner' | 'now' | 'daysLate' | 'seenBy' | 'withResidents'> & {
  readonly cards: number;
};

export function listedOf(situation: Situation, words: WordsOf, locale: Language, today: string): Listed {
  const { state } = situation;
  const thread = threadOf(situation, words, 'leaders', today);
  const lines = thread.map(lineOf);
  return {
    title: state.scope.title && words(state.scope.title),
    isOver: isOver(state),
    outcomes: lines.sort((a, b) => waitsFor(a).localeCompare(waitsFor(b))),
    dropped: state.outcomes.flatMap((outcome) => (outcome.dropped === null ? [] : (droppedLine(situation, outcome, words, today) ?? []))),
    points: isOver(state) ? pointsOffered(situation, words) : [],
    unsigned: isOver(state) && unsignedTables(state).length > 0,
    offers: isOver(state) ? offersOf(situation, words, locale) : [],
    under: underOf(thread),
    asked: askedOfOthers(state, today).filter(({ hasCome, waits, answers }) => waits || !hasCome || answers.length > 0),
  };
}

/** Empty where there is nothing to begin with. */
export interface AsBefore {
  readonly owner: string;
  readonly due: string;
}

/** Who made the last one of a kind makes the next for the same owner and day, as a rule; the first is for the day on which the format asks about it. */
export function asBefore({ state }: Situation, kind: string, words: WordsOf, today: string): AsBefore {
  const last = outcomesOf(state).findLast((outcome) => outcome.kind === kind);
  const due = last?.history[0]?.due ?? '';
  return { owner: (last && words(last.owner.name)) ?? '', due: due >= today ? due : (dayAskedAbout(state, kind, today) ?? '') };
}

export function outcomeAt({ state }: Situation, id: string): Outcome | undefined {
  return state.outcomes.find((outcome) => outcome.id === (id as OutcomeId));
}

function lineOf({ id, title, name, owner, now, daysLate, seenBy, withResidents, cards }: OutcomeView): Line {
  return { id, title, name, owner, now, daysLate, seenBy, withResidents, cards: cards.length };
}

function underOf(thread: readonly OutcomeView[]): Under {
  const pairs = thread.flatMap(({ title, cards }) => (title === null ? [] : cards.map(({ id }) => ({ id, title }))));
  const byCard = Map.groupBy(pairs, ({ id }) => id);
  return Object.fromEntries([...byCard].map(([id, of]) => [id, of.map(({ title }) => title)]));
}

function droppedLine(situation: Situation, outcome: Outcome, words: WordsOf, today: string): Listed['dropped'][number] | null {
  const view = outcomeView(situation, outcome, words, 'leaders', today);
  return view && { id: view.id, title: view.title, name: view.name };
}

/** Days sort as they are written; what waits for nothing comes after all days. */
function waitsFor({ now }: Line): string {
  return now.due ?? '9999';
}
