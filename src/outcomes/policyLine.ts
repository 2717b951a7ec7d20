import type { OutcomeKind } from '#conversation/outcome.ts';

/** A line of policy that can be traced back to what people said. */
export const policyLine: OutcomeKind = {
  kind: 'policyLine',
  name: { nl: 'Beleidslijn', en: 'Policy line' },
  explained: {
    nl: 'Een zin beleid, met de kaartjes waar hij uit komt.',
    en: 'A line of policy, with the cards it comes from.',
  },
  needsCards: true,
  needsResidents: true,
  versioned: true,
  shows: 'workDifferently',
  takenOn: true,
  fields: [
    { key: 'line', type: 'text', label: { nl: 'Wat wordt het beleid?', en: 'What will the policy be?' } },
    { key: 'why', type: 'text', label: { nl: 'Hoe volgt dit uit wat mensen zeiden?', en: 'How does this follow from what people said?' } },
  ],
};
