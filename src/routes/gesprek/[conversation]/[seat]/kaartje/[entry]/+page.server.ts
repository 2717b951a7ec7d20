import type { ParticipantAction } from '#conversation/action.ts';
import type { EntryId } from '#conversation/state.ts';
import { cardAt, type FoundCard } from '#doors/reads/card.ts';
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

async function find({ locals, params }: Pick<CardEvent, 'locals' | 'params'>): Promise<FoundCard> {
  const { at } = await whoseSeat({ locals, params });
  const now = locals.house.app.now();
  const found = await locals.house.app.read(at.conversation, (situation, words) =>
    cardAt(situation, at.seat, params.entry as EntryId, words, now),
  );
  return found ?? error(404);
}

function entryOf({ params }: Pick<CardEvent, 'params'>): EntryId {
  return params.entry as EntryId;
}
