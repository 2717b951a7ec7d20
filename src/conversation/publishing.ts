import type { InputUse, Step } from './format.ts';
import { entriesAt, stepAt, steps, visibilityOf } from './lookup.ts';
import type { Check, Entry, EntryId, ReportPart, SeatId, State, Tally } from './state.ts';
import type { Point } from './harvest.ts';
import { outcomesOf } from './outcome.ts';
import { signedPoints, wordingOf } from './points.ts';
import { isForTheRoom } from './visible.ts';
import type { Json } from './words.ts';

/** Before a report goes public, two people look through all that will stand in it. */
export const CHECKERS = 2;

export function isPublished(state: State): boolean {
  return isOver(state) && reportParts(state).every((part) => checkOf(state, part).by.length >= CHECKERS);
}

/** What there is to look through: what stands above a report, the points of tables, and every step of which something stands in it. */
export function reportParts(state: State): readonly ReportPart[] {
  return [
    'top',
    ...(signedPoints(state).length > 0 ? ['points' as const] : []),
    ...steps(state).flatMap((step) => (standsInReport(state, step) ? [step.place] : [])),
  ];
}

export function checkOf({ checks }: State, part: ReportPart): Check {
  return checks[part] ?? NOT_YET;
}

const NOT_YET: Check = { changes: 0, by: [] };

export function isOver({ status }: State): boolean {
  return status === 'closed' || status === 'sealed';
}

/** Whether it was released and may stand in a report: what was said in a closed step stays there. */
export function isForReport(state: State, entry: Entry): boolean {
  return entry.released && isForTheRoom(state, entry) && stepAt(state, entry.place)?.phase.grouping.kind !== 'closed';
}

/** What may be shortened: never what stayed at a table, is not laid, or was said where those who lead may not look. */
export function mayBeLookedThrough(state: State, entry: Entry): boolean {
  return isForReport(state, { ...entry, status: 'there', released: true });
}

/** The result of a secret vote that may stand there: as cards may. */
export function resultForReport(state: State, { place, phase }: Step, use: InputUse): Tally | null {
  const { who } = visibilityOf(phase, use);
  const stays = phase.grouping.kind === 'closed' || who === 'me' || who === 'facilitators';
  return stays || !state.released[place] ? null : (state.tallies[`${place}/${use.key}`] ?? null);
}

function standsInReport(state: State, step: Step): boolean {
  const told = step.phase.inputs.some((use) => resultForReport(state, step, use) !== null);
  return told || entriesAt(state, step.place).some((entry) => isForReport(state, entry));
}

/** Something else stands there now: whoever looked through it looks again. */
export function changed(state: State, part: ReportPart | undefined): State {
  return part === undefined ? state : withCheck(state, part, { changes: checkOf(state, part).changes + 1, by: [] });
}

export function checkedBy(state: State, part: ReportPart, seat: SeatId, isDone: boolean): State {
  const { changes, by } = checkOf(state, part);
  const others = by.filter((each) => each !== seat);
  return withCheck(state, part, { changes, by: isDone ? [...others, seat] : others });
}

function withCheck(state: State, part: ReportPart, check: Check): State {
  return { ...state, checks: { ...state.checks, [part]: check } };
}

/** Other words stand there from now on; the body as its writer wrote it stays for that writer alone. */
export function shortened(entry: Entry, body: Json): Entry {
  return { ...entry, body, original: entry.original ?? entry.body };
}

export function restored({ original, ...entry }: Entry): Entry {
  return original === undefined ? entry : { ...entry, body: original };
}

export function placeOfEntry({ entries }: State, id: EntryId): ReportPart | undefined {
  return entries.get(id)?.place;
}

/** Those that can be built on, of which nothing was made yet: they have words, and a card that stands in the report. */
export function openPoints(state: State): readonly Point[] {
  const made = new Set(outcomesOf(state).flatMap(({ point }) => point ?? []));
  return signedPoints(state).filter((point) => !made.has(point.id) && wordingOf(point) !== null && cardsInReport(state, point).length > 0);
}

export function cardsInReport(state: State, point: Point): readonly EntryId[] {
  return point.cards.filter((id) => {
    const entry = state.entries.get(id);
    return entry !== undefined && isForReport(state, entry);
  });
}
