import type { Situation } from '#conversation/input.ts';
import { askedAbout, comingAbout, hasCome, waitingAbout } from '#conversation/pledge.ts';
import type { Entry } from '#conversation/state.ts';
import type { Words, WordsOf } from '#conversation/words.ts';

/** A question that came back to who wrote a card: it waits for an answer, or has one that can be changed. */
export interface CardQuestion {
  readonly followUp: string;
  readonly question: Words;
  readonly statuses: readonly string[];
  /** What is chosen stands in the report. */
  readonly forAll: boolean;
  readonly answer: { readonly status: string; readonly learned: string | null } | null;
}

/** A question that is still to come, and its day (year-month-day); null while the conversation goes on. */
export interface ComingQuestion {
  readonly id: string;
  readonly question: Words;
  readonly on: string | null;
}

/** How it went, as whoever wrote the card told it; from outside, not yet looked at by the rules. */
export interface PledgeReply {
  readonly followUp: string;
  readonly status: string;
  readonly words: string;
}

export function questionsAbout(situation: Situation, entry: Entry, today: string, words: WordsOf): readonly CardQuestion[] {
  const waiting = waitingAbout(situation, entry, today)?.id;
  return askedAbout(situation.state, entry)
    .filter((each) => hasCome(situation, entry, each, today) && (each.id === waiting || entry.answers?.[each.id]))
    .map(({ id, question, statuses, seenBy }) => {
      const { status, learned } = entry.answers?.[id] ?? {};
      const answer = status === undefined ? null : { status, learned: learned ? words(learned) : null };
      return { followUp: id, question, statuses, forAll: seenBy === 'everyone', answer };
    });
}

/** By day; on one day each once, however many cards it is asked about. */
export function questionsToCome(situation: Situation, entries: readonly Entry[], today: string): readonly ComingQuestion[] {
  const { state } = situation;
  const coming = entries.flatMap((entry): readonly ComingQuestion[] => {
    if (state.closedAt === null) return askedAbout(state, entry).map(({ id, question }) => ({ id, question, on: null }));
    return comingAbout(situation, entry, today).map(({ followUp: { id, question }, on }) => ({ id, question, on }));
  });
  const once = new Map(coming.map((each) => [`${each.id} ${each.on}`, each]));
  return [...once.values()].toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
}
