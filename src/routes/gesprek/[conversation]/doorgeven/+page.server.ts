import type { ConversationId } from '#app/house.ts';
import { tableOf } from '#conversation/lookup.ts';
import type { SeatId } from '#conversation/state.ts';
import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { handOn, handTo, seatsOfPhone } from '../../handed.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Plain forms: nothing of whoever had the phone is loaded here. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { conversation, seats } = await ofThisPhone(event);
  const situation = await event.locals.house.app.situationOf(conversation);
  const people = seats.map(({ id, table, perspectives }) => ({
    seat: id,
    table,
    place: (situation && tableOf(situation.state, table)?.seats.indexOf(id)) ?? 0,
    perspectives,
  }));
  return { conversation, people };
};

export const actions = {
  /** The phone leaves one pair of hands; the next person says who they are. */
  async hand(event) {
    const { conversation } = await ofThisPhone(event);
    handOn(event, conversation);
    redirect(303, event.url.pathname);
  },

  async take(event) {
    const { conversation, seats } = await ofThisPhone(event);
    const seat = textOf(await event.request.formData(), 'seat') as SeatId;
    const { language } = event.locals;
    if (!seats.some(({ id }) => id === seat)) return fail(404, { sentence: m.hand_not_yours({}, { locale: language }) });
    handTo(event, { conversation, seat });
    redirect(303, `/gesprek/${conversation}/${seat}`);
  },
} satisfies Actions;

type PhoneEvent = Pick<RequestEvent<{ conversation: string }>, 'locals' | 'params'>;

async function ofThisPhone({ locals, params }: PhoneEvent) {
  const conversation = params.conversation as ConversationId;
  const seats = await seatsOfPhone({ locals }, conversation);
  return seats.length === 0 ? error(404) : { conversation, seats };
}
