import type { Situation } from '#conversation/input.ts';
import type { Entry, EntryId } from '#conversation/state.ts';
import { agreementOn, notesAt, signedPoints, wordingOf, type Agreement } from '#conversation/points.ts';
import { counterVoicesOf, replyTo } from '#conversation/voices.ts';
import { cardsInReport } from '#conversation/publishing.ts';
import { isNoteGuessable } from '#conversation/smallTables.ts';
import type { PointId } from '#conversation/harvest.ts';
import type { WordsOf } from '#conversation/words.ts';
import { replyReport, type ReplyReport } from './points.ts';

/** What a card went into, as its own writer reads it. It says who saw it otherwise in words, never in numbers. */
export interface Harvested {
  /** The points that were signed; `own`: of the table where it was written. */
  readonly points: readonly { readonly words: string; readonly own: boolean; readonly agreement: Agreement }[];
  /** What was answered to it as a counter-voice; null when it is none. */
  readonly voice: { readonly reply: ReplyReport | null } | null;
}

export function harvestedFrom(situation: Situation, words: WordsOf): (entry: Entry) => Harvested {
  const { state } = situation;
  const signed = signedPoints(state);
  const voices = new Map(counterVoicesOf(situation).map((voice) => [voice.id, voice]));
  return (entry) => {
    const voice = voices.get(entry.id);
    return {
      points: signed.flatMap((point) => {
        const text = point.cards.includes(entry.id) ? wordingOf(point) : null;
        const said = text && words(text);
        const own = point.table === entry.table && point.seating === entry.seating;
        return said ? [{ words: said, own, agreement: agreementOn(point) }] : [];
      }),
      voice: voice ? { reply: replyReport(replyTo(voice), words) } : null,
    };
  };
}

/** A minority note, as whoever wrote it reads it back. */
export interface OwnNote {
  readonly id: EntryId;
  readonly point: PointId;
  readonly words: string;
  /** What it was said of. */
  readonly about: string | null;
  /** Its table signed: it is answered from then on. */
  readonly signed: boolean;
  /** Who reads these words beside its point: everybody, those who were there, or nobody outside the table. */
  readonly readBy: 'everyone' | 'room' | 'table';
  readonly reply: ReplyReport | null;
}

/** `mine`: whether an id is of who asks. */
export function ownNotes({ state }: Situation, mine: (id: EntryId) => boolean, words: WordsOf): readonly OwnNote[] {
  const signed = new Set(signedPoints(state).map(({ id }) => id));
  return Object.values(state.harvest.points).flatMap((point) => {
    const text = wordingOf(point);
    const isSigned = signed.has(point.id);
    const stands = isSigned && cardsInReport(state, point).length > 0;
    const readers = isNoteGuessable(state, point) ? 'room' : 'everyone';
    return notesAt(point).flatMap(({ id, note, forTable, hiddenBy }) => {
      // What was written down for somebody else at the table is not of who wrote it down.
      const said = note && !forTable && mine(id) ? words(note) : null;
      if (!said) return [];
      const reply = replyReport(replyTo({ replies: state.answering.replies[id] ?? [] }), words);
      const readBy = stands && hiddenBy === null ? readers : 'table';
      return [{ id, point: point.id, words: said, about: text && words(text), signed: isSigned, readBy, reply }];
    });
  });
}
