import { m } from '#words/compiled/messages.js';
import { render } from 'svelte/server';
import { headingOf } from '../../heading.ts';
import { readReport } from '../../report.server.ts';
import { marksOf, wordAnswer } from '../../word/document.server.ts';
import Sheets from '../Sheets.svelte';
import { toPage } from '../../file.server.ts';
import type { RequestHandler } from './$types';

/** The sheets of tomorrow as a Word document: to work on, and to send to each owner. */
export const GET: RequestHandler = async (event) => {
  const read = await readReport(event);
  const path = `/verslag/${event.params.conversation}/morgen`;
  if (!read?.report) toPage(path);
  const { report, tomorrow, owed, rehearsal } = read;
  const { body } = await render(Sheets, { props: { report, sheets: tomorrow, owed } });
  return wordAnswer(event, {
    title: m.tomorrow_title(),
    eyebrow: headingOf(read).title,
    body,
    path,
    file: m.tomorrow_word_file(),
    ...marksOf(report.published, rehearsal),
  });
};
