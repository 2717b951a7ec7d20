import { m } from '#words/compiled/messages.js';

/** How it went, as somebody says it of what they promised themselves. */
export function pledgeStatus(status: string): string {
  return (SAID.get(status) ?? m.asked_not_yet_known)();
}

const SAID: ReadonlyMap<string, () => string> = new Map([
  ['open', m.asked_open],
  ['busy', m.asked_busy],
  ['succeeded', m.asked_succeeded],
  ['different', m.asked_different],
  ['stopped', m.asked_stopped],
  ['leaveIt', m.asked_leave_it],
]);
