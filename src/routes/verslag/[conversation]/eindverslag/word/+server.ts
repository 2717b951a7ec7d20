import type { ConversationId } from '#app/house.ts';
import { readFinalReport } from '#doors/reports.ts';
import { m } from '#words/compiled/messages.js';
import { render } from 'svelte/server';
import { marksOf, wordAnswer } from '../../word/document.server.ts';
import { finalHeading } from '../final.ts';
import FinalTold from '../FinalTold.svelte';
import { toPage } from '../../file.server.ts';
import type { RequestHandler } from './$types';

/** The eindverslag as a Word document: the very words of the page. */
export const GET: RequestHandler = async (event) => {
  const { conversation } = event.params;
  const read = await readFinalReport(event.locals.house.app, event.locals.visitor, conversation as ConversationId);
  const path = `/verslag/${conversation}/eindverslag`;
  if (!read?.report) toPage(path);
  const { report, promised, rehearsal } = read;
  const page = new URL(`/verslag/${conversation}`, event.locals.house.address).href;
  const { body } = await render(FinalTold, { props: { report, page, promised } });
  return wordAnswer(event, {
    ...finalHeading(read),
    body,
    path,
    file: m.final_file(),
    ...marksOf(report.standing.checkedByTwo, rehearsal),
  });
};
