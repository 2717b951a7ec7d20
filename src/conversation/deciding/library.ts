import { dayOf } from '../day.ts';
import type { AskedId } from '../library.ts';
import { outcomeIn } from '../outcome.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { happened, newText, type DecidersFor } from './context.ts';
import { outcomes } from './outcomes.ts';

/** What others make of an outcome: they take it over, with where it came from, or ask about it. */
export const library: DecidersFor<'adoptOutcome' | 'askOutcome' | 'answerAsked' | 'dropAsked'> = {
  adoptOutcome(context, { origin, ...made }) {
    const decision = outcomes.makeOutcome(context, { ...made, type: 'makeOutcome' });
    if (isRefusal(decision)) return decision;
    return { ...decision, events: decision.events.map((event) => (event.type === 'outcomeMade' ? { ...event, origin } : event)) };
  },

  askOutcome({ chance, circumstances }, { outcome, words }) {
    const question = newText(chance, words);
    if (!question) return refuse('needsText');
    const asked = chance.id() as AskedId;
    return happened([{ type: 'outcomeAsked', outcome, asked, words: question.id, on: dayOf(circumstances.now) }], { texts: [question] });
  },

  answerAsked({ chance, circumstances }, { outcome, asked, words }) {
    const answer = newText(chance, words);
    if (!answer) return refuse('needsText');
    return happened([{ type: 'askedAnswered', outcome, asked, words: answer.id, on: dayOf(circumstances.now) }], { texts: [answer] });
  },

  dropAsked({ state }, { outcome, asked }) {
    const known = outcomeIn(state, outcome)?.asked.find(({ id }) => id === asked);
    return happened([{ type: 'askedDropped', outcome, asked }], {
      erased: known ? [known.words, ...(known.answer ? [known.answer.words] : [])] : [],
    });
  },
};
