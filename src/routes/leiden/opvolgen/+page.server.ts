import { redirect } from '@sveltejs/kit';
import { readBoard } from '../../outcomes/asked.server.ts';
import type { PageServerLoad } from './$types';

/** For an organiser: what everybody may read, and all of their own conversations. */
export const load: PageServerLoad = async (event) => {
  const { visitor } = event.locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  return { board: await readBoard(event, visitor) };
};
