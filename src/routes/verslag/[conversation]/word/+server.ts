import { m } from '#words/compiled/messages.js';
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { headingOf } from '../heading.ts';
import { readReport } from '../report.server.ts';
import Told from '../Told.svelte';
import type { RequestHandler } from './$types';
import { wordDocument } from './document.server.ts';

/** The report as a Word document: the very words of the page, so that the two can never differ. */
export const GET: RequestHandler = async (event) => {
  const read = await readReport(event);
  const { report, rehearsal } = read;
  if (!report) error(404);
  const { body } = await render(Told, { props: { report } });
  const { title, eyebrow } = headingOf(read);
  const document = await wordDocument({
    title,
    eyebrow,
    body,
    language: event.locals.language,
    address: new URL(`/verslag/${event.params.conversation}`, event.locals.house.address).href,
    mark: rehearsal ? m.report_rehearsal_mark() : null,
    warning: rehearsal ? m.report_rehearsal() : null,
  });
  return new Response(document, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${m.report_word_file()}.docx"`,
    },
  });
};
