import { error } from '@sveltejs/kit';
import { whoLeads } from '../../../leading.server.ts';
import type { PageServerLoad } from './$types';
import { listedOf } from './listed.ts';

/** Ordinary pages and forms: who leads comes here days after the evening, with any device. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { at } = await whoLeads(event);
  const today = event.locals.house.app.today();
  const listed = await event.locals.house.app.read(at.conversation, (now, words) => listedOf(now, words, event.locals.language, today));
  if (!listed) error(404);
  return { ...at, listed, saved: event.url.searchParams.get('bewaard') };
};
