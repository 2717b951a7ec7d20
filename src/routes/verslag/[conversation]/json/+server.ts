import { reportData } from '#report/data.ts';
import { m } from '#words/compiled/messages.js';
import { fileAnswer, toPage } from '../file.server.ts';
import { readReport } from '../report.server.ts';
import type { RequestHandler } from './$types';

/** The whole report for other software, with the address of the schema it keeps to. */
export const GET: RequestHandler = async (event) => {
  const read = await readReport(event);
  if (!read?.report) toPage(`/verslag/${event.params.conversation}`);
  const $schema = new URL('/schema/verslag-1.json', event.locals.house.address).href;
  const data = { $schema, ...reportData(read.report, read) };
  return fileAnswer(JSON.stringify(data), 'application/json', `${m.report_word_file()}.json`);
};
