import { isLanguage, LANGUAGE_COOKIE } from '#words/language.ts';
import type { Door, DoorRequest, Reply } from './door.ts';
import { refuseAtDoor } from './refuse.ts';

/** Remembers the language somebody chose and shows the same page again, without any script. */
export const languageDoor: Door = {
  match: (path, method) => path === '/taal' && method === 'POST',
  async handle(request) {
    const body = await request.readBody();
    if (!body.ok) return refuseAtDoor(request.path, request.language, 'tooLarge');
    const form = new URLSearchParams(body.bytes.toString('utf8'));
    const language = form.get('taal');
    if (!isLanguage(language)) return refuseAtDoor(request.path, request.language, 'badForm');
    return remember(language, request, form.get('terug'));
  },
};

const YEAR = 365 * 24 * 60 * 60;

function remember(language: string, { origin, headers, secure }: DoorRequest, back: string | null): Reply {
  const location = ownPath(back, origin) ?? ownPath(headers.referer ?? null, origin) ?? '/';
  const cookie = `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
  return { status: 303, headers: { location, 'set-cookie': cookie } };
}

/** A path on this site, whatever was asked: nobody is sent elsewhere. */
function ownPath(asked: string | null, origin: string): string | undefined {
  if (!asked || !URL.canParse(asked, origin)) return undefined;
  const url = new URL(asked, origin);
  return url.origin === origin ? `${url.pathname.replace(/^\/+/, '/')}${url.search}` : undefined;
}
