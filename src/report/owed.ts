import { isWaiting } from '#conversation/outcome.ts';
import type { OutcomeView } from './thread.ts';

/** What people still wait for from one who sees to it. */
export interface Owed {
  /** Null where the words were erased. */
  readonly owner: string | null;
  /** By their day. */
  readonly outcomes: readonly OutcomeView[];
}

/** A sheet for each who owes something, in the order in which they first came to. */
export function owedBy(thread: readonly OutcomeView[]): readonly Owed[] {
  const owed = thread.filter(({ now }) => isWaiting(now.status)).sort((a, b) => (a.now.due ?? '').localeCompare(b.now.due ?? ''));
  const owners = [...new Set(thread.map(({ owner }) => owner))];
  return owners.flatMap((owner) => {
    const outcomes = owed.filter((outcome) => outcome.owner === owner);
    return outcomes.length > 0 ? [{ owner, outcomes }] : [];
  });
}
