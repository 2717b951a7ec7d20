import { refuse } from '../refusal.ts';
import { happened, newText, type DecidersFor } from './context.ts';

/** How it went with what somebody promised. An answer can be given again: the last one counts, and earlier words go. */
export const pledges: DecidersFor<'answerPledge'> = {
  answerPledge({ state, chance }, { entry: id, followUp: asked, status, words }) {
    const followUp = state.format.followUps.find((each) => each.id === asked);
    if (!followUp?.statuses.includes(status)) return refuse('unknownChoice');
    const before = state.entries.get(id)?.answers?.[asked]?.learned;
    const learned = newText(chance, words);
    return happened([{ type: 'pledgeAnswered', entry: id, followUp: asked, status, learned: learned?.id ?? null }], {
      texts: learned ? [learned] : [],
      erased: before ? [before] : [],
      answer: { entry: id },
    });
  },
};
