import type { SeatId } from '#conversation/state.ts';
import type { Situation } from '#conversation/input.ts';
import { stepAt, useOf } from '#conversation/lookup.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { ownCard } from '#conversation/views/me.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import type { EntryId } from '#conversation/state.ts';
import { freshId } from '#phone/id.ts';
import { whoseSeat } from '../../../at.server.ts';
import { doneWords } from '../done.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { visitor, at } = await whoseSeat({ locals, params });
  const { app } = locals.house;
  const [known, cards, receipt] = await Promise.all([
    app.conversation(at.conversation),
    app.read(at.conversation, (situation, words) => cardsOf(situation, at.seat, words)),
    app.receiptOf(visitor, at),
  ]);
  const hasNotes = known?.format.phases.some((phase) => phase.inputs.some((use) => use.private)) ?? false;
  return { cards: cards ?? [], receipt, hasNotes, actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
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

/** Everything of mine, oldest first, with what became of it so far. */
function cardsOf(situation: Situation, seat: SeatId, words: WordsOf): readonly MyCard[] {
  const { state, authors } = situation;
  return (authors.entriesOf.get(seat) ?? []).flatMap((id) => {
    const entry = state.entries.get(id);
    const step = entry && stepAt(state, entry.place);
    const use = entry && useOf(state, entry);
    if (!entry || !step || !use) return [];
    const card = entry.status === 'withdrawn' ? null : (ownCard(situation, entry, words) as OwnCardShape);
    return [{ id: entry.id, step: step.phase.name, label: use.label, card }];
  });
}
