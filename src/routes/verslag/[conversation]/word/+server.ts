import { m } from '#words/compiled/messages.js';
import { render } from 'svelte/server';
import { headingOf } from '../heading.ts';
import { readReport } from '../report.server.ts';
import Told from '../Told.svelte';
import { toPage } from '../file.server.ts';
import type { RequestHandler } from './$types';
import { marksOf, wordAnswer } from './document.server.ts';

/** The report as a Word document: the very words of the page, so that the two can never differ. */
export const GET: RequestHandler = async (event) => {
  const read = await readReport(event);
  const path = `/verslag/${event.params.conversation}`;
  if (!read?.report) toPage(path);
  const { report, thread, promised, rehearsal } = read;
  const { body } = await render(Told, { props: { report, thread, promised } });
  const address = new URL(path, event.locals.house.address).href;
  return wordAnswer(event, {
    ...headingOf(read),
    body,
    path,
    file: m.report_word_file(),
    ...marksOf(report.published, rehearsal),
    ...(report.published && !rehearsal && { checked: m.report_checked_at({ address }) }),
  });
};
