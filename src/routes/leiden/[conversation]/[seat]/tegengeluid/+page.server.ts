import { freshId } from '#phone/id.ts';
import { error } from '@sveltejs/kit';
import { lead, whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { answeringOf } from './voices.ts';

export const load: PageServerLoad = async (event) => {
  const { at } = await whoLeads(event);
  const { locals } = event;
  const answering = await locals.house.app.read(at.conversation, (situation, words) => answeringOf(situation, words, locals.language));
  return { ...at, ticket: freshId(), answering: answering ?? error(404) };
};

export const actions: Actions = { do: lead };
