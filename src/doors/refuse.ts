import { m } from '#words/compiled/messages.js';
import type { Language } from '#words/language.ts';
import type { Reply } from './door.ts';
import { isApi } from './headers.ts';

const STATUS = {
  foreignHost: 421,
  badAddress: 400,
  longAddress: 414,
  badMethod: 405,
  tooLarge: 413,
  foreignOrigin: 403,
  unknownToken: 401,
  outOfScope: 403,
  badForm: 415,
  notFound: 404,
  broken: 500,
  databaseAway: 503,
} as const;
export type DoorRefusalCode = keyof typeof STATUS;

/** One sentence with its code: JSON for software, a small page for people. */
export function refuseAtDoor(path: string, language: Language, code: DoorRefusalCode): Reply {
  const status = STATUS[code];
  const sentence = SENTENCE[code]({}, { locale: language });
  return isApi(path) ? problem({ status, code, sentence }) : smallPage(status, sentence, language);
}

/** RFC 9457, with our code beside it. */
export function problem({ status, code, sentence }: { status: number; code: string; sentence: string }): Reply {
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify({ type: 'about:blank', title: code, status, code, detail: sentence }),
  };
}

function smallPage(status: number, sentence: string, language: Language): Reply {
  const title = m.door_refused_title({}, { locale: language });
  const home = m.door_to_first_page({}, { locale: language });
  const body = [
    '<!doctype html>',
    `<html lang="${language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${title}</title></head>`,
    `<body><main><h1>${title}</h1><p>${sentence}</p><p><a href="/">${home}</a></p></main></body></html>`,
  ].join('\n');
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

const SENTENCE = {
  foreignHost: m.door_foreign_host,
  badAddress: m.door_bad_address,
  longAddress: m.door_bad_address,
  badMethod: m.door_bad_method,
  tooLarge: m.door_too_large,
  foreignOrigin: m.door_foreign_origin,
  unknownToken: m.door_unknown_token,
  outOfScope: m.door_out_of_scope,
  badForm: m.door_bad_form,
  notFound: m.door_not_found,
  broken: m.door_broken,
  databaseAway: m.door_database_away,
} satisfies Record<DoorRefusalCode, unknown>;
