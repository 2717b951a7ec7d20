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
  const ofAll = [
    ...lastOf(
      'scope',
      scopeChanges.map(({ at }) => at),
      since,
    ),
  ];
  return [
    ...outcomes.flatMap((outcome) => (told.has(outcome.id) ? (ofOutcome(outcome, since) ?? []) : [])),
    ...ofAll.map((update) => ({ ...update, outcome: null })),
  ].toSorted(byDay);
}

function ofOutcome(outcome: Outcome, since: number): Update | null {
  const known = knownFrom(outcome);
  if (known > since) return { on: dayOf(known), what: 'made', outcome: outcome.id };
  const { history, changes, turns } = sinceOpening(outcome);
  const said = [
    ...lastOf(
      'status',
      history.map(({ at }) => at),
      since,
    ),
    ...lastOf(
      'words',
      changes.map(({ at }) => at),
      since,
    ),
    ...turns.flatMap(({ card, on }) => (card === null && on > dayOf(since) ? [{ on, what: 'turn' as const }] : [])),
  ];
  const [last] = said.toSorted(byDay);
  return last ? { ...last, outcome: outcome.id } : null;
}

function lastOf<What extends Update['what']>(what: What, moments: readonly number[], since: number) {
  const after = moments.filter((at) => at > since);
  return after.length === 0 ? [] : [{ on: dayOf(Math.max(...after)), what }];
}

/** The last first. */
function byDay(one: Pick<Update, 'on'>, other: Pick<Update, 'on'>): number {
  if (one.on === other.on) return 0;
  return one.on < other.on ? 1 : -1;
}
