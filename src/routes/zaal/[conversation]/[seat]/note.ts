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
  return step.devices === 'away' ? m.wall_away() : m.wall_talk();
}
