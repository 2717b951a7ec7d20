import { daysBetween } from '#conversation/day.ts';
import { m } from '#words/compiled/messages.js';
import type { Board } from './asked.server.ts';

export type Listed = Board['outcomes'][number];
export interface Group {
  readonly title: string;
  readonly outcomes: readonly Listed[];
}

/** What stands together on one page, in its order. */
export function groupsOf({ outcomes, by, today }: Pick<Board, 'outcomes' | 'by' | 'today'>): readonly Group[] {
  const groups = new Map<string, Listed[]>();
  for (const outcome of outcomes) {
    const title = titleOf(outcome, by, today);
    groups.set(title, [...(groups.get(title) ?? []), outcome]);
  }
  return [...groups].map(([title, together]) => ({ title, outcomes: together }));
}

function titleOf({ owner, place, theme, waiting, due }: Listed, by: Board['by'], today: string): string {
  if (by === 'owner') return owner ?? m.outcome_erased();
  if (by === 'place') return place ?? m.board_nowhere();
  if (by === 'theme') return theme ?? m.board_no_theme();
  if (!waiting || due === null) return m.board_settled();
  if (due < today) return m.board_late();
  return daysBetween(today, due) <= SOON ? m.board_soon() : m.board_later();
}

/** Days in which something can still be done about it. */
const SOON = 14;
