import type { Place, Step, Visibility } from './format.ts';
import type { Situation } from './input.ts';
import { currentStep, outsideOf, stepAt, steps, useOf, usesIn, visibilityOf, visibilityOfEntry, usesWrittenIn } from './lookup.ts';
import type { Entry, Seat, State, TableNumber } from './state.ts';

/** Whether an entry may be seen by those it is meant for, now. Its own writer is another matter. */
export function isShared(state: State, entry: Entry): boolean {
  const visibility = visibilityOfEntry(state, entry);
  if (!visibility || entry.status !== 'there') return false;
  const { who, when } = visibility;
  if (who === 'me' && when !== 'whenIConsent') return false;
  if (when === 'whenReleased') return entry.released;
  if (when === 'whenIConsent' && !entry.laid) return false;
  return isOver(state, entry) || (when !== 'afterPhase' && !isSilent(state, entry.place));
}

/** Whether everybody here may see it: shared with everyone, or released by the facilitator. Never what is kept at the table. */
export function isForTheRoom(state: State, entry: Entry): boolean {
  const who = visibilityOfEntry(state, entry)?.who;
  if (!who || entry.kept || entry.status !== 'there' || !entry.laid) return false;
  if (who === 'me' || who === 'facilitators') return false;
  const forAll = who === 'everyone' || who === 'public';
  return entry.released || isGiven(state, entry) || (forAll && isShared(state, entry));
}

/** Whether it is on the wall without anybody releasing it, as soon as the room may see it. */
export function isLive(state: State, entry: Entry): boolean {
  return entry.released || useOf(state, entry)?.live === true;
}

/** Whether somebody works on it together with its writer, and so may change it too. */
export function isShaped(state: State, entry: Entry, seat: Seat): boolean {
  const use = useOf(state, entry);
  if (!use?.sharedBy || !use.roles?.includes(seat.role)) return false;
  return use.sharedBy === 'role' || (entry.table === seat.table && entry.seating === state.seatings);
}

/** Whether those who sit at this table now may see it. A table of the same number in an earlier seating was another group. */
export function isForTable(state: State, entry: Entry, table: TableNumber): boolean {
  const who = visibilityOfEntry(state, entry)?.who;
  if (who === 'facilitators' || who === 'sameRole') return false;
  return entry.table === table && entry.seating === state.seatings && isShared(state, entry);
}

/** Whether it is meant for the role of its writer, and this seat has that role. What is kept at a table is for those of it who sit there. */
export function isForRoleOf({ state, authors }: Situation, entry: Entry, seat: Seat): boolean {
  if (visibilityOfEntry(state, entry)?.who !== 'sameRole' || !isShared(state, entry)) return false;
  if (entry.kept && (entry.table !== seat.table || entry.seating !== state.seatings)) return false;
  return state.seats.get(authors.seatOf.get(entry.id) ?? '')?.role === seat.role;
}

/** Whether cards written here can be meant for these at all. Asked first: who looks through the cards of a whole hall makes it wait. */
export function isPlaceFor(state: State, place: Place, who: Visibility['who']): boolean {
  const phase = stepAt(state, place)?.phase;
  return phase !== undefined && usesIn(phase).some((use) => visibilityOf(phase, use).who === who);
}

/** Whether what is written here still waits for the end of its step, because of its silence or as its writers were promised. */
export function isBeingWritten(state: State, step: Step): boolean {
  const { place, phase } = step;
  if (state.run?.place !== place || state.run.ended) return false;
  return isSilent(state, place) || usesWrittenIn(state, step).some((use) => visibilityOf(phase, use).when === 'afterPhase');
}

/** The places whose entries belong on a screen now: the current step, and the earlier ones it uses. */
export function placesInView(state: State): readonly Place[] {
  const now = currentStep(state);
  if (!now) return [];
  const used = steps(state).filter((step) => now.phase.uses?.includes(step.phase.id) && sameRepeat(step, now) && staysInside(step, now));
  return [now.place, ...used.map((step) => step.place)];
}

/** What was seen once stays, also while its step is done again. */
function isOver({ run }: State, entry: Entry): boolean {
  return run?.place !== entry.place || run.ended || entry.during < run.ordinal;
}

/** Picked for the room by its own table; not while the tables are still picking. */
function isGiven({ run }: State, { given }: Entry): boolean {
  return given !== undefined && (run?.place !== given || run.ended);
}

/** In silence nothing appears from others. */
function isSilent(state: State, place: Place): boolean {
  return stepAt(state, place)?.phase.turn.kind === 'silent';
}

/** In repeated rounds a step uses the cards of its own round; what has no repeats is used by all. */
function sameRepeat(step: Step, now: Step): boolean {
  return (step.phase.repeat ?? 1) === 1 || step.repeat === now.repeat || (now.phase.repeat ?? 1) === 1;
}

/** What was said in a closed step is used only where the same roles stay outside. */
function staysInside(step: Step, now: Step): boolean {
  return outsideOf(step).every((role) => outsideOf(now).includes(role));
}
