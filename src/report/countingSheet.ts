import { allowed } from '#conversation/allowed.ts';
import { cardsFor } from '#conversation/deciding/countingPaper.ts';
import { headsAt } from '#conversation/heads.ts';
import type { Situation } from '#conversation/input.ts';
import { currentStep, roleOf, stepAt, useOf } from '#conversation/lookup.ts';
import type { PaperStanding } from '#conversation/paper.ts';
import type { RunId, SeatId, State } from '#conversation/state.ts';
import type { May } from '#conversation/views/shapes.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import { wordsOf as wordsIn } from '#inputs/choices.ts';

/** The paper of one table, for one of the two who count it. What the other counted is not here. */
export interface CountingSheet {
  readonly table: number;
  /** All tables, for who leads; only one's own for who hosts or writes. */
  readonly tables: readonly number[];
  readonly people: number;
  readonly run: RunId | null;
  readonly votes: readonly PaperVote[];
}
export interface PaperVote {
  readonly input: string;
  readonly label: Words;
  readonly options: readonly { readonly id: string; readonly text: Words | string }[];
  readonly standing: PaperStanding | null;
  readonly may: May;
}

export function countingSheet(situation: Situation, asker: SeatId, chosen: string | null, words: WordsOf): CountingSheet | null {
  const { state } = situation;
  const seat = state.seats.get(asker);
  if (!seat) return null;
  const leads = roleOf(state, seat)?.task === 'facilitate';
  const tables = leads ? state.tables.map(({ number }) => number) : [seat.table];
  const table = tables.find((number) => String(number) === chosen) ?? tables[0] ?? 0;
  const { said, people } = headsAt(state, table);
  return {
    table,
    tables,
    people: Math.max(said ?? 0, people),
    run: state.run?.id ?? null,
    votes: votesAt(situation, asker, table, words),
  };
}

function votesAt(situation: Situation, asker: SeatId, table: number, words: WordsOf): readonly PaperVote[] {
  const { state, inputs } = situation;
  const { run } = state;
  return (currentStep(state)?.phase.inputs ?? []).flatMap((use): readonly PaperVote[] => {
    const onPaper = inputs[use.kind]?.onPaper?.(use);
    if (!run || !onPaper) return [];
    const ask = { type: 'countPaper', run: run.id, input: use.key, table } as const;
    const may = allowed(situation, { kind: 'seat', seat: asker }, ask, run.startedAt);
    // Who may not count reads why, and nothing of what is voted on: they may stay outside this step.
    if (may !== null) return [{ input: use.key, label: use.label, options: [], standing: null, may }];
    const options =
      onPaper.options?.map(({ id, label }) => ({ id, text: label })) ??
      cardsFor(situation, use).map((id) => ({ id, text: textOf(situation, id, words) }));
    return [{ input: use.key, label: use.label, options, standing: standingOf(state, use.key, table), may }];
  });
}

function standingOf({ paper }: State, input: string, table: number): PaperStanding | null {
  return paper[input]?.[table] ?? null;
}

function textOf({ state, inputs }: Situation, id: string, words: WordsOf): string {
  const entry = state.entries.get(id);
  const use = entry && stepAt(state, entry.place) && useOf(state, entry);
  return use ? wordsIn(inputs[use.kind]?.view(use, entry.body, words) ?? null) : '';
}
