import { csvOf } from '#report/csv.ts';
import { m } from '#words/compiled/messages.js';
import { fileAnswer, toPage } from '../file.server.ts';
import { readReport } from '../report.server.ts';
import type { RequestHandler } from './$types';
import { cardTable } from './table.ts';

/** The cards as a table, for whoever goes on counting. */
export const GET: RequestHandler = async (event) => {
  const read = await readReport(event);
  if (!read?.report) toPage(`/verslag/${event.params.conversation}`);
  const table = cardTable(read.report, read.audience, event.locals.language);
  return fileAnswer(csvOf(table), 'text/csv; charset=utf-8', `${m.report_cards_file()}.csv`);
};
