import { postAction } from './actions.ts';
import { getCards } from './cards.ts';
import { getOpenApi } from './description.ts';
import { getFormat, listFormats } from './formats.ts';
import { postJoining } from './joinings.ts';
import type { Route } from './route.ts';
import { getStream } from './stream.ts';
import { getView } from './views.ts';

/** Everything that may be asked of `/v1`, what is asked most often first. */
export const ROUTES: readonly Route[] = [postAction, getStream, getView, postJoining, getCards, listFormats, getFormat, getOpenApi];
