import { allowed } from '#conversation/allowed.ts';
import type { InputUse, Phase } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { stepAt, useOf } from '#conversation/lookup.ts';
import { staysAtTable } from '#conversation/ownWords.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { ownCard } from '#conversation/views/me.ts';
import type { May, OwnCardShape } from '#conversation/views/shapes.ts';
import { isShaped } from '#conversation/visible.ts';
import type { WordsOf } from '#conversation/words.ts';

/** One card of a seat, or one it works on with others, with what it may still do with it. */
export interface FoundCard {
  readonly card: OwnCardShape & { readonly id: EntryId };
  readonly use: InputUse;
  readonly step: Pick<Phase, 'visibility'> & { readonly turn: Phase['turn']['kind']; readonly name: Phase['name'] };
  readonly may: { readonly correct: May; readonly keep: May; readonly lay: May; readonly withdraw: May };
}

/** Null where there is no such card, or it is not this seat's. */
export function cardAt(situation: Situation, seat: SeatId, id: EntryId, words: WordsOf, now: number): FoundCard | null {
  const { state, authors } = situation;
  const entry = state.entries.get(id);
  const phase = entry && stepAt(state, entry.place)?.phase;
  const use = entry && useOf(state, entry);
  const writer = state.seats.get(seat);
  if (!entry || !phase || !use || !writer || entry.status === 'withdrawn') return null;
  // Of what was shortened only who wrote it knows the old words.
  const shapes = entry.original === undefined && isShaped(state, entry, writer);
  if (authors.seatOf.get(id) !== seat && !shapes) return null;
  const own = staysAtTable(situation, writer, use, entry.body) ? 'staysAtTable' : null;
  const stays = entry.kept && authors.seatOf.get(id) !== seat ? 'unknownCard' : own;
  const may = (type: 'correct' | 'keep' | 'lay' | 'withdraw') => allowed(situation, { kind: 'seat', seat }, { type, entry: id }, now);
  return {
    card: { ...(ownCard(situation, entry, words) as OwnCardShape), id },
    use,
    step: { visibility: phase.visibility, turn: phase.turn.kind, name: phase.name },
    may: { correct: may('correct'), keep: may('keep') ?? stays, lay: may('lay'), withdraw: may('withdraw') },
  };
}
