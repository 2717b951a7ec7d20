import { toldBy } from './authors.ts';
import type { InputUse, Step } from './format.ts';
import type { Situation } from './input.ts';
import { roleOf, useOf, usesIn } from './lookup.ts';
import { OPEN_SHEET } from './openSheet.ts';
import type { Entry, Seat, State } from './state.ts';
import { textsIn, type Json } from './words.ts';

/** The own words of somebody young stay at their table. What they choose counts like anybody's; what they write for the table is the table's. */
export function staysAtTable(situation: Situation, seat: Seat, use: InputUse, body: Json): boolean {
  return textsIn(body).length > 0 && ownWordsStay(situation, seat, use);
}

/** Asked before anything is written. */
export function ownWordsStay({ state, authors }: Situation, seat: Seat, use: InputUse): boolean {
  return toldBy(authors, seat.id).young && isForOneself(state, seat, use);
}

/** The keys of what a step asks in which the words of this seat never leave the table. */
export function ownWordsStayIn(situation: Situation, seat: Seat, step: Step | undefined): readonly string[] {
  return step ? usesIn(step.phase).flatMap((use) => (ownWordsStay(situation, seat, use) ? [use.key] : [])) : [];
}

/** Words of this seat that may still leave the table. */
export function ownWordsAbroad(situation: Situation, seat: Seat): readonly Entry[] {
  const own = (situation.authors.entriesOf.get(seat.id) ?? []).flatMap((id) => situation.state.entries.get(id) ?? []);
  return own.filter((entry) => {
    const use = useOf(situation.state, entry);
    return (
      !entry.kept &&
      entry.status !== 'withdrawn' &&
      use !== undefined &&
      isForOneself(situation.state, seat, use) &&
      textsIn(entry.body).length > 0
    );
  });
}

function isForOneself(state: State, seat: Seat, use: InputUse): boolean {
  const task = roleOf(state, seat)?.task;
  const forTable = (task === 'scribe' || task === 'hostTable') && use.roles?.includes(seat.role);
  return use.key !== OPEN_SHEET && !forTable;
}
