import { allowed } from '#conversation/allowed.ts';
import { counts, headsAt } from '#conversation/heads.ts';
import { interpretsFor } from '#conversation/interpreting.ts';
import type { Situation } from '#conversation/input.ts';
import { currentStep, roleOf, seatsAt, tableOf, takesPart } from '#conversation/lookup.ts';
import { seatingFacts } from '#conversation/seatingFacts.ts';
import { peopleToSeat, tablesThatStay } from '#conversation/seating.ts';
import { sharedTable } from '#conversation/seatingWishes.ts';
import type { Seat, SeatId, State } from '#conversation/state.ts';

/** Who sits where, what is wanted of a next seating, and whether there can be one now. */
export function planOf({ state, inputs }: Situation) {
  const stays = new Set(state.wishes.filter(({ wish }) => wish === 'stays').flatMap(({ seats }) => seats));
  return {
    tables: state.tables.map((table) => {
      const people = seatsAt(state, table).map((seat) => ({ ...personOf(state, seat), stays: stays.has(seat.id) }));
      const away = people.filter(({ here }) => !here);
      return {
        number: table.number,
        heads: headsAt(state, table.number),
        people: people.filter(({ here }) => here),
        left: away.length,
        gone: away.filter(({ phoneless }) => phoneless),
      };
    }),
    roles: state.format.roles.filter(takesPart).map(({ id, name }) => ({ id, name })),
    wishes: state.wishes.map(({ wish, seats }) => ({
      wish,
      people: seats.flatMap((id) => seatAt(state, id)),
      shared: sharedTable(state, seats),
    })),
    interpreters: interpretersOf(state),
    facts: seatingFacts(state),
    /** A secret vote is going on, of which paper can be counted. */
    countsPaper: currentStep(state)?.phase.inputs.some((use) => inputs[use.kind]?.onPaper?.(use)) ?? false,
  };
}

/** What a new seating would begin with; null when there cannot be one now. */
export function anewOf(situation: Situation, leader: SeatId) {
  const { state } = situation;
  const people = peopleToSeat(state).length;
  if (people < 2 || allowed(situation, { kind: 'seat', seat: leader }, { type: 'reshuffle' }, 0)) return null;
  const used = state.tables.filter((table) => seatsAt(state, table).some((seat) => seat.here)).length;
  return { people, tables: Math.max(used, tablesThatStay(state).length), inStep: state.run !== null && !state.run.ended };
}

/** How many tables there are with one more; null when nobody needs it any more. */
export function oneTableMore(situation: Situation, leader: SeatId): number | null {
  const { tables } = situation.state;
  if (tables.length === 0 || allowed(situation, { kind: 'seat', seat: leader }, { type: 'setTables' }, 0)) return null;
  return Math.max(...tables.map(({ number }) => number)) + 1;
}

function personOf(state: State, seat: Seat) {
  const role = roleOf(state, seat);
  return {
    seat: seat.id,
    table: seat.table,
    number: (tableOf(state, seat.table)?.seats.indexOf(seat.id) ?? -1) + 1,
    perspectives: seat.perspectives,
    role: role && role.task !== 'takePart' ? role.name : null,
    here: seat.here,
    phoneless: seat.phoneless === true,
    waiting: !counts(seat),
  };
}

function interpretersOf(state: State) {
  return [...state.seats.values()].flatMap((seat) => {
    const whom = interpretsFor(state, seat);
    return whom ? [{ seat: seat.id, whom: personOf(state, whom) }] : [];
  });
}

function seatAt(state: State, id: SeatId) {
  const seat = state.seats.get(id);
  return seat ? [personOf(state, seat)] : [];
}
