import { isStoreProblem } from '#app/ports.ts';
import { refuse, type Refusal, type RefusalCode } from '#conversation/refusal.ts';
import { m } from '#words/compiled/messages.js';
import type { Language } from '#words/language.ts';
import { refusals, type Sentence } from '#words/refusals.server.ts';
import type { Reply } from './door.ts';

/** The compiler finds a code without a sentence here. */
const SENTENCES: { readonly [code in RefusalCode]: Sentence } = refusals;

/** What is refused is refused with 409, unless the fault lies in the request itself or with us. */
const STATUS: { readonly [code in RefusalCode]?: number } = {
  notFound: 404,
  notYourSeat: 404,
  unknownTicket: 404,
  wrongShape: 400,
  tooLong: 413,
  tooMuch: 413,
  tooFast: 429,
  databaseAway: 503,
};

/** How soon it is worth asking again. */
export const DATABASE_AWAY_SECONDS = 2;

export function sentenceOf({ refused, detail = {} }: Refusal, language: Language): string {
  return SENTENCES[refused](detail, { locale: language });
}

/** RFC 9457, with our code beside it. `kept`: whoever sent it still has the words. */
export function problemOf(refusal: Refusal, language: Language): Reply {
  const { refused: code, detail } = refusal;
  const status = STATUS[code] ?? 409;
  const wait = code === 'tooFast' ? detail?.['seconds'] : code === 'databaseAway' ? DATABASE_AWAY_SECONDS : undefined;
  const body = {
    type: 'about:blank',
    title: m.door_refused_title({}, { locale: language }),
    status,
    code,
    detail: sentenceOf(refusal, language),
    kept: true,
  };
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language };
  return { status, headers: wait === undefined ? headers : { ...headers, 'retry-after': String(wait) }, body: JSON.stringify(body) };
}

/** Whether whoever runs the house has to hear of it: that the database is away they hear from the house itself. */
export function isUnforeseen(error: unknown): boolean {
  return refusalFor(error) === null || (isStoreProblem(error) && error.kind === 'broken');
}

/** A database that does not answer is no fault of the request; anything else unforeseen is ours. */
export function refusalFor(error: unknown): Refusal | null {
  return isStoreProblem(error) && error.kind !== 'failed' ? refuse('databaseAway') : null;
}
