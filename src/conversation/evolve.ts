import type { Event } from './event.ts';
import { addEntry, changeEntry, changeWhatIsPublic, giving, hidden, release, unquoted, unsaid } from './evolving/entries.ts';
import { cardLetGo, changeOutcome, effectTakenBack, makeOutcome, noticed, rewordOutcome, seatOwner } from './evolving/outcomes.ts';
import { harvestSteps, voiceSteps } from './evolving/points.ts';
import { changeRun, startRun, turnsAfterPause } from './evolving/runs.ts';
import { changeSeat, countHeads, laidTables, seatAll, sitDown, withSeat } from './evolving/seats.ts';
import type { Place } from './format.ts';
import { withWaiting } from './heads.ts';
import { changed, checkedBy, restored, shortened } from './publishing.ts';
import { scopeWith } from './scope.ts';
import { isSameWish } from './seatingWishes.ts';
import { possibleWriters } from './smallTables.ts';
import type { State, TableNumber } from './state.ts';

/** What a conversation is after one more thing happened. The state given stays as it was. */
export function evolve(state: State, event: Event): State {
  const step = STEPS[event.type] as (state: State, event: Event) => State;
  return step(state, event);
}

type Evolving = { readonly [Type in Event['type']]: (state: State, event: Extract<Event, { type: Type }>) => State };

const STEPS: Evolving = {
  ...harvestSteps,
  ...voiceSteps,
  scopeSet: (state, said) => ({ ...state, scope: scopeWith(state.scope, said) }),
  scopeChanged: (state, { at, reason, before, after }) => {
    const scopeChanges = [...state.scopeChanges, { at, reason, before, after }];
    return changed({ ...state, scope: scopeWith(state.scope, after), scopeChanges }, 'top');
  },
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
      seating: state.seatings,
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

  entryWritten: (state, { entry: id, input, place, table, late, kept, laid, body, gives, seating = state.seatings }) =>
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
        seating,
        possibleWriters: possibleWriters(state, { table, seating, place, input }),
        body,
        status: 'there',
      }),
      id,
      gives,
    ),
  entryCorrected: (state, { entry, body, gives }) =>
    giving(
      changeEntry(cardLetGo(state, entry), entry, (known) => ({ ...unquoted(unsaid(known)), body })),
      entry,
      gives,
    ),
  entrySpoken: (state, { entry, spoken }) => changeEntry(state, entry, (known) => ({ ...known, spoken })),
  entryKept: (state, { entry, kept }) => changeEntry(state, entry, (known) => ({ ...known, kept })),
  entryLaid: (state, { entry }) => changeEntry(state, entry, (known) => ({ ...known, laid: true })),
  entryWithdrawn: (state, { entry }) =>
    giving(
      changeEntry(effectTakenBack(cardLetGo(state, entry), entry), entry, (known) => ({ ...known, status: 'withdrawn' })),
      entry,
    ),
  entryHidden: (state, { entry, rule }) => changeWhatIsPublic(cardLetGo(state, entry), entry, (known) => hidden(state, known, rule)),
  entryShown: (state, { entry }) => changeWhatIsPublic(state, entry, (known) => ({ ...known, status: 'there' })),
  entryShortened: (state, { entry, body }) =>
    changeWhatIsPublic(cardLetGo(state, entry), entry, (known) => shortened(unquoted(known), body)),
  entryRestored: (state, { entry }) => changeWhatIsPublic(state, entry, (known) => restored(unquoted(known))),
  quoteAllowed: (state, { entry, allows }) =>
    changeEntry(state, entry, (known) => (allows ? { ...known, quotable: true } : unquoted(known))),
  pledgeAnswered: (state, { entry, followUp, status, learned }) =>
    changeEntry(state, entry, (known) => ({ ...known, answers: { ...known.answers, [followUp]: { status, learned } } })),
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
  codeRenewed: (state) => ({ ...state, codesRenewed: state.codesRenewed + 1 }),
  closed: (state, { at }) => ({ ...state, status: 'closed', closedAt: at }),
  sealed: (state) => ({ ...state, status: 'sealed' }),

  outcomeMade: makeOutcome,
  outcomeChanged: rewordOutcome,
  outcomeStood: (state, { outcome, status, because, due, at }) =>
    changeOutcome(state, outcome, (known) => ({ ...known, history: [...known.history, { status, because, due, at }] })),
  outcomeTalkedOver: (state, { outcome, heard }) => changeOutcome(state, outcome, (known) => ({ ...known, withResidents: heard })),
  outcomeDropped: (state, { outcome, because }) => changeOutcome(state, outcome, (known) => ({ ...known, dropped: because })),
  outcomeRestored: (state, { outcome }) => changeOutcome(state, outcome, (known) => ({ ...known, dropped: null })),
  ownerSeated: seatOwner,
  effectTold: (state, { outcome, entry, effect }) => changeOutcome(state, outcome, (known) => noticed(known, entry, effect)),
  outcomeAsked: (state, { outcome, asked: id, words, on }) =>
    changeOutcome(state, outcome, (known) => ({ ...known, asked: [...known.asked, { id, words, on, answer: null }] })),
  askedAnswered: (state, { outcome, asked, words, on }) =>
    changeOutcome(state, outcome, (known) => ({
      ...known,
      asked: known.asked.map((each) => (each.id === asked ? { ...each, answer: { words, on } } : each)),
    })),
  askedDropped: (state, { outcome, asked }) =>
    changeOutcome(state, outcome, (known) => ({ ...known, asked: known.asked.filter(({ id }) => id !== asked) })),
  turnTold: (state, { outcome, card, words, on }) =>
    changeOutcome(state, outcome, (known) => ({ ...known, turns: [...known.turns, { card, words, on }] })),
};

function withoutEmpty<T>(record: { readonly [key: string]: T | null }): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

function counted(ready: State['ready'], place: Place, table: TableNumber): State['ready'] {
  const tables = ready[place] ?? {};
  return { ...ready, [place]: { ...tables, [table]: (tables[table] ?? 0) + 1 } };
}

function roundsWith(rounds: State['rounds'], table: TableNumber, going: boolean): State['rounds'] {
  const { [table]: _, ...others } = rounds;
  return going ? { ...others, [table]: 'going' } : others;
}

function sheetsWith(sheets: State['openSheets'], place: Place, table: TableNumber, open: boolean): State['openSheets'] {
  const others = (sheets[place] ?? []).filter((each) => each !== table);
  return { ...sheets, [place]: open ? [...others, table] : others };
}
