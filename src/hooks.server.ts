import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { BESIDE, isBeside } from '#conversation/languages.ts';
import { isPrivateLine } from '#doors/line.ts';
import { DATABASE_AWAY_SECONDS, isUnforeseen, refusalFor } from '#doors/problems.ts';
import { refuseAtDoor } from '#doors/refuse.ts';
import { deviceSecret } from '#doors/session.ts';
import { logUnforeseen } from '#doors/unforeseen.ts';
import { chooseLanguage } from '#words/language.ts';
import { speak } from '#words/speak.server.ts';
import { chosenReading } from '#words/reading.ts';
import type { Reading } from '#words/spoken.ts';
import { chooseTextSize, TEXT_SIZES } from '#words/textSize.ts';
import { getTextDirection } from '#words/compiled/runtime.js';
import { theHouse } from './house.ts';
import { markIsland } from './routes/gesprek/[conversation]/[seat]/island.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const { headers } = event.request;
  const language = chooseLanguage(headers.get('cookie') ?? undefined, headers.get('accept-language') ?? undefined);
  event.locals.language = language;
  // A wall is as large as its hall, whatever its computer was used for before.
  const textSize = event.url.pathname.startsWith('/zaal/') ? TEXT_SIZES[0] : chooseTextSize(headers.get('cookie') ?? undefined);
  event.locals.textSize = textSize;
  const reading = readingAt(event.url.pathname, headers.get('cookie') ?? undefined);
  event.locals.reading = reading;
  const house = theHouse();
  event.locals.house = house;
  event.locals.privateLine = house.secure || isPrivateLine(event.url.origin);
  try {
    event.locals.visitor = await house.app.whoAsks(deviceSecret(headers.get('cookie') ?? undefined, house.secure));
  } catch (error) {
    if (!refusalFor(error)) throw error;
    if (isUnforeseen(error)) logUnforeseen(error, 'a page');
    return withRetryAfter(databaseAway(event));
  }
  const response = await speak(
    language,
    () =>
      resolve(event, {
        transformPageChunk: ({ html }) =>
          markIsland(html.replace('%lang%', language).replace('%dir%', getTextDirection(language)).replace('%text%', textSize)),
      }),
    reading,
  );
  return withRetryAfter(response);
};

/** Only who takes part reads the questions in another language; who leads sees what was prepared. */
function readingAt(path: string, cookie: string | undefined): Reading | null {
  const tag = path.startsWith('/gesprek/') || path.startsWith('/doe-mee') ? chosenReading(cookie) : null;
  return isBeside(tag) ? { tag, dir: BESIDE[tag].dir } : null;
}

/** A database that is away is no fault of the page: as in the API it is 503. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return undefined;
  if (isUnforeseen(error)) logUnforeseen(error, event.route.id ?? 'a page');
  return refusalFor(error) ? { status: DATABASE_AWAY } : undefined;
};

const DATABASE_AWAY = 503;

/** Without knowing who asks there is no page to draw, only the sentence. */
function databaseAway({ url, locals }: Parameters<Handle>[0]['event']): Response {
  const { status, headers, body } = refuseAtDoor(url.pathname, locals.language, 'databaseAway');
  return new Response(String(body), { status, headers: { 'content-type': String(headers?.['content-type']) } });
}

function withRetryAfter(response: Response): Response {
  if (response.status === DATABASE_AWAY) response.headers.set('retry-after', String(DATABASE_AWAY_SECONDS));
  return response;
}
