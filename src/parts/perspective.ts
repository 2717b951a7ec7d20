import { m } from '#words/compiled/messages.js';
import type { Marked, Side } from './side.ts';

/** From which side somebody speaks, in words: to be read after "als". A perspective this page does not know says itself. */
export function perspectiveName(perspective: string): string {
  return isKnown(perspective) ? PERSPECTIVES[perspective].name() : perspective;
}

/** Shape and colour of the side; a letter tells the perspectives of one side apart. */
export function perspectiveMark(perspective: string | null): Marked {
  if (perspective === null || !isKnown(perspective)) return { side: 'other' };
  const { side } = PERSPECTIVES[perspective];
  return perspective === side ? { side } : { side, letter: perspectiveName(perspective).charAt(0) };
}

interface Known {
  readonly side: Side;
  readonly name: () => string;
}

const PERSPECTIVES = {
  resident: { side: 'resident', name: () => m.perspective_resident() },
  relative: { side: 'resident', name: () => m.perspective_relative() },
  client: { side: 'resident', name: () => m.perspective_client() },
  experienceExpert: { side: 'resident', name: () => m.perspective_experience_expert() },
  youth: { side: 'resident', name: () => m.perspective_youth() },
  parent: { side: 'resident', name: () => m.perspective_parent() },
  volunteer: { side: 'resident', name: () => m.perspective_volunteer() },
  freeThinker: { side: 'resident', name: () => m.perspective_free_thinker() },
  professional: { side: 'professional', name: () => m.perspective_professional() },
  entrepreneur: { side: 'professional', name: () => m.perspective_entrepreneur() },
  teamLead: { side: 'professional', name: () => m.perspective_team_lead() },
  municipality: { side: 'municipality', name: () => m.perspective_municipality() },
  civilServant: { side: 'municipality', name: () => m.perspective_civil_servant() },
  administrator: { side: 'municipality', name: () => m.perspective_administrator() },
  councillor: { side: 'municipality', name: () => m.perspective_councillor() },
} as const satisfies { readonly [perspective: string]: Known };

function isKnown(perspective: string): perspective is keyof typeof PERSPECTIVES {
  return Object.hasOwn(PERSPECTIVES, perspective);
}
