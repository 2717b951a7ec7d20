import type { Refusal } from '#conversation/refusal.ts';
import { problemOf, sentenceOf } from '#doors/problems.ts';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';

/** The form again, with the sentence and what was filled in; the headers say how long to wait, as the API's do. */
export function refusedForm<Kept extends object>(
  { locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>,
  refusal: Refusal,
  kept: Kept,
  sentence = sentenceOf(refusal, locals.language),
): ActionFailure<Kept & { sentence: string }> {
  const { status, headers } = problemOf(refusal, locals.language);
  const wait = headers?.['retry-after'];
  if (typeof wait === 'string') setHeaders({ 'retry-after': wait });
  return fail(status, { ...kept, sentence });
}
