import type { Authored } from './authors.ts';
import type { Event } from './event.ts';
import type { Situation } from './input.ts';
import type { EntryId, SeatId, State, TableNumber } from './state.ts';
import { tablesOn } from './themes.ts';
import { placesInView } from './visible.ts';
import type { ChannelId } from './channel.ts';
import { interpretersAt } from './interpreting.ts';
import { hostsOf, stepAt, tableOf, visibilityOfEntry } from './lookup.ts';

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
  for (const what of authored) {
    channels.add(`me/${what.seat}`);
    for (const { id } of interpretersAt(situation.state, what.seat)) channels.add(`me/${id}`);
    const known = situation.state.seats.get(what.seat);
    if (known?.phoneless) for (const channel of aroundTable(situation, known.table)) channels.add(channel);
    // Who hosts looks after the time of who asked for more.
    if (known && 'told' in what) for (const host of hostsOf(situation.state, known.table)) channels.add(`me/${host.id}`);
  }
  return channels;
}

type Touching = {
  readonly [Type in Event['type']]?: (situation: Situation, event: Extract<Event, { type: Type }>) => readonly ChannelId[] | 'all';
};

/** What is not named here (a new run, a release, a new seating) touches everybody. */
const TOUCHES: Touching = {
  seatTaken: (situation, { seat }) => aroundSeat(situation, seat),
  headsCounted: (situation, { table }) => [...aroundTable(situation, table), 'facilitator', 'wall'],
  paperCounted: (_, { table }) => [`table/${table}`, 'facilitator'],
  seatLeft: (situation, { seat }) => aroundSeat(situation, seat),
  seatReturned: (situation, { seat }) => aroundSeat(situation, seat),
  turnTaken: (situation, { table }) => aroundTable(situation, table),
  roundAsked: (situation, { table }) => aroundTable(situation, table),
  roundHeld: (situation, { table }) => aroundTable(situation, table),
  sheetOpened: (situation, { table }) => aroundTable(situation, table),
  // Its writer is named by what is authored.
  entryWritten: (situation, { entry, gives }) => (gives ? 'all' : aroundEntry(situation, entry)),
  entryCorrected: (situation, { entry, gives }) => (gives ? 'all' : aroundEntryAndWriter(situation, entry)),
  entrySpoken: (situation, { entry }) => aroundEntryAndWriter(situation, entry),
  entryKept: (situation, { entry }) => aroundEntryAndWriter(situation, entry),
  entryLaid: (situation, { entry }) => aroundEntryAndWriter(situation, entry),
  entryWithdrawn: (situation, { entry }) => aroundEntryAndWriter(situation, entry),
  quoteAllowed: () => [],
  // It stands on its writer's receipt alone.
  pledgeAnswered: () => [],
  readyMarked: () => ['facilitator'],
  told: () => ['facilitator'],
  promised: () => ['facilitator'],
  called: () => ['facilitator'],
  callAnswered: () => ['facilitator'],
  wishMade: () => ['facilitator'],
  wishDropped: () => ['facilitator'],
  presented: () => ['everyone', 'wall'],
  wallCleared: () => ['wall', 'facilitator'],
  codeRenewed: () => ['wall'],
  outcomeMade: () => [],
  outcomeChanged: () => [],
  outcomeStood: () => [],
  outcomeTalkedOver: () => [],
  outcomeDropped: () => [],
  outcomeRestored: () => [],
  ownerSeated: () => [],
  effectTold: () => [],
  outcomeAsked: () => [],
  askedAnswered: () => [],
  askedDropped: () => [],
  turnTold: () => [],
  // Harvests are read on pages of their own; those who lead hear which tables still have to sign.
  pointMade: () => ['facilitator'],
  pointReworded: () => [],
  cardPlaced: () => [],
  cardTaken: () => [],
  pointDropped: () => ['facilitator'],
  pointRestored: () => ['facilitator'],
  pointAnswered: () => [],
  pointCounted: () => [],
  noteWithdrawn: () => [],
  noteHidden: () => ['facilitator'],
  noteShown: () => ['facilitator'],
  tableSigned: () => ['facilitator'],
  tableReopened: () => ['facilitator'],
  roomSigned: () => [],
  roomReopened: () => [],
  voiceMarked: () => [],
  voiceUnmarked: () => [],
  voiceAnswered: () => [],
  reportFinished: () => [],
  reportReopened: () => [],
};

/** The table and its people; all the room's people when others may now take the role this one has or had. */
function aroundSeat(situation: Situation, id: SeatId): readonly ChannelId[] {
  const { state } = situation;
  const seat = state.seats.get(id);
  const scarce = state.format.roles.some((role) => role.id === seat?.role && role.maximum !== undefined);
  const others = scarce ? [...state.seats.values()].map((each) => `me/${each.id}` as const) : [];
  const interpreters = interpretersAt(state, id).map((each) => `me/${each.id}` as const);
  return [...aroundTable(situation, seat?.table ?? 0), `me/${id}`, ...interpreters, 'facilitator', 'wall', ...others];
}

function aroundTable({ state }: Situation, table: TableNumber): readonly ChannelId[] {
  return [`table/${table}`, ...(tableOf(state, table)?.seats ?? []).map((seat) => `me/${seat}` as const)];
}

function aroundEntryAndWriter(situation: Situation, id: EntryId): readonly ChannelId[] {
  const writer = situation.authors.seatOf.get(id);
  return writer ? [...aroundEntry(situation, id), `me/${writer}`] : aroundEntry(situation, id);
}

/** The table, those who lead and the wall; those alike where it is for a role, everyone only when it can be for everyone. */
function aroundEntry({ state, authors }: Situation, id: EntryId): readonly ChannelId[] {
  const entry = state.entries.get(id);
  if (!entry) return [];
  const who = visibilityOfEntry(state, entry)?.who;
  const forAll = who === 'everyone' || who === 'public' || entry.released || entry.given !== undefined;
  const role = who === 'sameRole' ? state.seats.get(authors.seatOf.get(id) ?? '')?.role : undefined;
  const alike = role ? [...state.seats.values()].filter((seat) => seat.role === role).map((seat) => `me/${seat.id}` as const) : [];
  const tables = [entry.table, ...tablesOn(state, id)].map((table) => `table/${table}` as const);
  return [...tables, 'facilitator', 'wall', ...alike, ...atDesks(state), ...(forAll ? ['everyone' as const] : [])];
}

/** Those who do something in this step because of their role: they may work on cards of others, or with those of the room. */
function atDesks(state: State): readonly ChannelId[] {
  const roles = new Set(placesInView(state).flatMap((place) => stepAt(state, place)?.phase.inputs.flatMap((use) => use.roles ?? []) ?? []));
  if (roles.size === 0) return [];
  return [...state.seats.values()].filter((seat) => roles.has(seat.role)).map((seat) => `me/${seat.id}` as const);
}
