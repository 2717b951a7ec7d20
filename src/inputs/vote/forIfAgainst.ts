import { refuse } from '#conversation/refusal.ts';
import * as v from 'valibot';
import { defineInput } from '../define.ts';
import { type AnswerBody, type Asks, countAnswers, decideAnswer, imagineAnswer, viewAnswer } from './answer.ts';
import { summed } from './count.ts';
import type { ForIfAgainstUse } from './use.ts';

export const FOR_IF_AGAINST = ['for', 'if', 'against'] as const;
type Answer = (typeof FOR_IF_AGAINST)[number];
const ASKS: Asks<Answer> = { for: null, if: 'needsText', against: 'needsReason' };

/** All that is left of it when it is secret. */
const FOR_AGAINST = [
  { id: 'for', label: { nl: 'Voor', en: 'For' } },
  { id: 'against', label: { nl: 'Tegen', en: 'Against' } },
] as const;

const FOR_IF_AGAINST_ACT = v.strictObject({ answer: v.picklist(FOR_IF_AGAINST), text: v.optional(v.string(), '') });

export const forIfAgainst = defineInput<ForIfAgainstUse, v.InferOutput<typeof FOR_IF_AGAINST_ACT>, AnswerBody<Answer>>({
  kind: 'vote',
  act: FOR_IF_AGAINST_ACT,
  decide(context, act) {
    if (!answersOf(context.use).includes(act.answer)) return refuse('unknownChoice');
    if (context.use.secret && act.text.trim() !== '') return refuse('wrongShape');
    return decideAnswer(context, act, ASKS);
  },
  view: (_use, body, words) => viewAnswer(body, words),
  summary: (use, bodies) => summed(bodies.length, countAnswers(bodies, answersOf(use))),
  secret: (use) => use.secret ?? false,
  onPaper: () => ({ options: FOR_AGAINST, perOption: 1, perPerson: 1 }),
  tally: (use, ballots) => countAnswers(ballots, answersOf(use)),
  imagine: (use, imagination) => imagineAnswer(use, answersOf(use), ASKS, imagination),
});

/** A secret ballot has no words, and a condition is nothing without them. */
export function answersOf(use: ForIfAgainstUse): readonly Answer[] {
  return use.secret ? ['for', 'against'] : FOR_IF_AGAINST;
}
