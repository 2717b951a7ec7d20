import { roleOf } from '../lookup.ts';
import { checkOf, isForReport, isOver, reportParts } from '../publishing.ts';
import type { State } from '../state.ts';
import type { CheckingShape } from './shapes.ts';

/** How far the looking through is: a page that shows the report to those who check it asks for it again when this changes. */
export function checkingView(state: State): CheckingShape | null {
  if (!isOver(state)) return null;
  return {
    parts: Object.fromEntries(
      reportParts(state).map((part) => {
        const { changes, by } = checkOf(state, part);
        return [part, { changes, by: by.length }];
      }),
    ),
    cards: [...state.entries.values()].filter((entry) => isForReport(state, entry)).length,
    leaders: [...state.seats.values()].filter((seat) => roleOf(state, seat)?.task === 'facilitate').length,
  };
}
