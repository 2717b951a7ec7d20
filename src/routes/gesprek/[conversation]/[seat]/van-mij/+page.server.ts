import type { SeatId } from '#conversation/state.ts';
import type { Situation } from '#conversation/input.ts';
import { stepAt, useOf } from '#conversation/lookup.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { adapted } from '#conversation/views/everyone.ts';
import { ownCard } from '#conversation/views/me.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import type { EntryId } from '#conversation/state.ts';
import { cardsOfTable, harvestsFor, pointsAt } from '#conversation/points.ts';
import { placeNow } from '#conversation/satDuring.ts';
import { freshId } from '#phone/id.ts';
import { whoseSeat } from '../../../at.server.ts';
import { doneWords } from '../done.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { visitor, at } = await whoseSeat({ locals, params });
  const { app } = locals.house;
  const [known, cards, harvest, receipt] = await Promise.all([
    app.conversation(at.conversation),
    app.read(at.conversation, (situation, words) => cardsOf(situation, at.seat, words)),
    app.read(at.conversation, (situation) => harvestFor(situation, at.seat)),
    app.receiptOf(visitor, at),
  ]);
  const hasNotes = known?.format.phases.some((phase) => phase.inputs.some((use) => use.private)) ?? false;
  return { cards: cards ?? [], receipt, harvest, hasNotes, actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

export const actions = {
  /** Shown in this answer and never again. */
  async code(event) {
    const { visitor, at } = await whoseSeat(event);
    const receipt = await event.locals.house.app.makeReceipt(visitor, at);
    return 'refused' in receipt ? refusedForm(event, receipt, { code: null, endsOn: null }) : { ...receipt, sentence: null };
  },
} satisfies Actions;

interface MyCard {
  readonly id: EntryId;
  readonly step: Words;
  readonly label: Words;
  /** Null when it was withdrawn: its words are gone. */
  readonly card: OwnCardShape | null;
}

/** Whether there is something to harvest for this seat, or something of its table to say what it thinks of. */
function harvestFor(situation: Situation, id: SeatId): 'make' | 'say' | null {
  const { state } = situation;
  const seat = state.seats.get(id);
  if (!seat || seat.table === 0 || state.status === 'preparing' || state.status === 'sealed') return null;
  const where = placeNow(state, seat);
  if (pointsAt(state, where).length > 0) return harvestsFor(state, seat, where) ? 'make' : 'say';
  return harvestsFor(state, seat, where) && cardsOfTable(situation, where).length > 0 ? 'make' : null;
}

/** Everything of mine, oldest first, with what became of it so far. */
function cardsOf(situation: Situation, seat: SeatId, words: WordsOf): readonly MyCard[] {
  const { state, authors } = situation;
  return (authors.entriesOf.get(seat) ?? []).flatMap((id) => {
    const entry = state.entries.get(id);
    const step = entry && stepAt(state, entry.place);
    const use = entry && useOf(state, entry);
    if (!entry || !step || !use) return [];
    const card = entry.status === 'withdrawn' ? null : (ownCard(situation, entry, words) as OwnCardShape);
    return [{ id: entry.id, step: adapted(state, step.phase, 'name', words), label: use.label, card }];
  });
}
