import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { seatPath, shown, take, whoseSeat } from '../../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneWords } from '../done.server.ts';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  await whoseSeat({ locals, params });
  return { actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

export const actions = {
  async call(event) {
    const form = await event.request.formData();
    const words = textOf(form, 'words');
    const taken = await take(event, form.get('action'), { type: 'call', words });
    return taken.accepted ? shown(`${seatPath(event.params)}/roep`, 'call') : refusedForm(event, taken, { words });
  },
} satisfies Actions;
