import type { InputUse, Phase, Place, Role, Step, Visibility } from './format.ts';
import { stepsOf } from './format.ts';
import { INTERPRETER } from './interpreting.ts';
import { OWNER } from './owning.ts';
import { OPEN_SHEET, openSheetIn } from './openSheet.ts';
import type { PaperStanding } from './paper.ts';
import type { Entry, Run, Seat, State, Table, TableNumber } from './state.ts';

/** Small questions about a state that many rules ask. */

export function steps(state: State): readonly Step[] {
  const known = remembered.get(state.choices);
  if (known) return known;
  const made = stepsOf(state.format, state.choices);
  remembered.set(state.choices, made);
  return made;
}

/** Choices are immutable and change only while preparing: their steps are worked out once. */
const remembered = new WeakMap<State['choices'], readonly Step[]>();

export function stepAt(state: State, place: Place): Step | undefined {
  return steps(state).find((step) => step.place === place);
}

export function currentStep(state: State): Step | undefined {
  return state.run ? stepAt(state, state.run.place) : undefined;
}

/** The step before (−1) or after (+1) the current one; the first when nothing has run. */
export function neighbour(state: State, direction: 1 | -1): Step | undefined {
  const all = steps(state);
  const now = state.run ? all.findIndex((step) => step.place === state.run?.place) : -1;
  return direction === -1 && now <= 0 ? undefined : all[now + direction];
}

export function inputIn(phase: Phase, key: string): InputUse | undefined {
  if (key === OPEN_SHEET) return openSheetIn(phase) ?? undefined;
  return phase.inputs.find((input) => input.key === key);
}

/** What a step asks, and the sheet of tables that do it differently. */
export function usesIn(phase: Phase): readonly InputUse[] {
  const sheet = openSheetIn(phase);
  return sheet ? [...phase.inputs, sheet] : phase.inputs;
}

/** What a step asks, with the sheet where a table wrote on one. */
export function usesWrittenIn(state: State, { place, phase }: Step): readonly InputUse[] {
  const isOnSheet = entriesAt(state, place).some(({ input }) => input === OPEN_SHEET);
  return isOnSheet ? usesIn(phase) : phase.inputs;
}

export function useOf(state: State, entry: Entry): InputUse | undefined {
  const phase = stepAt(state, entry.place)?.phase;
  return phase && inputIn(phase, entry.input);
}

export function visibilityOf(phase: Phase, use: InputUse): Visibility {
  return use.visibility ?? phase.visibility;
}

export function visibilityOfEntry(state: State, entry: Entry): Visibility | undefined {
  const phase = stepAt(state, entry.place)?.phase;
  const use = phase && inputIn(phase, entry.input);
  return phase && use && visibilityOf(phase, use);
}

export function roleOf(state: State, seat: Seat): Role | undefined {
  return HOUSE_ROLES.find(({ id }) => id === seat.role) ?? state.format.roles.find((role) => role.id === seat.role);
}

const HOUSE_ROLES: readonly Role[] = [INTERPRETER, OWNER];

/** The roles for whom no view of this step is built. */
export function outsideOf(step: Step | undefined): readonly string[] {
  return step?.phase.grouping.kind === 'closed' ? step.phase.grouping.without : [];
}

/** Facilitators, walls, observers, interpreters and owners stand beside the tables; everybody else sits at one. */
export function takesPart(role: Role | undefined): boolean {
  return role !== undefined && !['facilitate', 'show', 'observe', 'interpret', 'own'].includes(role.task);
}

export function tableOf(state: State, number: TableNumber): Table | undefined {
  return state.tables.find((table) => table.number === number);
}

export function seatsAt(state: State, table: Table): readonly Seat[] {
  return table.seats.flatMap((id) => state.seats.get(id) ?? []);
}

/** Who is here to host this table. */
export function hostsOf(state: State, number: TableNumber): readonly Seat[] {
  const table = tableOf(state, number);
  return table ? seatsAt(state, table).filter((seat) => seat.here && roleOf(state, seat)?.task === 'hostTable') : [];
}

/** Whether this table left the form of a step for its open sheet. */
export function isOnSheet(state: State, place: Place, table: TableNumber): boolean {
  return state.openSheets[place]?.includes(table) ?? false;
}

/** How far the paper of this table is counted, by input. */
export function paperAt(state: State, table: TableNumber): { readonly [input: string]: PaperStanding } {
  return Object.fromEntries(
    Object.entries(state.paper).flatMap(([input, tables]) => (tables[table] ? [[input, tables[table]] as const] : [])),
  );
}

export function minutesOf(state: State, phase: Phase): number {
  return state.minutes[phase.id] ?? phase.minutes;
}

/** A hard clock that has run out closes the run; so does its end. */
export function isClosed(state: State, run: Run, now: number): boolean {
  if (run.ended) return true;
  const hard = stepAt(state, run.place)?.phase.timer === 'hard';
  return hard && (run.timeUp || (run.pausedWith === null && run.endsAt !== null && now > run.endsAt));
}

/** For the cards of which inputs this one counts where others choose among them: an open sheet beside all those of its step. */
export function standsAmong(state: State, { input, place }: Pick<Entry, 'input' | 'place'>): readonly string[] {
  return input === OPEN_SHEET ? (stepAt(state, place)?.phase.inputs ?? []).map(({ key }) => key) : [input];
}

/** How many entries could be given to the room there: drafts are no one else's matter. */
export function laidAt(state: State, place: Place): number {
  return entriesAt(state, place).filter(({ laid }) => laid).length;
}

export function entriesAt(state: State, place: Place, table?: TableNumber): readonly Entry[] {
  const tables = state.byPlace[place] ?? {};
  const ids = table === undefined ? Object.values(tables).flat() : (tables[table] ?? []);
  return ids.flatMap((id) => state.entries.get(id) ?? []);
}
