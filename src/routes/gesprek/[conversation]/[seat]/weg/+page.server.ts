import { freshId } from '#phone/id.ts';
import { seatPath, shown, take, whoseSeat } from '../../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
  await whoseSeat({ locals, params });
  return { actionId: freshId() };
};

export const actions = {
  async leave(event) {
    const form = await event.request.formData();
    const taken = await take(event, form.get('action'), { type: 'leave' });
    return taken.accepted ? shown(seatPath(event.params), 'leave') : refusedForm(event, taken, {});
  },
} satisfies Actions;
