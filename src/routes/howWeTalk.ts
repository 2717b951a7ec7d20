import type { StepShape } from '#conversation/views/shapes.ts';
import { m } from '#words/compiled/messages.js';

/** How people take part in a step, in a few words for whoever leads. */
export function howWeTalk({ kind, devices, turn, outside }: StepShape): string {
  if (outside) return m.how_closed();
  if (kind === 'break') return m.how_break();
  return turn === 'free' ? DEVICES[devices]() : TURNS[turn]();
}

export const DEVICES: { readonly [devices in StepShape['devices']]: () => string } = {
  away: () => m.how_away(),
  onePerTable: () => m.how_one_writes(),
  each: () => m.how_each(),
};

export const TURNS: { readonly [turn in Exclude<StepShape['turn'], 'free'>]: () => string } = {
  silent: () => m.how_silent(),
  inTurns: () => m.how_in_turns(),
  questionsOnly: () => m.how_questions(),
  sayBack: () => m.how_say_back(),
  talkingPiece: () => m.how_piece(),
  presenterSilent: () => m.how_presenter_silent(),
};
