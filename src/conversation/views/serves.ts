import { allowed } from '../allowed.ts';
import { mayServe } from '../allowing/serving.ts';
import { isReady, toldBy } from '../authors.ts';
import type { FlatView } from '../channel.ts';
import { interpretsFor } from '../interpreting.ts';
import type { Situation } from '../input.ts';
import { currentStep, roleOf, seatsAt, tableOf } from '../lookup.ts';
import { ownWordsStayIn } from '../ownWords.ts';
import type { Seat } from '../state.ts';
import type { Json } from '../words.ts';

/** The people without a phone at one's own table, for who may write for them. Who leads looks them up table by table. */
export function servesView(situation: Situation, asker: Seat): FlatView {
  const { state } = situation;
  const whom = interpretsFor(state, asker);
  if (whom) return { [`serves/${whom.id}`]: servedView(situation, asker, whom) };
  const table = tableOf(state, asker.table);
  if (!table || roleOf(state, asker)?.task === 'facilitate') return {};
  const served = seatsAt(state, table).filter((seat) => seat.phoneless && mayServe(state, asker, seat) === null);
  return Object.fromEntries(served.map((seat) => [`serves/${seat.id}`, servedView(situation, asker, seat)]));
}

/** One of them, with what may be done for them now; never their words. */
export function servedView(situation: Situation, asker: Seat, seat: Seat): Json {
  const { state, authors } = situation;
  const { run } = state;
  const ask = (type: 'ready' | 'leave' | 'comeBack') => mayFor(situation, asker, seat, { type, ...(run && { run: run.id }) });
  const inputs = currentStep(state)?.phase.inputs ?? [];
  const write = inputs.map((use) => {
    const may = run ? mayFor(situation, asker, seat, { type: 'write', run: run.id, input: use.key }) : 'noRun';
    return [use.key, may] as const;
  });
  return {
    table: seat.table,
    place: tableOf(state, seat.table)?.seats.indexOf(seat.id) ?? null,
    perspectives: seat.perspectives,
    here: seat.here,
    ready: run !== null && isReady(authors, run.id, seat.id),
    // Whoever interprets hears nothing that somebody told on their own phone.
    young: seat.phoneless === true && toldBy(authors, seat.id).young,
    ownWordsStay: seat.phoneless ? ownWordsStayIn(situation, seat, currentStep(state)) : [],
    may: { write: Object.fromEntries(write), ready: ask('ready'), leave: ask('leave'), comeBack: ask('comeBack') },
  };
}

function mayFor(situation: Situation, asker: Seat, seat: Seat, ask: Parameters<typeof allowed>[2]) {
  return allowed(situation, { kind: 'seat', seat: asker.id }, { ...ask, forSeat: seat.id }, situation.state.run?.startedAt ?? 0);
}
