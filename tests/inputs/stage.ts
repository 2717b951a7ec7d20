import { NOBODY, withAuthored } from '#conversation/authors.ts';
import { chanceFrom } from '#conversation/chance.ts';
import { type Format, placeOf } from '#conversation/format.ts';
import type { Imagination, InputRules, WriteContext, Written } from '#conversation/input.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import { begin, type Entry, type EntryId, type Seat, type SeatId } from '#conversation/state.ts';
import { asTextId, type Json, type TextId, type WordsOf } from '#conversation/words.ts';
import { inputs } from '#inputs/rules.ts';
import type { KnownUse } from '#inputs/uses.ts';

/**
 * A small stage for one input: a conversation in which cards were written and released before, and one
 * person who now does something. Made by hand, so that the rules stand alone.
 */
export interface Stage {
  readonly context: WriteContext;
  readonly rules: InputRules;
  readonly words: WordsOf;
  /** Does it, and gives the body or ballot; null when it was refused. */
  does(act: Json): Written | Refusal;
}

export interface Props {
  /** Cards of the step before, by id, with the key of their input. */
  readonly cards?: { readonly [id: string]: Partial<Entry> & { readonly input?: string } };
  /** Ids of cards that were written by the person on this stage. */
  readonly mine?: readonly string[];
  /** What the person, or another at the table, did here earlier. */
  readonly own?: readonly Json[];
  readonly ofOthers?: readonly Json[];
  /** Corrects the first of `own`. */
  readonly corrects?: boolean;
}

export const ME: Seat = { id: 'me' as SeatId, role: 'participant', perspectives: ['resident'], table: 1, here: true };

export function stage(use: KnownUse, props: Props = {}): Stage {
  const cards = Object.entries(props.cards ?? {}).map(([id, card]) => entryOf(id, card));
  const before = [...(props.own ?? []), ...(props.ofOthers ?? [])].map((body, index) =>
    entryOf(`before${index}`, { body, input: use.key, place: NOW }),
  );
  const own = before.slice(0, props.own?.length ?? 0);
  const start = begin(formatWith(use));
  const state = {
    ...start,
    entries: [...cards, ...before].reduce((shelf, entry) => shelf.put(entry.id, entry), start.entries),
    seats: start.seats.put(ME.id, ME),
  };
  const authors = withAuthored(
    NOBODY,
    [...(props.mine ?? []).map((id) => id as EntryId), ...own.map((entry) => entry.id)].map((entry) => ({ entry, seat: ME.id })),
  );
  const kept = new Map<string, string>();
  const context: WriteContext = {
    use,
    situation: { state, authors, inputs, kinds: {} },
    seat: ME,
    own,
    ofTable: before,
    correcting: props.corrects ? (own[0] ?? null) : null,
    text(words) {
      const id = asTextId(`${kept.size}`.padStart(20, '0'));
      kept.set(id, words);
      return id;
    },
  };
  const rules = rulesOf(use);
  return { context, rules, words: (id: TextId) => kept.get(id) ?? null, does: (act) => rules.decide(context, act) };
}

export function rulesOf(use: KnownUse): InputRules {
  const rules = inputs[use.kind];
  if (!rules) throw new Error(`There are no rules for ${use.kind}.`);
  return rules;
}

/** What a screen would show of what was done. */
export function seen(on: Stage, act: Json): Json {
  const written = on.does(act);
  if (isRefusal(written) || 'ballot' in written) return null;
  return on.rules.view(on.context.use, written.body, on.words);
}

export function entriesOf(bodies: readonly Json[]): readonly Entry[] {
  return bodies.map((body, index) => entryOf(`sum${index}`, { body }));
}

export function imagination(seed: string, cards: readonly string[] = []): Imagination {
  const chance = chanceFrom(seed);
  const sentences = [
    'Op woensdag is er plek in het buurthuis.',
    'Ik kan een uur helpen.',
    'We hebben een bus nodig die ook ’s avonds rijdt.',
  ];
  return {
    chance,
    language: 'nl',
    cards: cards as readonly EntryId[],
    sentence: () => chance.pick(sentences) ?? '',
    day: (ahead) => `2026-12-${10 + (ahead % 20)}`,
  };
}

export const WORDS = { nl: 'Iets', en: 'Something' };
const BEFORE = placeOf('before', 1);
const NOW = placeOf('now', 1);

function entryOf(id: string, entry: Partial<Entry>): Entry {
  const standing = { late: false, kept: false, laid: true, released: true, during: 1, arrived: 0, seating: 0, status: 'there' } as const;
  return { id: id as EntryId, input: 'asset', place: BEFORE, table: 1, ...standing, body: null, ...entry };
}

function formatWith(use: KnownUse): Format {
  const phase = {
    kind: 'note',
    name: WORDS,
    minutes: 5,
    timer: 'soft',
    devices: 'each',
    say: WORDS,
    grouping: { kind: 'alone' },
    turn: { kind: 'free' },
    prompts: [],
    visibility: { who: 'group', sender: 'withoutName', when: 'whenReleased' },
  } as const;
  const card = (key: string) => ({ key, kind: 'card', card: 'asset', late: 'accept', label: WORDS }) as const;
  return {
    id: 'stage',
    version: 1,
    name: WORDS,
    purpose: WORDS,
    evidence: 'low',
    sources: [],
    groupSize: { minimum: 1, maximum: 9 },
    sensitive: false,
    roles: [{ id: 'participant', name: WORDS, task: 'takePart' }],
    houseRules: [],
    mustBePresent: [],
    settings: [],
    phases: [
      { ...phase, id: 'before', inputs: [card('asset'), card('other')] },
      { ...phase, id: 'now', inputs: [use] },
    ],
    outcomes: [],
    followUps: [],
  };
}
