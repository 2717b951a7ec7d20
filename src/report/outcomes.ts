import type { FollowUp, OutcomeDeclaration, Visibility } from '#conversation/format.ts';
import { inputIn, steps, visibilityOf } from '#conversation/lookup.ts';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import type { OutcomeStatus } from '#conversation/outcome.ts';
import { askedOn, openAnswers } from '#conversation/pledge.ts';
import type { Entry, EntryId, State } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';
import { released } from './cards.ts';

/** Something that lives on, with the cards it grows from. What is its owner's alone has none here. */
export interface OutcomeReport {
  readonly kind: string;
  readonly name: Words;
  readonly owner: OutcomeDeclaration['owner'];
  readonly seenBy: OutcomeDeclaration['seenBy'];
  readonly from: readonly string[];
  readonly cards: readonly EntryId[];
  readonly changes: readonly Change[];
}

/** How it was said first and how in the end, at one table. */
export interface Change {
  readonly table: number;
  readonly before: readonly EntryId[];
  readonly after: readonly EntryId[];
}

export interface FollowUpReport {
  readonly id: string;
  readonly asks: FollowUp['asks'];
  readonly question: Words;
  readonly statuses: readonly string[];
  readonly seenBy: FollowUp['seenBy'];
  /** Year-month-day; null while the conversation goes on. */
  readonly on: string | null;
  /** What was answered by those it came back to, as far as everybody may know; absent while nothing was. */
  readonly answers?: readonly OutcomeStatus[];
}

/** `shown` are the cards that stand in the report. */
export function outcomeReport(state: State, outcome: OutcomeDeclaration, shown: ReadonlySet<EntryId>): OutcomeReport {
  const { kind, name, owner, seenBy, from, change } = outcome;
  const open = seenBy === 'everyone';
  return {
    kind,
    name,
    owner,
    seenBy,
    from,
    cards: open ? ids(withSheets(state, from)).filter((id) => shown.has(id)) : [],
    changes: open && change ? changesOf(state, change) : [],
  };
}

/** What tables gave in these steps, also those that did a step differently. */
function withSheets(state: State, from: readonly string[]): readonly Entry[] {
  const sheets = steps(state).filter(({ phase }) => phase.inputs.some(({ key }) => from.includes(key)));
  return [...from.flatMap((key) => releasedFrom(state, key)), ...sheets.flatMap(({ place }) => released(state, place, OPEN_SHEET))];
}

export function followUpReport(state: State, followUp: FollowUp): FollowUpReport {
  const { id, asks, question, statuses, seenBy } = followUp;
  const answers = openAnswers(state, followUp);
  return { id, asks, question, statuses, seenBy, on: askedOn(state, followUp), ...(answers.length > 0 && { answers }) };
}

/** Table by table. What was said first to the whole room belongs to every table. */
function changesOf(state: State, { before, after }: NonNullable<OutcomeDeclaration['change']>): readonly Change[] {
  const first = before.flatMap((key) => releasedFrom(state, key).map((entry) => ({ entry, forAll: isForAll(state, key) })));
  const last = after.flatMap((key) => releasedFrom(state, key));
  const tables = [
    ...new Set([...first.filter(({ forAll }) => !forAll).map(({ entry }) => entry.table), ...last.map((entry) => entry.table)]),
  ];
  return tables
    .sort((a, b) => a - b)
    .map((table) => ({
      table,
      before: ids(first.filter(({ entry, forAll }) => forAll || entry.table === table).map(({ entry }) => entry)),
      after: ids(last.filter((entry) => entry.table === table)),
    }));
}

function releasedFrom(state: State, key: string): readonly Entry[] {
  return steps(state)
    .filter((step) => inputIn(step.phase, key))
    .flatMap((step) => released(state, step.place, key));
}

function isForAll(state: State, key: string): boolean {
  const told = steps(state).flatMap(({ phase }) => {
    const use = inputIn(phase, key);
    return use ? [visibilityOf(phase, use).who] : [];
  });
  const wide: readonly Visibility['who'][] = ['everyone', 'public'];
  return told.some((who) => wide.includes(who));
}

function ids(entries: readonly Entry[]): readonly EntryId[] {
  return entries.map((entry) => entry.id);
}
