import type { MeShape, StepShape } from '#conversation/views/shapes.ts';
import { m } from '#words/compiled/messages.js';

/** What to do now, in one line above the question. */
export function whatToDo(step: StepShape, me: MeShape): string {
  if (step.kind === 'break') return m.phone_now_break();
  if (step.devices === 'away') return step.turn === 'silent' ? m.phone_now_away_silent() : m.phone_now_away();
  return byTurn(step, me) ?? byKind(step);
}

function byTurn(step: StepShape, { me, may }: MeShape): string | null {
  switch (step.turn) {
    case 'silent':
      return m.phone_now_silent();
    case 'inTurns':
      return me.speaks ? m.phone_now_your_turn() : m.phone_now_in_turns();
    case 'talkingPiece':
      return m.phone_now_piece();
    case 'questionsOnly':
      return m.phone_now_questions();
    case 'sayBack':
      return m.phone_now_say_back();
    case 'presenterSilent':
      return Object.values(may.write).includes('presenterListens') ? m.phone_now_listen_only() : m.phone_now_presenter_silent();
    case 'free':
      return null;
  }
}

function byKind({ kind, devices }: StepShape): string {
  if (kind === 'arrive') return m.phone_now_arrive();
  if (kind === 'inform') return m.phone_now_inform();
  if (kind === 'choose') return m.phone_now_choose();
  if (kind === 'close') return m.phone_now_close();
  if (devices === 'onePerTable') return m.phone_now_one_writes();
  return kind === 'talk' || kind === 'round' ? m.phone_now_talk() : m.phone_now_together();
}
