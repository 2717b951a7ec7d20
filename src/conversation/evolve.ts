import type { Event } from './event.ts';
import type { Place } from './format.ts';
import { withWaiting } from './heads.ts';
import { changed, checkedBy, placeOfEntry, restored, shortened } from './publishing.ts';
import { isSameWish } from './seatingWishes.ts';
import type { Entry, EntryId, Release, Run, Seat, SeatId, State, Table, TableNumber } from './state.ts';

/** What a conversation is after one more thing happened. The state given stays as it was. */
export function evolve(state: State, event: Event): State {
  const step = STEPS[event.type] as (state: State, event: Event) => State;
  return step(state, event);
}

type Evolving = { readonly [Type in Event['type']]: (state: State, event: Extract<Event, { type: Type }>) => State };

const STEPS: Evolving = {
  scopeSet: (state, { title, about, decides, hearBack }) => ({ ...state, scope: { title, about, decides, hearBack } }),
  choiceMade: (state, { setting, option }) => ({ ...state, choices: { ...state.choices, [setting]: option } }),
  minutesSet: (state, { phase, minutes }) => ({ ...state, minutes: { ...state.minutes, [phase]: minutes } }),
  promised: (state, { phase, at }) => ({ ...state, promises: withoutEmpty({ ...state.promises, [phase]: at }) }),
  textAdapted: (state, { slot, text }) => ({ ...state, adapted: withoutEmpty({ ...state.adapted, [slot]: text }) }),
  tablesSet: (state, { count }) => ({ ...state, tableCount: count, tables: laidTables(state.tables, count) }),
  languagesChosen: (state, { beside, wall }) => ({ ...state, languages: { beside, wall } }),
  offered: (state, { needs, photos }) => ({ ...state, offered: { needs, photos } }),
  told: (state) => state,
  opened: (state) => ({ ...state, status: 'open' }),

  seatTaken: (state, { seat, role, perspectives, table, simulated, phoneless, phone, extra }) =>
    sitDown(
      withSeat(state, {
        id: seat,
        role,
        perspectives,
        table,
        here: true,
        ...(simulated && { simulated }),
        ...(phoneless && { phoneless }),
        ...(phone && { phone }),
        ...(extra && { extra: { since: state.seats.size, counted: false } }),
      }),
      seat,
      table,
    ),
  headsCounted: (state, { table, heads, counted }) => countHeads({ ...state, heads: { ...state.heads, [table]: heads } }, table, counted),
  seatMoved: (state, { seat, table }) => sitDown(state, seat, table),
  roleGiven: (state, { seat, role }) => changeSeat(state, seat, (known) => ({ ...known, role })),
  interpretingGiven: (state, { seat, whom }) => changeSeat(state, seat, (known) => ({ ...known, interpretsFor: whom })),
  seatLeft: (state, { seat }) => changeSeat(state, seat, (known) => ({ ...known, here: false })),
  seatReturned: (state, { seat, table }) => changeSeat(sitDown(state, seat, table), seat, (known) => ({ ...known, here: true })),
  seated: (state, { tables, themes = {} }) => ({ ...seatAll(state, withWaiting(state, tables)), themes }),
  wishMade: (state, { wish, seats }) => ({ ...state, wishes: [...state.wishes, { wish, seats }] }),
  wishDropped: (state, dropped) => ({ ...state, wishes: state.wishes.filter((wish) => !isSameWish(wish, dropped)) }),

  runStarted: (state, { run: id, place, at, endsAt, seed }) =>
    startRun(state, {
      id,
      place,
      ordinal: state.runs.length + 1,
      startedAt: at,
      endsAt,
      pausedWith: null,
      pausedAt: null,
      timeUp: false,
      gong: false,
      ended: false,
      seed,
      turns: {},
      turnBegan: Object.fromEntries(state.tables.map((table) => [table.number, at])),
    }),
  runPaused: (state, { run, left, at = null }) => changeRun(state, run, (known) => ({ ...known, pausedWith: left, pausedAt: at })),
  runResumed: (state, { run, endsAt, at }) =>
    changeRun(state, run, (known) => ({ ...known, pausedWith: null, pausedAt: null, endsAt, turnBegan: turnsAfterPause(known, at) })),
  runExtended: (state, { run, endsAt, left }) =>
    changeRun(state, run, (known) => ({ ...known, endsAt, pausedWith: left, timeUp: false, gong: false })),
  gongSounded: (state, { run }) => changeRun(state, run, (known) => ({ ...known, gong: true })),
  timeWasUp: (state, { run }) => changeRun(state, run, (known) => ({ ...known, timeUp: true })),
  runEnded: (state, { run }) => changeRun(state, run, (known) => ({ ...known, ended: true })),
  turnTaken: (state, { run, table, at }) =>
    changeRun(state, run, (known) => ({
      ...known,
      turns: { ...known.turns, [table]: (known.turns[table] ?? 0) + 1 },
      turnBegan: at === undefined ? {} : { ...known.turnBegan, [table]: at },
    })),

  entryWritten: (state, { entry: id, input, place, table, late, kept, laid, body, gives }) =>
    giving(
      addEntry(state, {
        id,
        input,
        place,
        table,
        late,
        kept,
        laid,
        released: false,
        during: state.run?.ordinal ?? 0,
        arrived: state.entries.size,
        seating: state.seatings,
        body,
        status: 'there',
      }),
      id,
      gives,
    ),
  entryCorrected: (state, { entry, body, gives }) =>
    giving(
      changeEntry(state, entry, (known) => ({ ...unsaid(known), body })),
      entry,
      gives,
    ),
  entrySpoken: (state, { entry, spoken }) => changeEntry(state, entry, (known) => ({ ...known, spoken })),
  entryKept: (state, { entry, kept }) => changeEntry(state, entry, (known) => ({ ...known, kept })),
  entryLaid: (state, { entry }) => changeEntry(state, entry, (known) => ({ ...known, laid: true })),
  entryWithdrawn: (state, { entry }) =>
    giving(
      changeEntry(state, entry, (known) => ({ ...known, status: 'withdrawn' })),
      entry,
    ),
  entryHidden: (state, { entry, rule }) => changeWhatIsPublic(state, entry, (known) => ({ ...known, status: 'hidden', hiddenBy: rule })),
  entryShown: (state, { entry }) => changeWhatIsPublic(state, entry, (known) => ({ ...known, status: 'there' })),
  entryShortened: (state, { entry, body }) => changeWhatIsPublic(state, entry, (known) => shortened(known, body)),
  entryRestored: (state, { entry }) => changeWhatIsPublic(state, entry, restored),
  partChecked: (state, { part, seat }) => checkedBy(state, part, seat, true),
  partUnchecked: (state, { part, seat }) => checkedBy(state, part, seat, false),
  readyMarked: (state, { place, table, extra }) => (extra ? state : { ...state, ready: counted(state.ready, place, table) }),

  placeReleased: (state, { place, perspectives }) => changed(release(state, place, perspectives), place),
  tallied: (state, { place, input, tally }) => ({ ...state, tallies: { ...state.tallies, [`${place}/${input}`]: tally } }),
  paperCounted: (state, { input, table, standing }) => ({
    ...state,
    paper: { ...state.paper, [input]: { ...state.paper[input], [table]: standing } },
  }),
  roundAsked: (state, { table }) => ({ ...state, rounds: { [table]: 'asked', ...state.rounds } }),
  roundHeld: (state, { table, going }) => ({ ...state, rounds: roundsWith(state.rounds, table, going) }),
  sheetOpened: (state, { place, table, open }) => ({ ...state, openSheets: sheetsWith(state.openSheets, place, table, open) }),
  called: (state, { call, table, words }) => ({ ...state, calls: [...state.calls, { id: call, table, words, answered: false }] }),
  callAnswered: (state, { call }) => ({
    ...state,
    calls: state.calls.map((each) => (each.id === call ? { ...each, answered: true } : each)),
  }),
  presented: (state, { card }) => ({ ...state, presenting: card }),
  wallCleared: (state, { cleared }) => ({ ...state, wallCleared: cleared }),
  doorShut: (state, { shut }) => ({ ...state, doorShut: shut }),
  closed: (state, { at }) => ({ ...state, status: 'closed', closedAt: at }),
  sealed: (state) => ({ ...state, status: 'sealed' }),
};

/** A turn loses nothing by a pause. */
function turnsAfterPause({ turnBegan, pausedAt }: Run, resumedAt: number | undefined): Run['turnBegan'] {
  if (pausedAt === null || resumedAt === undefined) return {};
  return Object.fromEntries(Object.entries(turnBegan).map(([table, began]) => [table, began + resumedAt - pausedAt]));
}

function roundsWith(rounds: State['rounds'], table: TableNumber, going: boolean): State['rounds'] {
  const { [table]: _, ...others } = rounds;
  return going ? { ...others, [table]: 'going' } : others;
}

function countHeads(state: State, number: TableNumber, counted: readonly SeatId[]): State {
  const seats = state.tables.find((table) => table.number === number)?.seats ?? [];
  return seats.reduce(
    (known, id) =>
      changeSeat(known, id, (seat) => (seat.extra ? { ...seat, extra: { ...seat.extra, counted: counted.includes(id) } } : seat)),
    state,
  );
}

function sheetsWith(sheets: State['openSheets'], place: Place, table: TableNumber, open: boolean): State['openSheets'] {
  const others = (sheets[place] ?? []).filter((each) => each !== table);
  return { ...sheets, [place]: open ? [...others, table] : others };
}

function withoutEmpty<T>(record: { readonly [key: string]: T | null }): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

/** Tables that still seat someone stay, whatever the count says. */
function laidTables(tables: readonly Table[], count: number): readonly Table[] {
  const kept = tables.filter((table) => table.number <= count || table.seats.length > 0);
  const known = new Set(kept.map((table) => table.number));
  const added = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !known.has(number));
  return [...kept, ...added.map((number) => ({ number, seats: [] }))].sort((a, b) => a.number - b.number);
}

function withSeat(state: State, seat: Seat): State {
  return { ...state, seats: state.seats.put(seat.id, seat) };
}

function changeSeat(state: State, id: Seat['id'], change: (seat: Seat) => Seat): State {
  const seat = state.seats.get(id);
  return seat ? withSeat(state, change(seat)) : state;
}

function sitDown(state: State, id: Seat['id'], number: TableNumber): State {
  const from = state.seats.get(id)?.table;
  const tables = state.tables.map((table) => {
    if (table.number === number) return table.seats.includes(id) ? table : { ...table, seats: [...table.seats, id] };
    return table.number === from && table.seats.includes(id) ? { ...table, seats: table.seats.filter((seat) => seat !== id) } : table;
  });
  const known = number === 0 || tables.some((table) => table.number === number);
  const seatedAt = { ...state, tables: known ? tables : [...tables, { number, seats: [id] }], cameTo: withNewcomer(state, id, number) };
  return changeSeat(seatedAt, id, (seat) => ({ ...seat, table: number }));
}

function withNewcomer({ cameTo, seatings }: State, id: Seat['id'], number: TableNumber): State['cameTo'] {
  const before = cameTo[seatings]?.[number] ?? [];
  if (number === 0 || before.includes(id)) return cameTo;
  return cameTo.with(seatings, { ...cameTo[seatings], [number]: [...before, id] });
}

function seatAll(state: State, tables: readonly Table[]): State {
  const seats = tables.reduce(
    (known, table) =>
      table.seats.reduce((shelf, id) => {
        const seat = shelf.get(id);
        return seat ? shelf.put(id, { ...seat, table: table.number }) : shelf;
      }, known),
    state.seats,
  );
  const came = Object.fromEntries(tables.map((table) => [table.number, table.seats]));
  const anew = {
    ...state,
    seats,
    tables,
    seatings: state.seatings + 1,
    cameTo: [...state.cameTo, came],
    rounds: {},
    openSheets: {},
    heads: {},
  };
  // In the middle of a step the turns of a table, as its round, were those of other people.
  return state.run && !state.run.ended ? changeRun(anew, state.run.id, (run) => ({ ...run, turns: {}, turnBegan: {} })) : anew;
}

function startRun(state: State, run: Run): State {
  return {
    ...state,
    planned: state.planned ?? state.minutes,
    run,
    paper: {},
    runs: [...state.runs, run],
    ready: { ...state.ready, [run.place]: {} },
    rounds: {},
    presenting: null,
  };
}

function changeRun(state: State, id: Run['id'], change: (run: Run) => Run): State {
  const runs = state.runs.map((run) => (run.id === id ? change(run) : run));
  return { ...state, runs, run: runs.at(-1) ?? null };
}

function addEntry(state: State, entry: Entry): State {
  const tables = state.byPlace[entry.place] ?? {};
  const ids: readonly EntryId[] = [...(tables[entry.table] ?? []), entry.id];
  return {
    ...state,
    entries: state.entries.add(entry.id, entry),
    byPlace: { ...state.byPlace, [entry.place]: { ...tables, [entry.table]: ids } },
  };
}

function changeEntry(state: State, id: EntryId, change: (entry: Entry) => Entry): State {
  const entry = state.entries.get(id);
  return entry ? { ...state, entries: state.entries.put(id, change(entry)) } : state;
}

/** By whoever leads: what others may read is not what it was. */
function changeWhatIsPublic(state: State, id: EntryId, change: (entry: Entry) => Entry): State {
  return changed(changeEntry(state, id, change), placeOfEntry(state, id));
}

/** The cards this entry gives to the room now, instead of those it gave before. */
function giving(state: State, id: EntryId, gives: readonly EntryId[] = []): State {
  const entry = state.entries.get(id);
  if (!entry || (!entry.gives && gives.length === 0)) return state;
  const back = (entry.gives ?? []).reduce((known, card) => changeEntry(known, card, takenBack), state);
  const given = gives.reduce((known, card) => changeEntry(known, card, (each) => ({ ...each, given: entry.place })), back);
  return changeEntry(given, id, (known) => ({ ...known, gives }));
}

/** How it was said before goes with the words. */
function unsaid(card: Entry): Entry {
  const { spoken: _, ...rest } = card;
  return rest;
}

function takenBack(card: Entry): Entry {
  const { given: _, ...rest } = card;
  return rest;
}

/** What stands there now goes to the room, with the perspectives decided now beside those of an earlier release. A draft stays one. */
function release(state: State, place: Place, perspectives: Release['perspectives']): State {
  const ids = Object.values(state.byPlace[place] ?? {})
    .flat()
    .filter((id) => state.entries.get(id)?.laid);
  const given = ids.reduce((known, id) => changeEntry(known, id, (entry) => ({ ...entry, released: true })), state);
  const shown = { ...state.released[place]?.perspectives };
  for (const table of Object.keys(perspectives).map(Number)) shown[table] = { ...shown[table], ...perspectives[table] };
  return { ...given, released: { ...state.released, [place]: { cards: ids.length, perspectives: shown } } };
}

function counted(ready: State['ready'], place: Place, table: TableNumber): State['ready'] {
  const tables = ready[place] ?? {};
  return { ...ready, [place]: { ...tables, [table]: (tables[table] ?? 0) + 1 } };
}
