import { dayOf, daysLater } from './day.ts';
import type { FollowUp } from './format.ts';
import type { Situation } from './input.ts';
import { useOf } from './lookup.ts';
import { STATUSES, type OutcomeStatus } from './outcome.ts';
import type { Entry, State } from './state.ts';
import type { TextId } from './words.ts';

/**
 * What somebody answered about a card of their own, by follow-up. What they learned is for them alone, and so is the
 * status, unless the follow-up lets everyone see it.
 */
export type PledgeAnswers = { readonly [followUp: string]: PledgeAnswer };
export interface PledgeAnswer {
  /** One that the follow-up offers. */
  readonly status: string;
  readonly learned: TextId | null;
}

/** "Laat maar": it is asked about no more. */
export const LEAVE_IT = 'leaveIt';

/** The questions that come back to whoever wrote this card, in order. */
export function askedAbout({ format }: State, { input }: Pick<Entry, 'input'>): readonly FollowUp[] {
  const isTheirs = format.outcomes.some(({ owner, from }) => owner === 'writer' && from.includes(input));
  return format.followUps
    .filter(({ asks, about }) => (about ? about.includes(input) : asks === 'writer' && isTheirs))
    .toSorted((a, b) => a.afterDays - b.afterDays);
}

/** The cards it comes back to, as far as they are still there. */
export function cardsAskedAbout({ entries }: Pick<State, 'entries'>, { about = [] }: FollowUp): readonly Entry[] {
  return [...entries.values()].filter(({ input, status }) => about.includes(input) && status !== 'withdrawn');
}

/** What everybody may know of what was answered; in the order of the statuses, which tells of nobody. */
export function openAnswers(state: Pick<State, 'entries'>, followUp: FollowUp): readonly OutcomeStatus[] {
  if (followUp.seenBy !== 'everyone') return [];
  const given = cardsAskedAbout(state, followUp).map(({ answers }) => answers?.[followUp.id]?.status);
  return STATUSES.flatMap((status) => given.flatMap((each) => (each === status ? status : [])));
}

/** The day (year-month-day) on which it is asked; null while the conversation goes on. */
export function askedOn({ closedAt }: State, { afterDays }: Pick<FollowUp, 'afterDays'>): string | null {
  return closedAt === null ? null : daysLater(dayOf(closedAt), afterDays);
}

/** The day on which it is asked about this card: not before the day that its writer chose to do it on, if that is within half a year. */
export function askedAgainOn(situation: Situation, entry: Entry, followUp: FollowUp): string | null {
  const { state, inputs } = situation;
  const on = askedOn(state, followUp);
  const use = useOf(state, entry);
  const meant = (use && inputs[use.kind]?.meantOn?.(use, entry.body)) ?? null;
  const latest = askedOn(state, { afterDays: HALF_A_YEAR });
  return on !== null && latest !== null && meant !== null && meant > on && meant <= latest ? meant : on;
}

/** The question that waits for an answer about this card: the last whose day has come. What was not answered before it is let go. */
export function waitingAbout(situation: Situation, entry: Entry, today: string): FollowUp | null {
  if (entry.status === 'withdrawn' || isLeft(entry)) return null;
  const last = askedAbout(situation.state, entry).findLast((followUp) => hasCome(situation, entry, followUp, today));
  return last && !entry.answers?.[last.id] ? last : null;
}

/** The questions about this card that are still to come, with their days. */
export function comingAbout(
  situation: Situation,
  entry: Entry,
  today: string,
): readonly { readonly followUp: FollowUp; readonly on: string }[] {
  if (entry.status === 'withdrawn' || isLeft(entry)) return [];
  const coming = askedAbout(situation.state, entry).flatMap((followUp) => {
    const on = askedAgainOn(situation, entry, followUp);
    return on !== null && on > today ? [{ followUp, on }] : [];
  });
  return coming.filter(({ on }, index) => on !== coming[index + 1]?.on);
}

export function hasCome(situation: Situation, entry: Entry, followUp: FollowUp, today: string): boolean {
  const on = askedAgainOn(situation, entry, followUp);
  return on !== null && on <= today;
}

export function isLeft({ answers = {} }: Entry): boolean {
  return Object.values(answers).some(({ status }) => status === LEAVE_IT);
}

/** In days. What is meant for later is asked about on the days of the format. */
const HALF_A_YEAR = 183;
