import type { PointId } from './harvest.ts';
import type { EntryId, HideRule, TableNumber } from './state.ts';
import type { TextId } from './words.ts';

/** Cards that are a counter-voice, what was answered to each, and whether the final report is closed. */
export interface Answering {
  /** Cards that those who lead marked. Minority notes are counter-voices by themselves. */
  readonly marked: readonly EntryId[];
  /** By card or note, oldest first: the last is the answer, the others are its history. */
  readonly replies: { readonly [voice: string]: readonly Reply[] };
  readonly finishedAt: number | null;
  /** Why the final report was opened again, oldest first. */
  readonly reopened: readonly TextId[];
}

/** An answer, or plainly that there comes none, because. */
export interface Reply {
  readonly kind: 'answer' | 'none';
  readonly text: TextId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CounterVoice {
  /** Of the card, or of the note. */
  readonly id: EntryId;
  readonly kind: 'card' | 'note';
  /** Where a note stands; null for a card. */
  readonly point: PointId | null;
  readonly table: TableNumber;
  readonly seating: number;
  /** The words of a note; a card has its own. */
  readonly note: TextId | null;
  readonly withdrawn: boolean;
  readonly hiddenBy: HideRule | null;
  readonly replies: readonly Reply[];
}

export const NOTHING_ANSWERED: Answering = { marked: [], replies: {}, finishedAt: null, reopened: [] };

export type VoiceAction =
  | { type: 'markCounterVoice'; entry: EntryId }
  | { type: 'unmarkCounterVoice'; entry: EntryId }
  /** `saw`: how many answers there were when the page was drawn. */
  | { type: 'answerVoice'; voice: EntryId; saw: number; words: string }
  | { type: 'noAnswer'; voice: EntryId; saw: number; because: string }
  | { type: 'finishReport' }
  | { type: 'reopenReport'; because: string };

export type VoiceEvent =
  | { type: 'voiceMarked'; entry: EntryId }
  | { type: 'voiceUnmarked'; entry: EntryId }
  | { type: 'voiceAnswered'; voice: EntryId; kind: Reply['kind']; text: TextId; at: number }
  | { type: 'reportFinished'; at: number }
  | { type: 'reportReopened'; because: TextId };
