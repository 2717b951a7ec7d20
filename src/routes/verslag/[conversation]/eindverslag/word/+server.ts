import type { ConversationId } from '#app/house.ts';
import { readFinalReport } from '#doors/reports.ts';
import { m } from '#words/compiled/messages.js';
import { redirect } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { marksOf, wordAnswer } from '../../word/document.server.ts';
import { finalHeading } from '../final.ts';
import FinalTold from '../FinalTold.svelte';
import type { RequestHandler } from './$types';

/** The eindverslag as a Word document: the very words of the page. */
export const GET: RequestHandler = async (event) => {
  const { conversation } = event.params;
  const read = await readFinalReport(event.locals.house.app, event.locals.visitor, conversation as ConversationId);
  const path = `/verslag/${conversation}/eindverslag`;
  // The page says why there is nothing to keep.
  if (!read?.report) redirect(303, path);
  const { report, rehearsal } = read;
  const page = new URL(`/verslag/${conversation}`, event.locals.house.address).href;
  const { body } = await render(FinalTold, { props: { report, page } });
  return wordAnswer(event, {
    ...finalHeading(read),
    body,
    path,
    file: m.final_file(),
    ...marksOf(report.standing.checkedByTwo, rehearsal),
  });
};
