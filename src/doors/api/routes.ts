import { postAction } from './actions.ts';
import { getCards } from './cards.ts';
import { describing } from './description.ts';
import { getFormat, listFormats } from './formats.ts';
import { postJoining } from './joinings.ts';
import type { Route } from './route.ts';
import { getStream } from './stream.ts';
import { getView } from './views.ts';

/** What is asked most often first. */
const ASKED: readonly Route[] = [postAction, getStream, getView, postJoining, getCards, listFormats, getFormat];

/** Everything that may be asked of `/v1`, and what describes it. */
export const ROUTES: readonly Route[] = [...ASKED, describing(ASKED)];
