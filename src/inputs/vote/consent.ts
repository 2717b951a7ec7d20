import * as v from 'valibot';
import { defineInput } from '../define.ts';
import { type AnswerBody, type Asks, countAnswers, decideAnswer, imagineAnswer, viewAnswer } from './answer.ts';
import { summed } from './count.ts';
import type { ConsentVoteUse } from './use.ts';

/** Can you live with it? */
export const CONSENT_ANSWERS = ['yes', 'condition', 'no'] as const;
type Answer = (typeof CONSENT_ANSWERS)[number];
const ASKS: Asks<Answer> = { yes: null, condition: 'needsText', no: 'needsReason' };

const CONSENT_VOTE_ACT = v.strictObject({ answer: v.picklist(CONSENT_ANSWERS), text: v.optional(v.string(), '') });

export const consent = defineInput<ConsentVoteUse, v.InferOutput<typeof CONSENT_VOTE_ACT>, AnswerBody<Answer>>({
  kind: 'vote',
  act: CONSENT_VOTE_ACT,
  decide: (context, act) => decideAnswer(context, act, ASKS),
  view: (_use, body, words) => viewAnswer(body, words),
  summary: (_use, bodies) => summed(bodies.length, countAnswers(bodies, CONSENT_ANSWERS)),
  imagine: (use, imagination) => imagineAnswer(use, CONSENT_ANSWERS, ASKS, imagination),
  faults: (use) => ('secret' in use ? ['cannot be secret: it asks for words'] : []),
});
