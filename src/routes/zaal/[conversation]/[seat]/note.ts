import type { RunShape, StepShape } from '#conversation/views/shapes.ts';
import { m } from '#words/compiled/messages.js';

/** How the hall takes part now, in two or three words below the minutes. */
export function wallNote(step: StepShape, run: RunShape | null): string | undefined {
  if (run?.pausedWith != null) return m.wall_paused();
  if (run?.timeUp) return m.wall_over();
  if (step.outside) return undefined;
  if (step.kind === 'break') return m.wall_break();
  if (step.turn === 'silent') return m.wall_silent();
  if (step.turn === 'inTurns' || step.turn === 'talkingPiece') return m.wall_turns();
  if (step.turn === 'questionsOnly') return m.wall_questions();
  if (step.devices === 'away') return m.wall_away();
  return step.turn === 'free' ? byKind(step) : m.wall_talk();
}

function byKind({ kind, devices }: StepShape): string {
  if (kind === 'inform') return m.wall_listen();
  if (kind === 'match') return m.wall_match();
  return kind === 'choose' && devices === 'each' ? m.wall_choose() : m.wall_talk();
}
