import type { Perspective } from '#conversation/format.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { fail } from '@sveltejs/kit';
import { refusedForm } from '../../../../refusedForm.server.ts';
import { seatPath, shown, take, whoseSeat } from '../../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  await whoseSeat({ locals, params });
  return { actionId: freshId() };
};

export const actions = {
  async seat(event) {
    const form = await event.request.formData();
    const { language } = event.locals;
    const kept = { chosen: textOf(form, 'as'), number: textOf(form, 'number').trim() };
    if (kept.chosen === '') return fail(400, { ...kept, sentence: m.join_choose({}, { locale: language }) });
    if (!/^\d{0,5}$/.test(kept.number)) return fail(400, { ...kept, sentence: m.served_number_wrong({}, { locale: language }) });
    const perspectives = kept.chosen === 'other' ? [] : [kept.chosen as Perspective];
    const ticket = kept.number === '' ? {} : { ticket: Number(kept.number) };
    const taken = await take(event, form.get('action'), { type: 'seatPerson', perspectives, ...ticket });
    return taken.accepted ? shown(seatPath(event.params), 'seatPerson') : refusedForm(event, taken, kept);
  },
} satisfies Actions;
