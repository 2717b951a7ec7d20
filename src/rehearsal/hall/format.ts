import type { Format, Phase } from '#conversation/format.ts';
import type { CardUse } from '#inputs/card/rules.ts';

/** Tables of eight that write at the same time and see each other's cards at once, under an alias; so many rounds. */
export function hallFormat(rounds: number): Format<CardUse> {
  return {
    id: 'hall',
    version: 1,
    name: { nl: 'Volle zaal', en: 'Full hall' },
    purpose: { nl: 'Meten hoeveel een huis aankan.', en: 'Measuring how much a house can take.' },
    evidence: 'low',
    sources: [],
    groupSize: { minimum: 1, maximum: 10_000 },
    sensitive: false,
    roles: [
      { id: 'participant', name: { nl: 'Deelnemer', en: 'Participant' }, task: 'takePart' },
      { id: 'facilitator', name: { nl: 'Gespreksleider', en: 'Facilitator' }, task: 'facilitate' },
      { id: 'wall', name: { nl: 'Zaalscherm', en: 'Wall' }, task: 'show' },
    ],
    houseRules: [],
    mustBePresent: [],
    settings: [],
    phases: Array.from({ length: rounds }, (_, index) => round(index + 1)),
    outcomes: [],
    followUps: [],
  };
}

export const TABLE_SIZE = 8;

/** What was written at the end of a round is still seen in the next. */
function round(number: number): Phase<CardUse> {
  return {
    id: `round-${number}`,
    kind: 'talk',
    name: { nl: `Ronde ${number}`, en: `Round ${number}` },
    minutes: 10,
    timer: 'soft',
    devices: 'each',
    say: { nl: 'Schrijf op wat je ziet.', en: 'Write down what you see.' },
    grouping: { kind: 'groups', size: TABLE_SIZE, mix: 'stay', rotate: 'none' },
    turn: { kind: 'free' },
    prompts: [{ text: { nl: 'Wat zie je?', en: 'What do you see?' } }],
    inputs: [{ key: `card-${number}`, kind: 'card', card: 'experience', late: 'accept', label: { nl: 'Kaartje', en: 'Card' } }],
    visibility: { who: 'group', sender: 'alias', when: 'atOnce' },
    ...(number === 1 ? {} : { uses: [`round-${number - 1}`] }),
  };
}
