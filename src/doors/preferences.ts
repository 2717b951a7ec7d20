import { isBeside } from '#conversation/languages.ts';
import { isLanguage, LANGUAGE_COOKIE } from '#words/language.ts';
import { NO_OTHER, READING_COOKIE } from '#words/reading.ts';
import { isTextSize, TEXT_SIZE_COOKIE } from '#words/textSize.ts';
import type { Door, DoorRequest, Reply } from './door.ts';
import { refuseAtDoor } from './refuse.ts';

/** How somebody wants to read, by the path that a form is sent to. The field of the form has the name of the cookie. */
const PREFERENCES: { readonly [path: string]: { readonly cookie: string; readonly isOne: (value: unknown) => boolean } } = {
  '/taal': { cookie: LANGUAGE_COOKIE, isOne: isLanguage },
  '/gesprekstaal': { cookie: READING_COOKIE, isOne: (value) => value === NO_OTHER || isBeside(value) },
  '/letters': { cookie: TEXT_SIZE_COOKIE, isOne: isTextSize },
};

/** Remembers on the device what somebody chose and shows the same page again, without any script. */
export const preferencesDoor: Door = {
  match: (path, method) => method === 'POST' && Object.hasOwn(PREFERENCES, path),
  async handle(request) {
    const body = await request.readBody();
    if (!body.ok) return refuseAtDoor(request.path, request.language, 'tooLarge');
    const form = new URLSearchParams(body.bytes.toString('utf8'));
    const preference = PREFERENCES[request.path];
    const chosen = preference && form.get(preference.cookie);
    if (!preference || !chosen || !preference.isOne(chosen)) return refuseAtDoor(request.path, request.language, 'badForm');
    return remember(`${preference.cookie}=${chosen}`, request, form.get('terug'));
  },
};

const YEAR = 365 * 24 * 60 * 60;

function remember(choice: string, { origin, headers, secure }: DoorRequest, back: string | null): Reply {
  const location = ownPath(back, origin) ?? ownPath(headers.referer ?? null, origin) ?? '/';
  const cookie = `${choice}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
  return { status: 303, headers: { location, 'set-cookie': cookie } };
}

/** A path on this site, whatever was asked: nobody is sent elsewhere. */
function ownPath(asked: string | null, origin: string): string | undefined {
  if (!asked || !URL.canParse(asked, origin)) return undefined;
  const url = new URL(asked, origin);
  return url.origin === origin ? `${url.pathname.replace(/^\/+/, '/')}${url.search}` : undefined;
}
