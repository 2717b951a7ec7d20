import { readForm as card } from './card/form.ts';
import { readForm as consent } from './consent/form.ts';
import type { ReadForm } from './form.ts';
import { readForm as placement } from './placement/form.ts';
import { readForm as score } from './score/form.ts';
import { readForm as vote } from './vote/form.ts';

/** How the form of each input is read on the server. A new input adds one line here. */
export const forms: { readonly [kind: string]: ReadForm } = { card, vote, score, placement, consent };
