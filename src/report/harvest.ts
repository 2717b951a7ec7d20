import type { Situation } from '#conversation/input.ts';
import { unsignedTables } from '#conversation/points.ts';
import type { EntryId } from '#conversation/state.ts';
import { counterVoicesOf, replyTo } from '#conversation/voices.ts';
import type { WordsOf } from '#conversation/words.ts';
import type { Audience } from './numbers.ts';
import { pointsReport, replyReport, type NoteReport, type PointsReport } from './points.ts';

/** What tables made of their cards, and what was said against: out whatever is unanswered. */
export interface HarvestReport extends PointsReport {
  /** Tables whose points nobody signed for: these stay there. */
  readonly unsigned: number;
  readonly roomSigned: boolean;
  /** Cards in this report that are a counter-voice, with their answer. */
  readonly voices: readonly CardVoice[];
}
export type CardVoice = Pick<NoteReport, 'id' | 'reply'>;

/** `shown` are the cards that stand in the report. */
export function harvestReport(situation: Situation, words: WordsOf, audience: Audience, shown: ReadonlySet<EntryId>): HarvestReport {
  const { state } = situation;
  const voices = counterVoicesOf(situation).filter(({ kind, id }) => kind === 'card' && shown.has(id));
  return {
    ...pointsReport(situation, words, audience, shown),
    unsigned: unsignedTables(state).length,
    roomSigned: state.harvest.roomSignedAt !== null,
    voices: voices.map((voice) => ({ id: voice.id, reply: replyReport(replyTo(voice), words) })),
  };
}
