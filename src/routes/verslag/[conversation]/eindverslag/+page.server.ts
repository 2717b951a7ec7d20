import { error } from '@sveltejs/kit';
import type { ConversationId } from '#app/house.ts';
import { readFinalReport } from '#doors/reports.ts';
import type { PageServerLoad } from './$types';

/** A report is read and printed: no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app } = locals.house;
  const read = (await readFinalReport(app, locals.visitor, params.conversation as ConversationId)) ?? error(404);
  return { ...read, today: app.today() };
};
