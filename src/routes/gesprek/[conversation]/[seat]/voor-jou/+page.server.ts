import type { ParticipantAction } from '#conversation/action.ts';
import { toldBy } from '#conversation/authors.ts';
import { roleOf, takesPart } from '#conversation/lookup.ts';
import { ownWordsAbroad } from '#conversation/ownWords.ts';
import { freshId } from '#phone/id.ts';
import { error } from '@sveltejs/kit';
import { seatPath, shown, take, whoseSeat, type FormEvent, type SeatEvent } from '../../../at.server.ts';
import { refusedForm } from '../../../../refusedForm.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { translatedInto } from '#conversation/translated.ts';
import { doneWords } from '../done.server.ts';
import { needsIn, photoIn, youngIn } from './telling.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { situation, seat } = await find({ locals, params });
  const { state, authors } = situation;
  return {
    actionId: freshId(),
    done: doneWords(url.searchParams.get('gedaan')),
    textSize: locals.textSize,
    beside: state.languages.beside,
    translated: translatedInto(state),
    /** Who leads or shows tells nothing here. */
    mayTell: state.status === 'open' && takesPart(roleOf(state, seat)),
    offered: state.offered,
    told: toldBy(authors, seat.id),
  };
};

export const actions = {
  needs: (event) => tell(event, needsIn),
  photo: (event) => tell(event, photoIn),
  time: (event) => tell(event, (form) => ({ type: 'tell', slower: form.get('slower') === 'true' })),
  /** What was written before stays at the table from now on, card by card, before anything is said of whose it was. */
  async young(event) {
    const { situation, seat } = await find(event);
    const form = await event.request.clone().formData();
    const abroad = youngIn(form).young ? ownWordsAbroad(situation, seat) : [];
    for (const { id } of abroad) await take(event, freshId(), { type: 'keep', entry: id, kept: true });
    return tell(event, youngIn);
  },
} satisfies Actions;

async function tell(event: FormEvent, actionIn: (form: FormData) => ParticipantAction) {
  const form = await event.request.formData();
  const taken = await take(event, form.get('action'), actionIn(form));
  return taken.accepted ? shown(`${seatPath(event.params)}/voor-jou`, 'tell') : refusedForm(event, taken, {});
}

async function find(event: SeatEvent) {
  const { at } = await whoseSeat(event);
  const situation = await event.locals.house.app.situationOf(at.conversation);
  const seat = situation?.state.seats.get(at.seat);
  if (!situation || !seat) error(404);
  return { situation, seat };
}
