import type { ParticipantAction } from '#conversation/action.ts';
import { allowed } from '#conversation/allowed.ts';
import type { InputUse, Phase } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { staysAtTable } from '#conversation/ownWords.ts';
import { stepAt, useOf } from '#conversation/lookup.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { ownCard } from '#conversation/views/me.ts';
import type { May, OwnCardShape } from '#conversation/views/shapes.ts';
import type { WordsOf } from '#conversation/words.ts';
import { isShaped } from '#conversation/visible.ts';
import { forms } from '#inputs/forms.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { seatPath, shown, take, whoseSeat } from '../../../../at.server.ts';
import { doneWords } from '../../done.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../../../../refusedForm.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await find({ locals, params });
  return { ...found, actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

type CardEvent = Pick<RequestEvent<{ conversation: string; seat: string; entry: string }>, 'locals' | 'params' | 'request' | 'setHeaders'>;

export const actions = {
  async correct(event) {
    const form = await event.request.formData();
    const { use } = await find(event);
    const act = forms[use.kind]?.(use, form) ?? null;
    if (act === null) return fail(400, { sentence: m.input_nothing_yet({}, { locale: event.locals.language }), act });
    return done(event, form, { type: 'correct', entry: entryOf(event), act }, { act });
  },
  keep: async (event) => {
    const form = await event.request.formData();
    return done(event, form, { type: 'keep', entry: entryOf(event), kept: form.get('kept') === 'true' }, { act: null });
  },
  lay: async (event) => done(event, await event.request.formData(), { type: 'lay', entry: entryOf(event) }, { act: null }),
  withdraw: async (event) => done(event, await event.request.formData(), { type: 'withdraw', entry: entryOf(event) }, { act: null }),
} satisfies Actions;

async function done<Kept extends object>(event: CardEvent, form: FormData, action: ParticipantAction, kept: Kept) {
  const taken = await take(event, form.get('action'), action);
  if (!taken.accepted) return refusedForm(event, taken, kept);
  const path = seatPath(event.params);
  return shown(action.type === 'withdraw' ? `${path}/van-mij` : `${path}/kaartje/${event.params.entry}`, action.type);
}

interface FoundCard {
  readonly card: OwnCardShape & { readonly id: EntryId };
  readonly use: InputUse;
  readonly step: Pick<Phase, 'visibility'> & { readonly turn: Phase['turn']['kind']; readonly name: Phase['name'] };
  readonly may: { readonly correct: May; readonly keep: May; readonly lay: May; readonly withdraw: May };
}

async function find({ locals, params }: Pick<CardEvent, 'locals' | 'params'>): Promise<FoundCard> {
  const { at } = await whoseSeat({ locals, params });
  const found = await locals.house.app.read(at.conversation, (situation, words) =>
    cardAt(situation, at.seat, params.entry as EntryId, words),
  );
  return found ?? error(404);
}

function cardAt(situation: Situation, seat: SeatId, id: EntryId, words: WordsOf): FoundCard | null {
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
  const may = (type: 'correct' | 'keep' | 'lay' | 'withdraw') =>
    allowed(situation, { kind: 'seat', seat }, { type, entry: id }, Date.now());
  return {
    card: { ...(ownCard(situation, entry, words) as OwnCardShape), id },
    use,
    step: { visibility: phase.visibility, turn: phase.turn.kind, name: phase.name },
    may: { correct: may('correct'), keep: may('keep') ?? stays, lay: may('lay'), withdraw: may('withdraw') },
  };
}

function entryOf({ params }: Pick<CardEvent, 'params'>): EntryId {
  return params.entry as EntryId;
}
