import type { Action, Actor } from '#conversation/action.ts';
import type { Decision } from '#conversation/decision.ts';
import type { Format, InputUse, Phase, Role, Visibility } from '#conversation/format.ts';
import type { InputRules, Inputs } from '#conversation/input.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import type { Perspective } from '#conversation/format.ts';
import { isRefusal, refuse, type RefusalCode } from '#conversation/refusal.ts';
import type { EntryId, PhoneTag, Run, RunId, SeatId, State } from '#conversation/state.ts';
import { channelsOf, channelView } from '#conversation/view.ts';
import { channelName, type ChannelName, type FlatView } from '#conversation/channel.ts';
import type { TextId } from '#conversation/words.ts';
import { MemoryConversation } from '#rehearsal/memory.ts';

/** A conversation told step by step: who does what, and what each screen shows then. */
export class Story {
  readonly conversation: MemoryConversation;
  readonly leader = 'leader' as SeatId;
  now = Date.UTC(2026, 10, 17, 18, 30);
  last: Decision | null = null;
  #told = 0;

  constructor(format: Format, inputs: Inputs = INPUTS, kinds: OutcomeKinds = {}) {
    this.conversation = new MemoryConversation(format, inputs, kinds);
    this.take({ type: 'takeSeat', seat: this.leader, role: 'facilitator', perspectives: [] }, { kind: 'door' });
  }

  /** What happened: null, or the code of the refusal. */
  take(action: Action, actor: Actor): RefusalCode | null {
    const result = this.conversation.take(action, actor, this.now, `story ${this.#told++}`);
    this.last = isRefusal(result) ? null : result;
    return isRefusal(result) ? result.refused : null;
  }

  by(seat: SeatId, action: Action): RefusalCode | null {
    return this.take(action, { kind: 'seat', seat });
  }

  lead(action: Action): RefusalCode | null {
    return this.by(this.leader, action);
  }

  /** Opens with so many tables and goes to the first step. */
  begin(tables = 1): this {
    this.lead({ type: 'setTables', count: tables });
    this.lead({ type: 'open' });
    return this;
  }

  join(name: string, perspective: Perspective | null = 'resident', role = 'participant'): SeatId {
    const refused = this.take(
      { type: 'takeSeat', seat: name as SeatId, role, perspectives: perspective ? [perspective] : [] },
      { kind: 'door' },
    );
    if (refused) throw new Error(`${name} was refused: ${refused}`);
    return name as SeatId;
  }

  /** By a phone: the second seat of one is a further seat. */
  takeSeat(name: string, how: { phone: string; byTicket?: true; perspective?: Perspective; role?: string }): SeatId {
    const { phone, byTicket, perspective = 'resident', role = 'participant' } = how;
    const by = { phone: phone as PhoneTag, ...(byTicket && { byTicket }) };
    const refused = this.take({ type: 'takeSeat', seat: name as SeatId, role, perspectives: [perspective], ...by }, { kind: 'door' });
    if (refused) throw new Error(`${name} was refused: ${refused}`);
    return name as SeatId;
  }

  next(): RefusalCode | null {
    return this.lead({ type: 'next', from: this.state.run?.id ?? null });
  }

  back(): RefusalCode | null {
    return this.lead({ type: 'back', from: this.run.id });
  }

  /** The card, which must be taken. */
  write(seat: SeatId, text: string, { input = 'note', run = this.run.id, kept = false } = {}): EntryId {
    const refused = this.tryToWrite(seat, text, { input, run, kept });
    const entry = this.last?.answer.entry;
    if (refused || !entry) throw new Error(`"${text}" was refused: ${refused}`);
    return entry;
  }

  tryToWrite(seat: SeatId, text: string, { input = 'note', run = this.run.id, kept = false } = {}): RefusalCode | null {
    return this.by(seat, { type: 'write', run, input, act: { text }, kept });
  }

  wait(minutes: number): void {
    this.now += minutes * 60_000;
  }

  clock(): RefusalCode | null {
    return this.take({ type: 'timeUp', run: this.run.id }, { kind: 'clock' });
  }

  get state(): State {
    return this.conversation.situation.state;
  }

  get run(): Run {
    if (!this.state.run) throw new Error('Nothing runs yet.');
    return this.state.run;
  }

  view(seat: SeatId, name: ChannelName): FlatView {
    const { situation, words } = this.conversation;
    const channel = channelsOf(situation, seat).find((each) => channelName(each) === name);
    return channel ? channelView(situation, channel, words) : {};
  }

  /** Everything on the screen of this seat, as text. */
  screen(seat: SeatId): string {
    const { situation, words } = this.conversation;
    return JSON.stringify(channelsOf(situation, seat).map((channel) => channelView(situation, channel, words)));
  }

  sees(seat: SeatId, words: string): boolean {
    return this.screen(seat).includes(words);
  }
}

export function formatOf(phases: readonly (Partial<Phase> & { readonly id: string })[], more: Partial<Format> = {}): Format {
  return {
    id: 'story',
    version: 1,
    name: WORDS,
    purpose: WORDS,
    evidence: 'low',
    sources: [],
    groupSize: { minimum: 1, maximum: 100 },
    sensitive: false,
    roles: ROLES,
    houseRules: [],
    mustBePresent: [],
    settings: [],
    phases: phases.map((phase) => ({ ...PHASE, ...phase })),
    outcomes: [],
    followUps: [],
    ...more,
  };
}

export function inputOf(kind: string, more: Partial<InputUse> = {}): InputUse {
  return { key: kind, kind, late: 'accept', label: WORDS, ...more };
}

export const WORDS = { nl: 'Iets', en: 'Something' };

const AT_ONCE: Visibility = { who: 'group', sender: 'alias', when: 'atOnce' };

const PHASE: Omit<Phase, 'id'> = {
  kind: 'note',
  name: WORDS,
  minutes: 10,
  timer: 'soft',
  devices: 'each',
  say: WORDS,
  grouping: { kind: 'groups', size: 8, mix: 'stay', rotate: 'none' },
  turn: { kind: 'free' },
  prompts: [],
  inputs: [inputOf('note')],
  visibility: AT_ONCE,
};

export const ROLES: readonly Role[] = [
  { id: 'participant', name: { nl: 'Deelnemer', en: 'Participant' }, task: 'takePart' },
  { id: 'presenter', name: { nl: 'Inbrenger', en: 'Presenter' }, task: 'explain', maximum: 1, minimum: 1 },
  { id: 'host', name: { nl: 'Tafelgastheer', en: 'Host' }, task: 'hostTable', maximum: 1, per: 'table' },
  { id: 'director', name: { nl: 'Opdrachtgever', en: 'Director' }, task: 'decide' },
  { id: 'observer', name: { nl: 'Waarnemer', en: 'Observer' }, task: 'observe' },
  { id: 'facilitator', name: { nl: 'Gespreksleider', en: 'Facilitator' }, task: 'facilitate' },
  { id: 'wall', name: { nl: 'Zaalscherm', en: 'Wall' }, task: 'show' },
];

/** Inputs of a few lines: a card, a question, an open vote and a secret one. */
const note = rulesFor('note', { inWords: true });
const question = rulesFor('question', { asksOnly: () => true });

const vote: InputRules = {
  ...rulesFor('vote', {}),
  decide: ({ own }, act) => {
    const body = { choice: textOf(act) };
    return own[0] ? { body, replaces: own[0].id } : { body };
  },
  view: (_, body) => body,
  summary: (_, entries) => ({ turnout: entries.length }),
  fewest: () => 5,
};

const ballot: InputRules = {
  ...rulesFor('ballot', {}),
  decide: (_, act) => ({ ballot: textOf(act) }),
  secret: () => true,
  onPaper: () => ({
    options: [
      { id: 'yes', label: WORDS },
      { id: 'no', label: WORDS },
    ],
    perOption: 1,
    perPerson: 1,
  }),
  tally: (_, ballots) => ({ yes: ballots.filter((each) => each === 'yes').length, no: ballots.filter((each) => each === 'no').length }),
};

/** The sheet of a table is a card. */
const card = rulesFor('card', {});

export const INPUTS: Inputs = { note, question, vote, ballot, card };

function rulesFor(kind: string, more: Partial<InputRules>): InputRules {
  return {
    kind,
    decide: ({ text }, act) => (textOf(act) === '' ? refuse('empty') : { body: { text: text(textOf(act)) } }),
    view: (_, body, words) => ({ text: words((body as { readonly text: TextId }).text) }),
    summary: () => null,
    secret: () => false,
    tally: () => ({}),
    imagine: (_, { sentence }) => ({ text: sentence() }),
    ...more,
  };
}

function textOf(act: unknown): string {
  return (act as { readonly text: string }).text;
}

export function runOf(story: Story, place: string): RunId {
  const run = story.state.runs.find((each) => each.place === place);
  if (!run) throw new Error(`${place} did not run.`);
  return run.id;
}
