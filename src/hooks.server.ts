import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { isPrivateLine } from '#doors/line.ts';
import { deviceSecret } from '#doors/session.ts';
import { logUnforeseen } from '#doors/unforeseen.ts';
import { chooseLanguage } from '#words/language.ts';
import { speak } from '#words/speak.server.ts';
import { getTextDirection } from '#words/compiled/runtime.js';
import { theHouse } from './house.ts';
import { markIsland } from './routes/gesprek/[conversation]/[seat]/island.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const { headers } = event.request;
  const language = chooseLanguage(headers.get('cookie') ?? undefined, headers.get('accept-language') ?? undefined);
  event.locals.language = language;
  const house = theHouse();
  event.locals.house = house;
  event.locals.privateLine = house.secure || isPrivateLine(event.url.origin);
  event.locals.visitor = await house.app.whoAsks(deviceSecret(headers.get('cookie') ?? undefined, house.secure));
  return speak(language, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => markIsland(html.replace('%lang%', language).replace('%dir%', getTextDirection(language))),
    }),
  );
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown') logUnforeseen(error, event.route.id ?? 'a page');
};
