import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readReport } from './report.server.ts';

/** A report is read and printed: no script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const read = (await readReport(event)) ?? error(404);
  return { ...read, today: event.locals.house.app.today() };
};
