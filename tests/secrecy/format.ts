import type { Format, Phase } from '#conversation/format.ts';
import type { KnownUse } from '#inputs/uses.ts';
import type { CardUse } from '#inputs/card/rules.ts';

const both = (nl: string, en: string) => ({ nl, en });

const card = (key: string, more: Partial<CardUse> = {}): CardUse => ({
  key,
  kind: 'card',
  card: 'experience',
  late: 'accept',
  label: both('Kaartje', 'Card'),
  ...more,
});

const step = (id: string, more: Partial<Phase<KnownUse>>): Phase<KnownUse> => ({
  id,
  kind: 'note',
  name: both(`Stap ${id}`, `Step ${id}`),
  minutes: 5,
  timer: 'none',
  devices: 'each',
  say: both('Zeg dit', 'Say this'),
  grouping: { kind: 'groups', size: 8, mix: 'stay', rotate: 'none' },
  turn: { kind: 'free' },
  prompts: [{ text: both(`Wat zie je bij ${id}?`, `What do you see at ${id}?`) }],
  inputs: [],
  visibility: { who: 'group', sender: 'withoutName', when: 'afterPhase' },
  ...more,
});

/** What people choose from in the secret vote. */
export const OPTIONS = ['keuzea', 'keuzeb', 'keuzec', 'keuzed'] as const;

/** Every way in which words can be hidden from somebody, one step each; the last step looks back at all of them. */
export const SECRETS: Format<KnownUse> = {
  id: 'secrets',
  version: 1,
  name: both('Geheimen', 'Secrets'),
  purpose: both('Proef', 'Test'),
  evidence: 'low',
  sources: [],
  groupSize: { minimum: 2, maximum: 400 },
  sensitive: false,
  roles: [
    { id: 'guest', name: both('Gast', 'Guest'), task: 'takePart' },
    { id: 'visitor', name: both('Bezoeker', 'Visitor'), task: 'explain' },
    { id: 'leader', name: both('Gespreksleider', 'Facilitator'), task: 'facilitate' },
    { id: 'screen', name: both('Zaalscherm', 'Wall'), task: 'show' },
  ],
  houseRules: [],
  mustBePresent: [],
  settings: [],
  phases: [
    step('table', { inputs: [card('thought')], visibility: { who: 'group', sender: 'alias', when: 'atOnce' } }),
    step('silent', { turn: { kind: 'silent' }, inputs: [card('quiet')] }),
    step('draft', {
      inputs: [card('draft'), card('mine', { visibility: { who: 'me', sender: 'withoutName', when: 'atOnce' } })],
      visibility: { who: 'me', sender: 'withoutName', when: 'whenIConsent' },
    }),
    step('leaders', { inputs: [card('forLeaders')], visibility: { who: 'facilitators', sender: 'withoutName', when: 'afterPhase' } }),
    step('room', { inputs: [card('forRoom')], visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' } }),
    step('behind', {
      grouping: { kind: 'closed', without: ['visitor', 'leader'] },
      inputs: [card('inside')],
      visibility: { who: 'group', sender: 'alias', when: 'atOnce' },
    }),
    step('vote', {
      kind: 'choose',
      inputs: [
        {
          key: 'best',
          kind: 'vote',
          way: 'topN',
          top: 3,
          secret: true,
          late: 'refuse',
          label: both('Kies er drie', 'Choose three'),
          among: { options: OPTIONS.map((id) => ({ id, label: both(`Optie ${id}`, `Option ${id}`) })) },
        },
      ],
      visibility: { who: 'everyone', sender: 'withoutName', when: 'afterPhase' },
    }),
    step('reflect', {
      inputs: [card('note', { private: true })],
      visibility: { who: 'me', sender: 'name', when: 'atOnce' },
    }),
    step('look', { kind: 'talk', uses: ['table', 'silent', 'draft', 'leaders', 'room', 'behind', 'vote'] }),
  ],
  outcomes: [],
  followUps: [],
};
