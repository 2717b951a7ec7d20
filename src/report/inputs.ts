import type { InputUse, Step } from '#conversation/format.ts';
import type { InputRules, Situation } from '#conversation/input.ts';
import { entriesAt, visibilityOf } from '#conversation/lookup.ts';
import { resultForReport } from '#conversation/publishing.ts';
import type { Entry, EntryId, State, Tally } from '#conversation/state.ts';
import { textsIn, type Json, type WordsOf } from '#conversation/words.ts';
import { released } from './cards.ts';
import { ranked, type Ranked } from '#inputs/rank.ts';

/** What one input of a step brought. */
export interface InputReport {
  readonly use: InputUse;
  /** The cards to show; of votes and scores only those with words. */
  readonly cards: readonly EntryId[];
  /** "3 bleven aan tafel": kept there by who wrote them. */
  readonly kept: number;
  readonly withdrawn: number;
  /** Not released by those who lead. */
  readonly notReleased: number;
  /** What the answers say together; null when cards speak for themselves. */
  readonly sum: SumReport | null;
  /** The result of a secret vote. */
  readonly tally: TallyReport | null;
  /** The words never left the phones. */
  readonly onPhones: boolean;
}

export interface SumReport {
  /** Null when there were too few answers to say anything. */
  readonly summary: Json;
  readonly restsOn: readonly EntryId[];
}

/** With what the tally says of what is not in it. */
export interface TallyReport extends Pick<Tally, 'fewOn' | 'unsettled'> {
  /** Null under five ballots. */
  readonly turnout: number | null;
  readonly options: readonly Ranked[] | null;
  readonly restsOn: readonly EntryId[];
}

export function inputReport(situation: Situation, step: Step, use: InputUse, words: WordsOf): InputReport {
  const rules = situation.inputs[use.kind];
  const entries = released(situation.state, step.place, use.key);
  const sum = rules ? sumOf(rules, use, entries, words) : null;
  const told = sum?.restsOn.length === 0 ? [] : entries;
  const cards = sum ? told.filter((entry) => textsIn(entry.body).length > 0) : told;
  return {
    use,
    cards: cards.map((entry) => entry.id),
    ...(countsCards(situation, use) ? leftOut(situation.state, step, use, entries.length) : NOTHING_LEFT_OUT),
    sum,
    tally: tallyOf(situation.state, step, use),
    onPhones: use.private ?? false,
  };
}

function sumOf(rules: InputRules, use: InputUse, entries: readonly Entry[], words: WordsOf): SumReport | null {
  const summary = rules.summary(use, entries, words);
  if (summary === null) return null;
  const enough = entries.length >= (rules.fewest?.(use) ?? 1);
  return enough ? { summary, restsOn: entries.map((entry) => entry.id) } : { summary: null, restsOn: [] };
}

/** Where every entry is one person's answer, counts of what is left out would give away how many answered. */
export function countsCards({ inputs }: Situation, use: InputUse): boolean {
  return (inputs[use.kind]?.fewest?.(use) ?? 1) === 1;
}

const NOTHING_LEFT_OUT = { kept: 0, withdrawn: 0, notReleased: 0 } as const;

function leftOut(state: State, step: Step, use: InputUse, shown: number) {
  const all = entriesAt(state, step.place).filter((entry) => entry.input === use.key && entry.laid);
  const kept = all.filter((entry) => entry.kept && entry.status === 'there').length;
  const withdrawn = all.filter((entry) => entry.status === 'withdrawn').length;
  const there = all.filter((entry) => entry.status === 'there').length;
  // What one lays on the table of one's own accord is for that table: nobody could release it.
  if (visibilityOf(step.phase, use).who === 'me') return { kept: there, withdrawn, notReleased: 0 };
  return { kept, withdrawn, notReleased: there - kept - shown };
}

function tallyOf(state: State, step: Step, use: InputUse): TallyReport | null {
  const tally = resultForReport(state, step, use);
  if (!tally) return null;
  const { turnout, counts, ...left } = tally;
  if (!counts) return { turnout: null, options: null, ...left, restsOn: [] };
  const options = ranked(counts);
  return { turnout, options, ...left, restsOn: options.map(({ option }) => option as EntryId).filter((id) => state.entries.has(id)) };
}
