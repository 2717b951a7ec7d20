import type { Situation } from '#conversation/input.ts';
import { roleOf, seatsAt, takesPart } from '#conversation/lookup.ts';
import { freshId } from '#phone/id.ts';
import { lead, whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  return { ...at, ticket: freshId(), tables: tablesOf(situation), roles: rolesToGive(situation) };
};

export const actions: Actions = { do: lead };

function tablesOf({ state }: Situation) {
  return state.tables.map((table) => {
    const seats = seatsAt(state, table);
    const people = seats.map((seat, index) => ({
      seat: seat.id,
      number: index + 1,
      perspectives: seat.perspectives,
      role: roleOf(state, seat)?.task === 'takePart' ? null : (roleOf(state, seat)?.name ?? null),
      here: seat.here,
    }));
    return { number: table.number, people: people.filter(({ here }) => here), left: people.filter(({ here }) => !here).length };
  });
}

function rolesToGive({ state }: Situation) {
  return state.format.roles.filter(takesPart).map(({ id, name }) => ({ id, name }));
}
