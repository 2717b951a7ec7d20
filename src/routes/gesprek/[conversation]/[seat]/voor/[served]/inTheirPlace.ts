import type { Visibility } from '#conversation/format.ts';
import type { MeShape, ServedShape, StepShape } from '#conversation/views/shapes.ts';

/** What this screen may do, seen from the chair of who has no phone. No card of mine is theirs. */
export function inTheirPlace({ me, may }: MeShape, served: ServedShape): MeShape {
  return {
    me: { ...me, ready: served.ready, ownWordsStay: served.ownWordsStay },
    may: { ...may, write: served.may.write, ready: served.may.ready },
  };
}

/** What somebody says aloud is at the table as soon as it is written: it is promised like that. */
export function aloud(step: StepShape): StepShape {
  const inputs = step.inputs.map((use) => (use.visibility ? { ...use, visibility: shared(use.visibility) } : use));
  return { ...step, visibility: shared(step.visibility), inputs };
}

function shared(visibility: Visibility): Visibility {
  if (visibility.when !== 'whenIConsent') return visibility;
  return { ...visibility, who: visibility.who === 'me' ? 'group' : visibility.who, when: 'atOnce' };
}
