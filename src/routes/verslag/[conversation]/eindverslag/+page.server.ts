import { error } from '@sveltejs/kit';
import type { ConversationId } from '#app/house.ts';
import { readFinalReport } from '#doors/reports.ts';
import type { PageServerLoad } from './$types';

/** A report is read and printed: no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) =>
  (await readFinalReport(locals.house.app, locals.visitor, params.conversation as ConversationId)) ?? error(404);
