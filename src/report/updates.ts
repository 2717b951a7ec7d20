import { dayOf } from '#conversation/day.ts';
import { knownFrom, sinceOpening, type Outcome, type OutcomeId } from '#conversation/outcome.ts';
import type { State } from '#conversation/state.ts';

/** Something of an eindverslag that changed after it was closed; once for each thing, as it changed last. */
export interface Update {
  /** Year-month-day. */
  readonly on: string;
  readonly what: 'made' | 'status' | 'words' | 'turn' | 'scope';
  /** Of what lives on; null of what is of the whole conversation. */
  readonly outcome: OutcomeId | null;
}

/**
 * The last first. `told` are the outcomes that stand in it. What people notice has no date, and what was withdrawn has
 * none either: two moments could be laid beside each other.
 */
export function updatesSince({ scopeChanges, outcomes }: State, since: number, told: ReadonlySet<OutcomeId>): readonly Update[] {
  const framed = lastOf('scope', scopeChanges, since);
  return [
    ...outcomes.flatMap((outcome) => (told.has(outcome.id) ? (ofOutcome(outcome, since) ?? []) : [])),
    ...(framed ? [{ on: dayOf(framed.at), what: framed.what, outcome: null }] : []),
  ].toSorted(byDay);
}

/** Of a turn only its day is known: on that day anything else that was said counts as later, and on the day of closing it came before. */
function ofOutcome(outcome: Outcome, since: number): Update | null {
  const known = knownFrom(outcome);
  if (known > since) return { on: dayOf(known), what: 'made', outcome: outcome.id };
  const { history, changes, turns } = sinceOpening(outcome);
  const [said] = [lastOf('status', history, since), lastOf('words', changes, since)]
    .filter((each) => each !== null)
    .toSorted((one, other) => other.at - one.at);
  const [last] = [
    ...(said ? [{ on: dayOf(said.at), what: said.what }] : []),
    ...turns.flatMap(({ card, on }) => (card === null && on > dayOf(since) ? [{ on, what: 'turn' as const }] : [])),
  ].toSorted(byDay);
  return last ? { ...last, outcome: outcome.id } : null;
}

/** The last of these after a moment, in milliseconds since 1970. */
function lastOf<What extends Update['what']>(what: What, said: readonly { readonly at: number }[], since: number) {
  const at = Math.max(...said.map((each) => each.at));
  return at > since ? { what, at } : null;
}

/** The last first. */
function byDay(one: Pick<Update, 'on'>, other: Pick<Update, 'on'>): number {
  if (one.on === other.on) return 0;
  return one.on < other.on ? 1 : -1;
}
