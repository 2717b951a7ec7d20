import { whoseSeat } from '../../../at.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { at } = await whoseSeat({ locals, params });
  const known = await locals.house.app.conversation(at.conversation);
  return { rules: known?.format.houseRules ?? [] };
};
