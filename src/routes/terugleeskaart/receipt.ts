import type { CardQuestion, MailStanding } from '#app/house.ts';
import type { HearBack } from '#app/openedReceipt.ts';
import type { InputUse } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import type { Words } from '#conversation/words.ts';
import { wordsOf } from '#inputs/choices.ts';
import type { GrownFromCard } from '#report/grown.ts';
import type { Harvested, OwnNote } from '#report/harvested.ts';
import type { ToldOfCard } from '#report/toldOf.ts';

/** What somebody said, as their receipt shows it. */
export interface ShownReceipt {
  readonly format: Words;
  readonly title: string | null;
  readonly endsOn: string;
  readonly sealed: boolean;
  /** Where everybody may read it. */
  readonly report: string | null;
  readonly hearBack: HearBack;
  readonly cards: readonly ShownCard[];
  readonly notes: readonly OwnNote[];
  readonly asked: readonly { readonly id: string; readonly question: Words; readonly on: string | null }[];
  /** Null while the conversation goes on. */
  readonly mail: MailStanding | null;
  /** When this code was opened before (year-month-day). */
  readonly lookedBefore: string | null;
}

export interface ShownCard {
  readonly entry: string;
  readonly step: Words | null;
  readonly use: InputUse | null;
  readonly told: ToldOfCard | null;
  /** Its id in the report as whoever looks may read that. */
  readonly inReport: EntryId;
  readonly grown: readonly GrownFromCard[];
  readonly harvested: Harvested;
  /** Whether it may be quoted; null where it stands in no report. */
  readonly quotable: boolean | null;
  readonly questions: readonly CardQuestion[];
  /** Its writer is asked about it, now or later. */
  readonly isPromise: boolean;
  /** A table wrote it together: no quote of one person. */
  readonly together: boolean;
  readonly card: OwnCardShape;
}

/** What was filled in and not taken, to be mended where it stands. */
export interface Refusals {
  readonly answer: {
    readonly entry: string;
    readonly followUp: string;
    readonly status: string;
    readonly words: string;
    readonly sentence: string;
  } | null;
  /** A mail address or a code. */
  readonly mail: { readonly field: 'address' | 'code'; readonly typed: string; readonly news: boolean; readonly sentence: string } | null;
  /** "Het loopt anders". */
  readonly turn: { readonly entry: string; readonly outcome: string; readonly words: string; readonly sentence: string } | null;
}

/** Whether its place is still there: what was asked about may be gone since the page was drawn. */
export function isToldAtItsPlace({ cards, mail }: Pick<ShownReceipt, 'cards' | 'mail'>, refusals: Refusals): boolean {
  const { answer, turn } = refusals;
  const at = cards.find(({ entry }) => entry === (answer ?? turn)?.entry);
  if (answer) return at?.questions.some(({ followUp }) => followUp === answer.followUp) ?? false;
  if (turn) return at?.grown.some(({ id, turns }) => id === turn.outcome && turns !== null) ?? false;
  return refusals.mail !== null && mail !== null;
}

/** What came of something first, then what is asked about it; the rest, in the order it was said, after it. */
export function inOrder({ cards, notes }: Pick<ShownReceipt, 'cards' | 'notes'>) {
  const shown = cards.filter(({ card }) => wordsOf(card.body) !== '');
  const answered = shown.filter(isAnswered);
  const asked = shown.filter((card) => !isAnswered(card) && card.questions.length > 0);
  return {
    became: { cards: [...answered, ...asked], notes: notes.filter(({ reply }) => reply !== null) },
    others: {
      cards: shown.filter((card) => !isAnswered(card) && card.questions.length === 0),
      notes: notes.filter(({ reply }) => reply === null),
    },
    count: shown.length + notes.length,
  };
}

function isAnswered({ grown, harvested: { voice } }: ShownCard): boolean {
  return grown.length > 0 || (voice !== null && voice.reply !== null);
}

/** Only what was done can be noticed; it is asked once. */
export function canBeNoticed({ tells, dropped, now }: GrownFromCard): boolean {
  return tells && !dropped && (now.status === 'succeeded' || now.status === 'different');
}

/** The question that comes first on the page, while how something went is still asked. */
export function firstWaiting(cards: readonly ShownCard[]): { readonly entry: string; readonly question: string } | undefined {
  if (!cards.some(({ questions }) => questions.some(({ answer }) => answer === null))) return undefined;
  return cards
    .flatMap(({ entry, grown, questions }) => [
      ...grown.filter((one) => canBeNoticed(one) && one.noticed === null).map(({ id }) => ({ entry, question: id })),
      ...questions.filter(({ answer }) => answer === null).map(({ followUp }) => ({ entry, question: followUp })),
    ])
    .at(0);
}
