import { setTimeout as pause } from 'node:timers/promises';
import { StoreProblem } from './ports.ts';

/** Whether trying again may help: the database is away, or something got in the way. */
export function mayPass(error: unknown): boolean {
  return error instanceof StoreProblem && (error.kind === 'away' || error.kind === 'again');
}

/** Whether the conversation is no more. */
export function isGone(error: unknown): boolean {
  return error instanceof StoreProblem && error.kind === 'gone';
}

/** A little longer each time, never longer than a third of a second. */
export function waitBefore(attempt: number): Promise<void> {
  return pause(Math.min(20 * 2 ** attempt, 300));
}

/** Tries until it works or the patience is over. */
export async function patiently<T>(work: () => Promise<T>, patience: number): Promise<T> {
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || performance.now() > until) throw error;
      await waitBefore(attempt);
    }
  }
}
