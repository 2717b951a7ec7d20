import type { Format, InputUse, Phase, Prompt, Visibility } from '#conversation/format.ts';
import { CARD_KINDS, type CardKind } from '#inputs/card/kinds.ts';
import type { CardUse } from '#inputs/card/rules.ts';
import type { KnownUse } from '#inputs/uses.ts';

/** A format nobody would want to sit through: it uses everything there is, so that tests can play it. */
export const everything: Format<KnownUse> = {
  id: 'everything',
  version: 1,
  name: { nl: 'Alles wat kan', en: 'Everything there is' },
  purpose: { nl: 'Elke stap en elke invoer komt een keer voorbij.', en: 'Every step and every input comes by once.' },
  evidence: 'low',
  sources: [],
  groupSize: { minimum: 1, maximum: 1000 },
  sensitive: false,
  roles: [
    { id: 'participant', name: { nl: 'Deelnemer', en: 'Participant' }, task: 'takePart' },
    { id: 'presenter', name: { nl: 'Inbrenger', en: 'Presenter' }, task: 'explain', maximum: 1, per: 'table' },
    { id: 'scribe', name: { nl: 'Schrijver', en: 'Scribe' }, task: 'scribe', maximum: 1, per: 'table' },
    { id: 'editor', name: { nl: 'Redacteur', en: 'Editor' }, task: 'edit' },
    { id: 'observer', name: { nl: 'Waarnemer', en: 'Observer' }, task: 'observe' },
    { id: 'facilitator', name: { nl: 'Gespreksleider', en: 'Facilitator' }, task: 'facilitate', minimum: 1 },
    { id: 'wall', name: { nl: 'Zaalscherm', en: 'Wall' }, task: 'show' },
  ],
  houseRules: [{ nl: 'Laat de ander uitpraten.', en: 'Let the other person finish.' }],
  mustBePresent: ['resident', 'professional', 'municipality'],
  settings: [
    {
      id: 'voices',
      label: { nl: 'Stemmen we?', en: 'Do we vote?' },
      standard: 'yes',
      options: [
        { id: 'yes', label: { nl: 'Ja', en: 'Yes' } },
        { id: 'no', label: { nl: 'Nee', en: 'No' } },
      ],
    },
  ],
  phases: [
    phase('arrive', {
      kind: 'arrive',
      grouping: { kind: 'groups', size: 6, mix: 'diverse', rotate: 'none' },
      inputs: [card('case', { key: 'caseOfPresenter', roles: ['presenter'] })],
    }),
    phase('story', {
      kind: 'inform',
      course: { nl: 'Voorgerecht', en: 'Starter' },
      turn: { kind: 'presenterSilent' },
      inputs: [card('experience')],
    }),
    phase('questions', {
      kind: 'talk',
      turn: { kind: 'questionsOnly' },
      visibility: { who: 'group', sender: 'alias', when: 'atOnce' },
      inputs: [card('question'), card('learningQuestion')],
    }),
    phase('allCards', { kind: 'note', timer: 'hard', turn: { kind: 'silent' }, inputs: otherKinds().map((kind) => card(kind)) }),
    phase('rounds', {
      kind: 'round',
      repeat: 3,
      turn: { kind: 'inTurns', secondsEach: 60, listensFirst: 'presenter' },
      grouping: { kind: 'groups', size: 6, mix: 'lot', rotate: 'all' },
      visibility: { who: 'group', sender: 'name', when: 'atOnce' },
      inputs: [
        card('insight', {
          maximum: 2,
          maxWords: 20,
          addressed: ['me', 'another', 'perspective'],
          links: { to: ['asset', 'sowing'], label: { nl: 'Waar gaat het over?', en: 'What is it about?' }, maximum: 3 },
        }),
      ],
      uses: ['allCards'],
    }),
    phase('forTheEditors', {
      kind: 'choose',
      devices: 'onePerTable',
      inputs: [vote('picks', { way: 'picks', picks: 2, among: { cards: ['asset', 'need'] } })],
      uses: ['allCards'],
    }),
    phase('themes', {
      kind: 'order',
      visibility: { who: 'everyone', sender: 'name', when: 'atOnce' },
      inputs: [
        card('theme', {
          roles: ['scribe', 'editor'],
          sharedBy: 'role',
          live: true,
          links: { to: ['asset', 'need'], label: { nl: 'Uit welke kaartjes?', en: 'From which cards?' } },
        }),
        vote('chooseTheme', { way: 'one', among: { cards: ['theme'] } }),
      ],
      uses: ['allCards'],
    }),
    phase('byTheme', {
      kind: 'workOut',
      grouping: { kind: 'groups', size: 6, mix: 'byTheme', by: 'chooseTheme', rotate: 'none' },
      visibility: { who: 'everyone', sender: 'withoutName', when: 'afterPhase' },
      inputs: [card('contribution', { key: 'plan', by: 'table', maximum: 1, sharedBy: 'table', roles: ['scribe'], live: true })],
      uses: ['themes'],
    }),
    phase('presenting', { kind: 'inform', presents: 'plan', uses: ['byTheme'] }),
    phase('onTheTable', {
      kind: 'workOut',
      devices: 'onePerTable',
      visibility: { who: 'me', sender: 'withoutName', when: 'whenIConsent' },
      inputs: [card('proposal', { maximum: 3, fields: fields(), links: { to: ['sowing'], label: { nl: 'Waaruit?', en: 'From what?' } } })],
      uses: ['allCards'],
    }),
    phase('forTheRoom', {
      kind: 'order',
      timer: 'none',
      visibility: { who: 'everyone', sender: 'perspective', when: 'whenReleased' },
      inputs: [
        card('reaction', { by: 'table', maximum: 4 }),
        card('tip', { key: 'ownNote', private: true }),
        placement('axesOfTable', { way: 'axes', by: 'table', items: { cards: ['asset'] }, horizontal: axis(-1), vertical: axis(0) }),
        placement('matrixOfSeat', {
          way: 'matrix',
          by: 'seat',
          items: { cards: ['asset', 'sowing'] },
          rows: options(),
          columns: options(),
        }),
        placement('netOfTable', { way: 'net', by: 'table', items: { cards: ['party'] }, relations: options(), described: true }),
        placement('netOfSeat', { way: 'net', by: 'seat', items: { options: options() }, relations: options() }),
        placement('webOfSeat', { way: 'web', by: 'seat', sides: sixSides() }),
      ],
      uses: ['allCards'],
    }),
    phase('votes', {
      kind: 'choose',
      timer: 'hard',
      when: { setting: 'voices', is: 'yes' },
      visibility: { who: 'everyone', sender: 'withoutName', when: 'afterPhase' },
      inputs: [
        vote('dotsOnCards', { way: 'dots', dots: 3, perOption: 2, among: { cards: ['proposal', 'sowing'] } }),
        vote('secretDots', { way: 'dots', dots: 1, secret: true, among: { options: options() } }),
        vote('ranking', { way: 'dots', dots: 3, perOption: 1, secret: true, places: 2, among: { cards: ['plan'] }, live: true }),
        vote('top', { way: 'topN', top: 2, among: { options: options() } }),
        vote('secretTop', { way: 'topN', top: 3, secret: true, among: { cards: ['sowing'] } }),
        vote('consentRound', { way: 'consent' }),
        vote('forOrAgainst', { way: 'forIfAgainst' }),
        vote('secretForOrAgainst', { way: 'forIfAgainst', secret: true }),
      ],
      uses: ['allCards', 'onTheTable', 'byTheme'],
    }),
    phase('scores', {
      kind: 'close',
      turn: { kind: 'sayBack' },
      visibility: { who: 'facilitators', sender: 'withoutName', when: 'afterPhase' },
      inputs: [
        {
          ...basis('score'),
          kind: 'score',
          late: 'refuse',
          scales: [scale('heard', 1, 5), scale('safe', 0, 10)],
          reason: { label: { nl: 'Waarom?', en: 'Why?' } },
        },
        {
          ...basis('quoteConsent'),
          kind: 'consent',
          late: 'refuse',
          purpose: { id: 'quote', text: { nl: 'Mag dit in het verslag?', en: 'May this be in the report?' } },
        },
        {
          ...basis('cardConsent'),
          kind: 'consent',
          late: 'refuse',
          purpose: { id: 'photo', text: { nl: 'Mag deze kaart op de muur?', en: 'May this card be on the wall?' } },
          perCard: ['experience'],
        },
      ],
      uses: ['story'],
    }),
  ],
  outcomes: [
    { kind: 'pledge', name: { nl: 'Beloften', en: 'Pledges' }, from: ['pledge'], seenBy: 'everyone', owner: 'writer' },
    {
      kind: 'ranking',
      name: { nl: 'Wat het zwaarst weegt', en: 'What weighs most' },
      from: ['dotsOnCards', 'secretTop'],
      seenBy: 'everyone',
      owner: 'facilitator',
    },
    { kind: 'ownNote', name: { nl: 'Voor mezelf', en: 'For myself' }, from: ['ownNote'], seenBy: 'owner', owner: 'writer' },
  ],
  followUps: [
    {
      id: 'later',
      afterDays: 14,
      asks: 'writer',
      question: { nl: 'Hoe ging het?', en: 'How did it go?' },
      statuses: ['open', 'succeeded', 'stopped'],
      seenBy: 'owner',
    },
  ],
};

function phase(id: string, own: Pick<Phase, 'kind'> & Partial<Phase<KnownUse>>): Phase<KnownUse> {
  const visibility: Visibility = { who: 'group', sender: 'withoutName', when: 'afterPhase' };
  const prompts: Prompt[] = [
    { text: { nl: 'Wat zie je?', en: 'What do you see?' }, depth: 1 },
    { text: { nl: 'Wat hoor je?', en: 'What do you hear?' }, forRole: 'presenter', depth: 2 },
  ];
  return {
    id,
    name: { nl: `Stap ${id}`, en: `Step ${id}` },
    minutes: 5,
    timer: 'soft',
    devices: 'each',
    say: { nl: 'We beginnen aan deze stap.', en: 'We start this step.' },
    grouping: { kind: 'groups', size: 6, mix: 'stay', rotate: 'none' },
    turn: { kind: 'free' },
    prompts,
    inputs: [],
    visibility,
    ...own,
  };
}

function card(kind: CardKind, own: Partial<CardUse> = {}): CardUse {
  return { ...basis(kind), ...own, kind: 'card', card: kind };
}

type Own<Use extends InputUse> = Use extends InputUse ? Omit<Use, keyof InputUse> & Pick<InputUse, 'live'> : never;

function vote(key: string, own: Own<Extract<KnownUse, { kind: 'vote' }>>): KnownUse {
  return { ...basis(key), late: 'refuse', kind: 'vote', ...own };
}

function placement(key: string, own: Own<Extract<KnownUse, { kind: 'placement' }>>): KnownUse {
  return { ...basis(key), late: 'refuse', kind: 'placement', ...own };
}

function basis(key: string) {
  return { key, late: 'accept', label: { nl: `Invoer ${key}`, en: `Input ${key}` } } as const;
}

/** The card kinds that have no step of their own. */
function otherKinds(): readonly CardKind[] {
  const elsewhere: readonly CardKind[] = ['experience', 'question', 'learningQuestion', 'insight', 'proposal', 'reaction', 'case', 'theme'];
  return (Object.keys(CARD_KINDS) as CardKind[]).filter((kind) => !elsewhere.includes(kind));
}

function fields(): NonNullable<CardUse['fields']> {
  return [
    { key: 'why', type: 'text', required: true, maxWords: 10, label: { nl: 'Waarom?', en: 'Why?' } },
    { key: 'sort', type: 'choice', options: options(), label: { nl: 'Wat voor soort?', en: 'What sort?' } },
    { key: 'day', type: 'date', label: { nl: 'Wanneer?', en: 'When?' } },
  ];
}

function options() {
  return [
    { id: 'a', label: { nl: 'Het eerste', en: 'The first' } },
    { id: 'b', label: { nl: 'Het tweede', en: 'The second' } },
    { id: 'c', label: { nl: 'Het derde', en: 'The third' } },
  ];
}

function sixSides() {
  return ['body', 'mind', 'meaning', 'quality', 'takingPart', 'daily'].map((id) => ({ id, label: { nl: `Kant ${id}`, en: `Side ${id}` } }));
}

function axis(from: -1 | 0) {
  return { from, label: { nl: 'De as', en: 'The axis' }, low: { nl: 'weinig', en: 'little' }, high: { nl: 'veel', en: 'much' } };
}

function scale(id: string, minimum: number, maximum: number) {
  const steps = [
    { at: minimum, label: { nl: 'helemaal niet', en: 'not at all' } },
    { at: maximum, label: { nl: 'helemaal', en: 'completely' } },
  ];
  return { id, minimum, maximum, steps, label: { nl: `Schaal ${id}`, en: `Scale ${id}` } };
}
