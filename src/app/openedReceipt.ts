import { dayOf } from '#conversation/day.ts';
import type { InputUse } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { stepAt, useOf, visibilityOfEntry } from '#conversation/lookup.ts';
import { askedAbout } from '#conversation/pledge.ts';
import { isPublished, mayBeLookedThrough } from '#conversation/publishing.ts';
import { isOfMany } from '#conversation/smallTables.ts';
import type { Entry, EntryId, State } from '#conversation/state.ts';
import { ownCard } from '#conversation/views/me.ts';
import { reportFinishedAt } from '#conversation/voices.ts';
import type { Json, Words, WordsOf } from '#conversation/words.ts';
import { promisePassed } from '#report/afterwards.ts';
import { publicIdOf } from '#report/forPublic.ts';
import { grownFrom, type GrownFromCard } from '#report/grown.ts';
import { harvestedFrom, ownNotes, type Harvested, type OwnNote } from '#report/harvested.ts';
import { toldOf, type ToldOfCard } from '#report/toldOf.ts';
import { questionsAbout, questionsToCome, type CardQuestion, type ComingQuestion } from './askedBack.ts';
import type { ConversationId } from './ids.ts';
import type { MailStanding } from './mailing.ts';

/** What a receipt opens: the cards its holder shared, and where they stand. Never notes, never anyone else's. */
export interface OpenedReceipt {
  readonly conversation: ConversationId;
  readonly format: Words;
  readonly title: string | null;
  /** The day, year-month-day, after which the code opens nothing. */
  readonly endsOn: string;
  /** Whether authorship is gone, so that this code is the only way to these cards. */
  readonly sealed: boolean;
  /** Everybody may read the report. */
  readonly published: boolean;
  /** When its holder hears what came of it. */
  readonly hearBack: HearBack;
  readonly cards: readonly ReceiptCard[];
  /** What they saw differently at a point of their table. */
  readonly notes: readonly OwnNote[];
  /** What who promised something will be asked about it. */
  readonly asked: readonly ComingQuestion[];
  /** Null while the conversation goes on, and in a rehearsal: there is nothing to mail about. */
  readonly mail: MailStanding | null;
}
/** Days are year-month-day. */
export interface HearBack {
  /** From whom; null where nobody is named. */
  readonly body: string | null;
  /** The promised day. */
  readonly on: string | null;
  /** It went by, and the promise was not kept. */
  readonly late: boolean;
  /** When the final report was closed: more is not to be expected. */
  readonly finishedOn: string | null;
}
export interface ReceiptCard {
  readonly entry: EntryId;
  readonly step: Words | null;
  readonly use: InputUse | null;
  /** "Bleef aan tafel": it is in no report. */
  readonly kept: boolean;
  /** What the report tells of it; null when it does not stand there. */
  readonly told: ToldOfCard | null;
  /** By what id everybody reads it there. */
  readonly publicId: string;
  /** What grew from it. */
  readonly grown: readonly GrownFromCard[];
  /** Which points it went into, and what was answered to it. */
  readonly harvested: Harvested;
  /** Whether it is quoted in the final report; null where it cannot stand there. */
  readonly quotable: boolean | null;
  /** Its writer is asked about it, now or later. */
  readonly isPromise: boolean;
  /** A table wrote it together: the final report tells it as that, and no quote is asked for. */
  readonly together: boolean;
  /** What is asked about it now, or was answered. */
  readonly questions: readonly CardQuestion[];
  readonly card: Json;
}

/** Whose it is, and how it is kept. */
interface Holding extends Pick<OpenedReceipt, 'conversation' | 'endsOn' | 'sealed' | 'mail'> {
  readonly rehearsal: boolean;
  /** The cards of this person that may be shown. */
  readonly mine: readonly Entry[];
  /** Whether this person wrote it: a card, or what they said of a point. */
  wrote(id: EntryId): boolean;
  /** Year-month-day. */
  readonly today: string;
}

/** All that the holder of a receipt reads. */
export function openedReceipt(situation: Situation, words: WordsOf, { mine, wrote, today, rehearsal, ...holding }: Holding): OpenedReceipt {
  const { state } = situation;
  const grown = grownFrom(situation, words, today, mine);
  const harvested = harvestedFrom(situation, words);
  return {
    ...holding,
    format: state.format.name,
    title: state.scope.title && words(state.scope.title),
    published: isPublished(state) && !rehearsal,
    hearBack: hearBackOf(state, today, words),
    cards: mine.map((entry) => ({ ...cardOf(situation, entry, today, words), grown: grown(entry.id), harvested: harvested(entry) })),
    notes: ownNotes(situation, wrote, words),
    asked: questionsToCome(situation, mine, today),
  };
}

function hearBackOf(state: State, today: string, words: WordsOf): HearBack {
  const finished = reportFinishedAt(state);
  const { body, hearBackOn } = state.scope;
  return {
    body: body && words(body),
    on: hearBackOn,
    late: promisePassed(state, today) !== null,
    finishedOn: finished === null ? null : dayOf(finished),
  };
}

/** Drafts and what was only ever for me are notes: a slip of paper may not open them. */
export function wasShared({ state }: Situation, entry: Entry): boolean {
  const visibility = visibilityOfEntry(state, entry);
  const onlyMine = visibility?.who === 'me' && visibility.when !== 'whenIConsent';
  return visibility !== undefined && entry.laid && !onlyMine && entry.status !== 'withdrawn';
}

function cardOf(situation: Situation, entry: Entry, today: string, words: WordsOf): Omit<ReceiptCard, 'grown' | 'harvested'> {
  const step = stepAt(situation.state, entry.place);
  const together = isOfMany(situation.state, entry);
  return {
    entry: entry.id,
    step: step?.phase.name ?? null,
    use: useOf(situation.state, entry) ?? null,
    kept: entry.kept,
    told: toldOf(situation, entry, words),
    publicId: publicIdOf(situation.state, entry.id),
    quotable: !together && entry.status === 'there' && mayBeLookedThrough(situation.state, entry) ? entry.quotable === true : null,
    isPromise: askedAbout(situation.state, entry).some(({ asks }) => asks === 'writer'),
    together,
    questions: questionsAbout(situation, entry, today, words),
    card: ownCard(situation, entry, words),
  };
}
