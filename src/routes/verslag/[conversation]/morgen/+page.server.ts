import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readReport } from '../report.server.ts';

/** Sheets to print: no script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const read = await readReport(event);
  if (!read) error(404);
  // The report says why there is nothing yet.
  if (!read.report) redirect(303, `/verslag/${event.params.conversation}`);
  return { ...read, report: read.report };
};
