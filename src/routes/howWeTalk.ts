import type { InputUse, Phase } from '#conversation/format.ts';
import type { StepShape } from '#conversation/views/shapes.ts';
import { m } from '#words/compiled/messages.js';

/** How people take part in a step, in a few words for whoever leads. */
export function howWeTalk({ kind, devices, inputs, turn, outside }: StepShape): string {
  if (outside) return m.how_closed();
  if (kind === 'break') return m.how_break();
  return turn === 'free' ? whoWrites(devices, inputs) : TURNS[turn]();
}

/** Where the telephones are, and who writes. */
export function whoWrites(devices: Phase['devices'], inputs: readonly InputUse[]): string {
  if (devices !== 'each') return devices === 'away' ? m.how_away() : m.how_one_writes();
  if (inputs.length === 0) return m.how_talk();
  return inputs.every(({ roles }) => roles) ? m.how_roles() : m.how_each();
}

export const TURNS: { readonly [turn in Exclude<StepShape['turn'], 'free'>]: () => string } = {
  silent: () => m.how_silent(),
  inTurns: () => m.how_in_turns(),
  questionsOnly: () => m.how_questions(),
  sayBack: () => m.how_say_back(),
  talkingPiece: () => m.how_piece(),
  presenterSilent: () => m.how_presenter_silent(),
};
