import type { Place } from '#conversation/format.ts';
import { isOfMany } from '#conversation/smallTables.ts';
import type { EntryId, State } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';
import type { CardView } from '#inputs/card/rules.ts';
import { ranked, type Ranked } from '#inputs/rank.ts';
import { wholeSayingOf } from '#inputs/saying.ts';
import type { VoteSummary, VoteUse } from '#inputs/vote/rules.ts';
import type { ReportCard } from './cards.ts';
import type { InputReport } from './inputs.ts';
import type { Report, StepReport } from './model.ts';
import type { Change, OutcomeReport } from './outcomes.ts';
import { isQuotable, saidIn } from './said.ts';

/**
 * What the format lets a conversation yield, in words: what tables wrote together, how it was said first and how in the
 * end, and what was chosen. What one person wrote stands here only as a quote; its card can be opened all the same.
 */
export interface ResultReport {
  readonly kind: string;
  readonly name: Words;
  readonly changes: readonly SaidChange[];
  readonly lines: readonly Line[];
  readonly votes: readonly VoteReport[];
}

export interface Line {
  readonly id: EntryId;
  /** Null where they are somebody’s own. */
  readonly words: Words | null;
}

/** At one table; or at those that began from the same sentence, so that it stands there once. */
export interface SaidChange {
  /** 0 when it is of more tables than one. */
  readonly table: number;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

export interface VoteReport {
  readonly place: Place;
  readonly input: string;
  readonly name: Words;
  readonly turnout: number;
  /** Most votes first; equal counts share a place. */
  readonly options: readonly VotedOption[];
}
export interface VotedOption extends Ranked {
  /** Null where it is a card of which the words are somebody’s own, and for the answers of a vote without options of its own. */
  readonly words: Words | null;
  /** The card it is, when it stands in the report. */
  readonly card: EntryId | null;
}

/** What yielded nothing that can be told so is left out. */
export function resultsIn(state: State, report: Report): readonly ResultReport[] {
  const mayStand = (card: ReportCard) => isQuotable(card) || isTogether(state, card.id);
  const telling: Telling = { words: (id) => saidIn(report, id, mayStand), whole: (id) => saidIn(report, id, mayStand, wholeSayingOf) };
  return report.outcomes
    .filter(({ seenBy }) => seenBy === 'everyone')
    .map((outcome) => resultOf(state, report, outcome, telling))
    .filter(({ changes, lines, votes }) => changes.length + lines.length + votes.length > 0);
}

interface Telling {
  readonly words: (id: EntryId) => Words | null;
  /** With what had to be chosen. */
  readonly whole: (id: EntryId) => Words | null;
}

function resultOf(
  state: State,
  report: Report,
  { kind, name, from, cards, changes }: OutcomeReport,
  { words, whole }: Telling,
): ResultReport {
  const inChanges = new Set(changes.flatMap(({ before, after }) => [...before, ...after]));
  const together = cards.filter((id) => !inChanges.has(id) && isTogether(state, id) && !(kind === 'themeMap' && isTheme(report, id)));
  return {
    kind,
    name,
    changes: fromTheSame(changes.filter(({ after }) => after.length > 0)).map((change) => changeSaid(change, words)),
    lines: together.map((id) => ({ id, words: whole(id) })),
    votes: report.steps.flatMap((step) =>
      step.inputs.flatMap((input) => (from.includes(input.use.key) ? votesIn(report, step, input, words) : [])),
    ),
  };
}

/** What was said first to the whole room lies before every table. */
function fromTheSame(changes: readonly Change[]): readonly Change[] {
  const byFirst = Map.groupBy(changes, ({ table, before }) => (before.length === 0 ? String(table) : before.join()));
  return [...byFirst.values()].flatMap((same) => {
    const [one] = same;
    if (!one || same.length === 1) return same;
    return { table: 0, before: one.before, after: same.flatMap(({ after }) => after) };
  });
}

function changeSaid({ table, before, after }: Change, words: Telling['words']): SaidChange {
  const said = (ids: readonly EntryId[]) => ids.map((id) => ({ id, words: words(id) }));
  return { table, before: said(before), after: said(after) };
}

/** No one person wrote it. */
function isTogether(state: State, id: EntryId): boolean {
  const entry = state.entries.get(id);
  return entry !== undefined && isOfMany(state, entry);
}

/** It names others, and is told as a theme. */
function isTheme({ cards }: Report, id: EntryId): boolean {
  const card = cards[id];
  return card?.kind === 'card' && (card.body as CardView).links.length > 0;
}

/** What tables pick for the room is on its way, and no choice of the room. */
function votesIn(report: Report, { place }: StepReport, { use, sum, tally }: InputReport, words: Telling['words']): readonly VoteReport[] {
  if (use.kind !== 'vote' || (use as VoteUse).way === 'picks') return [];
  const { turnout, options } = tally ?? openVotes((sum?.summary ?? null) as VoteSummary | null);
  if (turnout === null || options === null) return [];
  const told = options.map((option) => votedOption(report, use as VoteUse, option, words));
  return [{ place, input: use.key, name: use.label, turnout, options: told }];
}

function openVotes(summary: VoteSummary | null) {
  return { turnout: summary?.turnout ?? null, options: summary?.counts ? ranked(summary.counts) : null };
}

function votedOption({ cards }: Report, use: VoteUse, ranking: Ranked, words: Telling['words']): VotedOption {
  const { option } = ranking;
  const among = 'among' in use ? use.among : null;
  if (!among) return { ...ranking, words: null, card: null };
  if ('options' in among) return { ...ranking, words: among.options.find(({ id }) => id === option)?.label ?? null, card: null };
  const id = option as EntryId;
  return { ...ranking, words: words(id), card: cards[id] ? id : null };
}
