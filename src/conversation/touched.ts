import type { Authored } from './authors.ts';
import type { Event } from './event.ts';
import type { Situation } from './input.ts';
import type { EntryId, SeatId } from './state.ts';
import type { ChannelId } from './view.ts';
import { visibilityOfEntry } from './lookup.ts';

/**
 * Which channels may look different after these events, so that a card at one table does not make the
 * hub redraw the whole hall. Naming too many is harmless; a test proves that none is forgotten.
 */
export function touched(situation: Situation, events: readonly Event[], authored: readonly Authored[]): ReadonlySet<ChannelId> | 'all' {
  const channels = new Set<ChannelId>();
  for (const event of events) {
    const found = TOUCHES[event.type] as ((situation: Situation, event: Event) => readonly ChannelId[] | 'all') | undefined;
    const added = found?.(situation, event) ?? 'all';
    if (added === 'all') return 'all';
    for (const channel of added) channels.add(channel);
  }
  for (const { seat } of authored) channels.add(`me/${seat}`);
  return channels;
}

type Touching = { readonly [Type in Event['type']]?: (situation: Situation, event: Extract<Event, { type: Type }>) => readonly ChannelId[] | 'all' };

/** What is not named here (a new run, a release, a new seating) touches everybody. */
const TOUCHES: Touching = {
  seatTaken: (_, { seat, table }) => [`me/${seat}`, `table/${table}`, 'facilitator', 'wall'],
  seatLeft: (situation, { seat }) => aroundSeat(situation, seat),
  seatReturned: (situation, { seat }) => aroundSeat(situation, seat),
  turnTaken: ({ state }, { table }) => [`table/${table}`, ...(state.tables.find((each) => each.number === table)?.seats ?? []).map((seat) => `me/${seat}` as const)],
  entryWritten: (situation, { entry }) => aroundEntry(situation, entry),
  entryCorrected: (situation, { entry }) => aroundEntry(situation, entry),
  entryKept: (situation, { entry }) => aroundEntry(situation, entry),
  entryLaid: (situation, { entry }) => aroundEntry(situation, entry),
  entryWithdrawn: (situation, { entry }) => aroundEntry(situation, entry),
  readyMarked: () => ['facilitator'],
  called: () => ['facilitator'],
  callAnswered: () => ['facilitator'],
  wallCleared: () => ['wall', 'facilitator'],
};

function aroundSeat({ state }: Situation, id: SeatId): readonly ChannelId[] {
  const table = state.seats.get(id)?.table ?? 0;
  const neighbours = state.tables.find((each) => each.number === table)?.seats ?? [];
  return [`table/${table}`, ...neighbours.map((seat) => `me/${seat}` as const), `me/${id}`, 'facilitator', 'wall'];
}

/** The table, its writer, those who lead and the wall; everyone only when it can be for everyone. */
function aroundEntry({ state, authors }: Situation, id: EntryId): readonly ChannelId[] {
  const entry = state.entries.get(id);
  if (!entry) return [];
  const writer = authors.seatOf.get(id);
  const who = visibilityOfEntry(state, entry)?.who;
  const forAll = who === 'everyone' || who === 'public' || state.released[entry.place] !== undefined;
  const near: ChannelId[] = [`table/${entry.table}`, 'facilitator', 'wall'];
  return [...near, ...(writer ? [`me/${writer}` as const] : []), ...(forAll ? ['everyone' as const] : [])];
}
