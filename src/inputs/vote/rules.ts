import { defineWays } from '../define.ts';
import { consent } from './consent.ts';
import { dots } from './dots.ts';
import { forIfAgainst } from './forIfAgainst.ts';
import { one } from './one.ts';
import { picks } from './picks.ts';
import { topN } from './topN.ts';
import type { VoteUse } from './use.ts';

export type { VoteSummary, VoteUse } from './use.ts';

export const rules = defineWays('vote', (use: VoteUse) => use.way, { dots, topN, one, picks, consent, forIfAgainst });
