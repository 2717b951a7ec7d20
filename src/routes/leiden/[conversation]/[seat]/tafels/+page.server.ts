import { freshId } from '#phone/id.ts';
import { anewOf, oneTableMore, planOf } from '#doors/reads/people.ts';
import { lead, whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  return { ...at, ticket: freshId(), ...planOf(situation), anew: anewOf(situation, at.seat), more: oneTableMore(situation, at.seat) };
};

export const actions: Actions = { do: lead };
