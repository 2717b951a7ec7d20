import { dayOf } from '#conversation/day.ts';
import type { InputUse, Place } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import type { EntryId, State } from '#conversation/state.ts';
import { counterVoicesOf, openVoices, replyTo, reportFinishedAt } from '#conversation/voices.ts';
import type { CounterVoice } from '#conversation/voice.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import type { CardUse } from '#inputs/card/rules.ts';
import { checkedReportOf, keptBackAt, type CheckedReport } from './checked.ts';
import { evaluationIn, type EvaluationReport } from './evaluation.ts';
import type { Facts } from './facts.ts';
import type { Report, StepReport } from './model.ts';
import { peopleShown, type Audience } from './numbers.ts';
import type { FollowUpReport } from './outcomes.ts';
import { cardsIn, pointsReport, replyReport, saidOf, type NoteReport, type PointsReport } from './points.ts';
import { resultsIn, type ResultReport } from './results.ts';
import { isQuotable, saidIn, useIn } from './said.ts';
import type { ScopeReport } from './scope.ts';
import { themesIn } from './themes.ts';
import { standsIn, threadOf, type OutcomeView } from './thread.ts';
import { updatesSince, type Update } from './updates.ts';

/**
 * The eindverslag: which procedure was followed, who took part, what was said, what was done with it and why. It tells
 * in plain JSON what the conversation report opens card by card; somebody's own words stand in it only as a quote
 * that they allowed.
 */
export interface FinalReport {
  readonly title: string | null;
  readonly format: Pick<Report['format'], 'id' | 'version' | 'name' | 'inspiredBy'>;
  readonly standing: Standing;
  readonly heldOn: string | null;
  readonly closedOn: string | null;
  readonly scope: ScopeReport;
  readonly steps: readonly { readonly id: string; readonly name: Words; readonly round: number; readonly closed: boolean }[];
  readonly facts: Facts;
  readonly points: PointsReport;
  readonly results: readonly ResultReport[];
  readonly themes: readonly Gathered[];
  readonly asked: readonly Asked[];
  readonly outcomes: readonly FinalOutcome[];
  readonly voices: readonly VoiceReport[];
  readonly evaluation: EvaluationReport | null;
  readonly followUps: readonly FollowUpReport[];
}

/** Whether it is final, and what it waits for. All days are year-month-day. */
export interface Standing {
  readonly finishedOn: string | null;
  /** Counter-voices without an answer. */
  readonly openVoices: number;
  /** Why it was opened again after it was final, oldest first. */
  readonly reopened: readonly (string | null)[];
  /** Two people looked through what it rests on. */
  readonly checkedByTwo: boolean;
  /** What changed since it was final, the last first. */
  readonly updates: readonly Update[];
}

/** How many cards there are of something, which they are, and those that may be quoted. */
export interface Gathered {
  readonly name: string;
  readonly cards: readonly EntryId[];
  readonly quotes: readonly Quoted[];
}
export interface Quoted {
  readonly id: EntryId;
  readonly words: Words;
}

/** What was asked in a step, and what came of it. */
export interface Asked extends Omit<Gathered, 'name'> {
  readonly place: Place;
  readonly input: string;
  readonly step: Words;
  readonly round: number;
  readonly name: Words;
  /** Cards that were written and do not stand in the report. */
  readonly notHere: number;
  /** How many answered or voted, where that is what was asked; null while too few did. */
  readonly answers: number | null;
}

/** An outcome without the words of its cards: those are opened in the conversation report. */
export type FinalOutcome = Omit<OutcomeView, 'cards'> & { readonly cards: readonly EntryId[] };

/** A counter-voice with its answer. Words of a card only where they may be quoted. */
export interface VoiceReport extends Omit<NoteReport, 'because'> {
  /** `notReleased`: what it was said of does not stand in the report. */
  readonly because: NoteReport['because'] | 'notReleased';
  readonly kind: CounterVoice['kind'];
  /** It can be read in the conversation report. */
  readonly opens: boolean;
}

/** Of a conversation that is over. `today` is year-month-day. */
export function finalReportOf(situation: Situation, words: WordsOf, audience: Audience, today: string): FinalReport {
  const { state } = situation;
  const report = checkedReportOf(situation, words, audience);
  const points = pointsReport(situation, words, audience, cardsIn(report));
  const results = resultsIn(state, report);
  const voices = counterVoicesOf(situation).map((voice) => voiceReport(report, points, voice, words));
  // Somebody's words stand there once: a counter-voice beside its answer, what changed beside what it became.
  const toldElsewhere = new Set([...voices.map(({ id }) => id), ...results.flatMap(cardsToldIn)]);
  const themes = themesOf(report, toldElsewhere);
  const quoted = new Set([...toldElsewhere, ...themes.flatMap(({ quotes }) => quotes.map(({ id }) => id))]);
  const outcomes = threadOf(situation, words, audience, today, standsIn(report)).map(withoutWords);
  const { id: format, version, name, inspiredBy } = report.format;
  return {
    title: report.title,
    format: { id: format, version, name, inspiredBy },
    standing: standingOf(state, report, outcomes, words),
    heldOn: report.heldOn,
    closedOn: state.closedAt === null ? null : dayOf(state.closedAt),
    scope: report.scope,
    steps: report.steps.map(({ place, name: called, repeat, closed }) => ({ id: place, name: called, round: repeat, closed })),
    facts: report.facts,
    points,
    results,
    themes,
    asked: report.steps.flatMap((step) => askedIn(report, step, audience, quoted)),
    outcomes,
    voices,
    evaluation: evaluationIn(report, state.format.outcomes, audience),
    followUps: report.followUps.filter(({ seenBy }) => seenBy === 'everyone'),
  };
}

function standingOf(state: State, { published }: CheckedReport, outcomes: readonly FinalOutcome[], words: WordsOf): Standing {
  const finished = reportFinishedAt(state);
  return {
    finishedOn: finished === null ? null : dayOf(finished),
    openVoices: openVoices(state).length,
    reopened: state.answering.reopened.map((because) => words(because)),
    checkedByTwo: published,
    updates: finished === null ? [] : updatesSince(state, finished, new Set(outcomes.map(({ id }) => id))),
  };
}

function cardsToldIn({ changes, lines, votes }: ResultReport): readonly EntryId[] {
  const said = [...lines, ...changes.flatMap(({ before, after }) => [...before, ...after])].map(({ id }) => id);
  return [...said, ...votes.flatMap(({ options }) => options.flatMap(({ card }) => card ?? []))];
}

/** Themes that somebody named for others; what one person wrote is no heading. A quote stands once. */
function themesOf(report: Report, toldElsewhere: ReadonlySet<EntryId>): readonly Gathered[] {
  const byTheme = new Map<string, EntryId[]>();
  for (const [card, themes] of themesIn(report, (theme) => isNamedForOthers(useIn(report, theme)))) {
    if (report.cards[card]) for (const theme of themes) byTheme.set(theme, [...(byTheme.get(theme) ?? []), card]);
  }
  const quoted = new Set(toldElsewhere);
  return [...byTheme].map(([name, cards]) => {
    const quotes = quotesOf(report, cards).filter(({ id }) => !quoted.has(id));
    for (const { id } of quotes) quoted.add(id);
    return { name, cards, quotes };
  });
}

/** By a table together, or by whoever has the role for it. */
function isNamedForOthers(use: InputUse | undefined): boolean {
  const { by, roles } = (use ?? {}) as Partial<CardUse>;
  return by === 'table' || roles !== undefined;
}

function askedIn(
  report: CheckedReport,
  { place, name, repeat, inputs }: StepReport,
  audience: Audience,
  quoted: ReadonlySet<EntryId>,
): readonly Asked[] {
  return inputs
    .filter(({ onPhones }) => !onPhones)
    .map(({ use, cards, kept, withdrawn, notReleased, sum, tally }) => ({
      place,
      input: use.key,
      step: name,
      round: repeat,
      name: use.label,
      cards: sum ? [] : cards,
      quotes: sum ? [] : quotesOf(report, cards).filter(({ id }) => !quoted.has(id)),
      notHere: kept + withdrawn + notReleased + keptBackAt(report, place, use.key),
      answers: sum?.summary != null ? peopleShown(sum.restsOn.length, audience) : (tally?.turnout ?? null),
    }));
}

function quotesOf(report: Report, ids: readonly EntryId[]): readonly Quoted[] {
  return ids.flatMap((id) => {
    const words = saidIn(report, id, isQuotable);
    return words ? [{ id, words }] : [];
  });
}

function withoutWords({ cards, ...outcome }: OutcomeView): FinalOutcome {
  return { ...outcome, cards: cards.flatMap(({ id, card }) => (card ? [id] : [])) };
}

/** A note as its point tells it: what the public may not read there, it may not read here. */
function voiceReport(report: CheckedReport, { points }: PointsReport, voice: CounterVoice, words: WordsOf): VoiceReport {
  const { id, kind, withdrawn, hiddenBy } = voice;
  const note = points.flatMap(({ notes }) => notes).find((each) => each.id === id);
  const opens = report.cards[id] !== undefined;
  const said = note ?? saidOf(saidIn(report, id, isQuotable)?.nl ?? null, withdrawn, hiddenBy !== null);
  const isOut = said.words === null && said.because === null && !note && !opens;
  return { id, kind, words: said.words, because: isOut ? 'notReleased' : said.because, opens, reply: replyReport(replyTo(voice), words) };
}
