import { m } from '#words/compiled/messages.js';
import { redirect } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { headingOf } from '../heading.ts';
import { readReport } from '../report.server.ts';
import Told from '../Told.svelte';
import type { RequestHandler } from './$types';
import { wordDocument, type WordParts } from './document.server.ts';

/** The report as a Word document: the very words of the page, so that the two can never differ. */
export const GET: RequestHandler = async (event) => {
  const read = await readReport(event);
  const path = `/verslag/${event.params.conversation}`;
  // The page says why there is nothing to keep.
  if (!read?.report) redirect(303, path);
  const { report, rehearsal } = read;
  const { body } = await render(Told, { props: { report } });
  const { title, eyebrow } = headingOf(read);
  const document = await wordDocument({
    title,
    eyebrow,
    body,
    language: event.locals.language,
    address: new URL(path, event.locals.house.address).href,
    ...markOf(report.published, rehearsal),
  });
  return new Response(document, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${m.report_word_file()}.docx"`,
    },
  });
};

/** What stands on every page, and above all. */
function markOf(published: boolean, rehearsal: boolean): Pick<WordParts, 'mark' | 'warning'> {
  if (rehearsal) return { mark: m.report_rehearsal_mark(), warning: m.report_rehearsal() };
  return published
    ? { mark: null, warning: null }
    : { mark: m.report_unchecked_mark(), warning: `${m.report_unchecked_title()}. ${m.report_unchecked()}` };
}
