import type { MeShape, StepShape } from '#conversation/views/shapes.ts';
import { m } from '#words/compiled/messages.js';

/** What of a step and of a seat it depends on. */
type Doing = Pick<StepShape, 'kind' | 'devices' | 'turn' | 'prompts'>;
interface Sitting {
  readonly me: Pick<MeShape['me'], 'role' | 'speaks'>;
  readonly may: Pick<MeShape['may'], 'write'>;
}

/** What to do now, in one line above the question. */
export function whatToDo(step: Doing, me: Sitting): string {
  if (step.kind === 'break') return m.phone_now_break();
  if (step.devices === 'away') return away(step);
  return byTurn(step, me) ?? byKind(step, me);
}

function away({ turn, kind }: Doing): string {
  if (turn === 'silent') return m.phone_now_away_silent();
  return turn === 'free' && kind === 'inform' ? m.phone_now_away_listen() : m.phone_now_away();
}

function byTurn(step: Doing, { me, may }: Sitting): string | null {
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

function byKind({ kind, devices, prompts }: Doing, { me, may }: Sitting): string {
  if (kind === 'arrive') return m.phone_now_arrive();
  // Who is asked something of their own in such a step is the one who tells.
  if (kind === 'inform') return prompts.some(({ forRole }) => forRole === me.role) ? m.phone_now_tell() : m.phone_now_inform();
  if (kind === 'choose') return devices === 'onePerTable' ? m.phone_now_choose_together() : m.phone_now_choose();
  if (kind === 'order' && devices === 'each' && Object.values(may.write).every((reason) => reason === 'notYourRole'))
    return m.phone_now_look_on();
  if (kind === 'match') return m.phone_now_match();
  if (kind === 'close') return m.phone_now_close();
  if (devices === 'onePerTable') return m.phone_now_one_writes();
  return kind === 'talk' || kind === 'round' ? m.phone_now_talk() : m.phone_now_together();
}
