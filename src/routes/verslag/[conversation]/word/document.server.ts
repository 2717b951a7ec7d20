import type { WordParts } from '#report/word/document.ts';
import { m } from '#words/compiled/messages.js';
import type { RequestEvent } from '@sveltejs/kit';
import { fileAnswer } from '../file.server.ts';

interface Answer extends Omit<WordParts, 'language' | 'address'> {
  /** Of the page it comes from. */
  readonly path: string;
  /** How it is called where it is kept. */
  readonly file: string;
}

/** A file to keep. */
export async function wordAnswer({ locals }: Pick<RequestEvent, 'locals'>, { path, file, ...parts }: Answer): Promise<Response> {
  const address = new URL(path, locals.house.address).href;
  const document = await locals.house.office.write({ ...parts, language: locals.language, address });
  return fileAnswer(document, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', `${file}.docx`);
}

/** What stands on every page, and above all. */
export function marksOf(published: boolean, rehearsal: boolean): Pick<WordParts, 'mark' | 'warning'> {
  if (rehearsal) return { mark: m.report_rehearsal_mark(), warning: m.report_rehearsal() };
  if (published) return { mark: null, warning: null };
  return { mark: m.report_unchecked_mark(), warning: `${m.report_unchecked_title()}. ${m.report_unchecked()}` };
}
