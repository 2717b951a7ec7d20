import type { Words } from '#conversation/words.ts';
import { outcomeData } from './data.ts';
import type { FinalOutcome, FinalReport } from './finalReport.ts';

/** Over all conversations of a trajectory: each as its own eindverslag tells it, and what lives on of all of them. */
export interface TrajectoryReport<Id extends string> {
  readonly title: string | null;
  /** In the order in which they were held. */
  readonly conversations: readonly InTrajectory<Id>[];
  /** What nobody heard of in time comes first, the longest ago on top; then by day. */
  readonly thread: readonly LivesOn<Id>[];
  /** Counter-voices that wait for an answer. People are never added up: they come more than once. */
  readonly openVoices: number;
}

export interface InTrajectory<Id extends string> {
  readonly conversation: Id;
  readonly title: string | null;
  readonly format: Words;
  /** Null while it goes on. */
  readonly report: FinalReport | null;
}

export interface LivesOn<Id extends string> extends FinalOutcome {
  readonly conversation: Id;
}

export function trajectoryReport<Id extends string>(title: string | null, told: readonly InTrajectory<Id>[]): TrajectoryReport<Id> {
  const conversations = told.toSorted((a, b) => compared(a.report?.heldOn, b.report?.heldOn));
  return {
    title,
    conversations,
    thread: conversations
      .flatMap(({ conversation, report }) => (report?.outcomes ?? []).map((outcome) => ({ ...outcome, conversation })))
      .toSorted((a, b) => b.daysLate - a.daysLate || compared(a.now.due, b.now.due)),
    openVoices: conversations.reduce((sum, { report }) => sum + (report?.standing.openVoices ?? 0), 0),
  };
}

/** For other software: what the page says and nothing more. */
export function trajectoryData<Id extends string>({ title, conversations, thread, openVoices }: TrajectoryReport<Id>) {
  return {
    title,
    conversations: conversations.map(({ conversation, title: called, format, report }) => ({
      id: conversation,
      title: called,
      format,
      heldOn: report?.heldOn ?? null,
      closedOn: report?.closedOn ?? null,
      checkedByTwo: report?.standing.checkedByTwo ?? false,
      finalOn: report?.standing.finishedOn ?? null,
      people: report && { count: report.facts.people, tables: report.facts.tables },
      openCounterVoices: report?.standing.openVoices ?? 0,
    })),
    livesOn: thread.map((outcome) => ({ conversation: outcome.conversation, ...outcomeData(outcome) })),
    openCounterVoices: openVoices,
    representative: false,
  };
}

/** Days in their order; what has none comes last. */
function compared(a: string | null | undefined, b: string | null | undefined): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  return a < b ? -1 : Number(a > b);
}
