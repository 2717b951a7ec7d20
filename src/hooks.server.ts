import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { logUnforeseen } from '#doors/unforeseen.ts';
import { chooseLanguage } from '#words/language.ts';
import { speak } from '#words/speak.server.ts';
import { getTextDirection } from '#words/compiled/runtime.js';
import { theHouse } from './house.ts';

export const handle: Handle = ({ event, resolve }) => {
  const { headers } = event.request;
  const language = chooseLanguage(headers.get('cookie') ?? undefined, headers.get('accept-language') ?? undefined);
  event.locals.language = language;
  event.locals.house = theHouse();
  return speak(language, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', getTextDirection(language)),
    }),
  );
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown') logUnforeseen(error, event.route.id ?? 'a page');
};
