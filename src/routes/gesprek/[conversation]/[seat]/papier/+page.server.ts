import type { EntryId, SeatId } from '#conversation/state.ts';
import { paperOf } from '#doors/reads/paper.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error } from '@sveltejs/kit';
import { refusedForm } from '../../../../refusedForm.server.ts';
import { seatPath, shown, take, whoseSeat } from '../../../at.server.ts';
import { doneWords } from '../done.server.ts';
import { write } from '../write.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const chosen = { place: url.searchParams.get('stap'), seat: url.searchParams.get('voor') };
  const found = await locals.house.app.read(at.conversation, (situation, words) => paperOf(situation, at.seat, chosen, words));
  return { ...(found ?? error(404)), actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

export const actions = {
  write: (event) => write(event, `${seatPath(event.params)}/papier`),

  async withdraw(event) {
    const form = await event.request.formData();
    const [entry, forSeat] = [textOf(form, 'entry') as EntryId, textOf(form, 'forSeat') as SeatId];
    const taken = await take(event, form.get('action'), { type: 'withdraw', entry, ...(forSeat && { forSeat }) });
    return taken.accepted ? shown(`${seatPath(event.params)}/papier`, 'withdraw') : refusedForm(event, taken, {});
  },
} satisfies Actions;
