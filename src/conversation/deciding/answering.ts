import type { Decision } from '../decision.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { EntryId } from '../state.ts';
import type { Reply, VoiceAction } from '../voice.ts';
import { happened, newText, type Context, type DecidersFor } from './context.ts';

/** Whoever decides answers each counter-voice, or says plainly that there comes no answer and why. */
export const answering: DecidersFor<VoiceAction['type']> = {
  markCounterVoice: (_, { entry }) => happened([{ type: 'voiceMarked', entry }], { answer: { entry } }),
  unmarkCounterVoice: (_, { entry }) => happened([{ type: 'voiceUnmarked', entry }], { answer: { entry } }),
  answerVoice: (context, { voice, words }) => replied(context, voice, 'answer', words),
  noAnswer: (context, { voice, because }) => replied(context, voice, 'none', because),
  finishReport: ({ circumstances: { now: at } }) => happened([{ type: 'reportFinished', at }]),

  reopenReport({ chance }, { because }) {
    const text = newText(chance, because);
    return text ? happened([{ type: 'reportReopened', because: text.id }], { texts: [text] }) : refuse('needsReason');
  },
};

function replied({ chance, circumstances }: Context, voice: EntryId, kind: Reply['kind'], words: string): Decision | Refusal {
  const text = newText(chance, words);
  if (!text) return refuse(kind === 'none' ? 'needsReason' : 'empty');
  return happened([{ type: 'voiceAnswered', voice, kind, text: text.id, at: circumstances.now }], { texts: [text] });
}
