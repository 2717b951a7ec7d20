import type { ConversationId } from '#app/house.ts';
import { readFinalReport } from '#doors/reports.ts';
import { finalData } from '#report/finalData.ts';
import { m } from '#words/compiled/messages.js';
import { fileAnswer, toPage } from '../../file.server.ts';
import type { RequestHandler } from './$types';

/** The eindverslag for other software, with the address of the schema it keeps to. */
export const GET: RequestHandler = async (event) => {
  const { conversation } = event.params;
  const read = await readFinalReport(event.locals.house.app, event.locals.visitor, conversation as ConversationId);
  if (!read?.report) toPage(`/verslag/${conversation}/eindverslag`);
  const $schema = new URL('/schema/eindverslag-1.json', event.locals.house.address).href;
  const data = { $schema, ...finalData(read.report, read.rehearsal) };
  return fileAnswer(JSON.stringify(data), 'application/json', `${m.final_file()}.json`);
};
