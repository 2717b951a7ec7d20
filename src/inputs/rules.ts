import type { Inputs } from '#conversation/input.ts';
import { rules as card } from './card/rules.ts';
import { rules as consent } from './consent/rules.ts';
import { rules as placement } from './placement/rules.ts';
import { rules as score } from './score/rules.ts';
import { rules as vote } from './vote/rules.ts';

/** What people can do in this house. A new input is one folder and one line here. */
export const inputs: Inputs = { card, vote, score, placement, consent };
