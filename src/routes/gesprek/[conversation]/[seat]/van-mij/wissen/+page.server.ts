import { redirect } from '@sveltejs/kit';
import { forgetDevice } from '../../../../../device.server.ts';
import { whoseSeat } from '../../../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  await whoseSeat({ locals, params });
};

export const actions = {
  async forget(event) {
    const { visitor } = await whoseSeat(event);
    await event.locals.house.app.forgetDevice(visitor);
    forgetDevice(event);
    redirect(303, '/doe-mee?gedaan=gewist');
  },
} satisfies Actions;
