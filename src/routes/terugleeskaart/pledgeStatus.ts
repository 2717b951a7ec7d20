import { STATUSES } from '#conversation/outcome.ts';
import { m } from '#words/compiled/messages.js';
import { statusWords } from '../outcomes/standing.ts';

/** How it went, as somebody says it of what they promised themselves. */
export function pledgeStatus(status: string): string {
  return (SAID.get(status) ?? m.asked_not_yet_known)();
}

/** The same of what everybody reads: in the words that stand at everything that lives on. */
export function openStatus(status: string): string {
  const known = STATUSES.find((each) => each === status);
  return known ? statusWords({ status: known, said: null }) : pledgeStatus(status);
}

const SAID: ReadonlyMap<string, () => string> = new Map([
  ['open', m.asked_open],
  ['busy', m.asked_busy],
  ['succeeded', m.asked_succeeded],
  ['different', m.asked_different],
  ['stopped', m.asked_stopped],
  ['leaveIt', m.asked_leave_it],
]);
