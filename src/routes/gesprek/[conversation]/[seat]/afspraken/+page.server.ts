import { scopeReport } from '#report/scope.ts';
import { error } from '@sveltejs/kit';
import { whoseSeat } from '../../../at.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { at } = await whoseSeat({ locals, params });
  const { app } = locals.house;
  const told = await app.read(at.conversation, ({ state }, words) => ({
    rules: state.format.houseRules,
    scope: scopeReport(state, words),
  }));
  return told ?? error(404);
};
