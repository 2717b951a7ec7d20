import { cardsOfTable, pointsAt, signedAt, tablesToHarvest } from '#conversation/points.ts';
import type { Situation } from '#conversation/input.ts';
import type { SatAt } from '#conversation/satDuring.ts';
import { harvestView } from '#conversation/views/harvest.ts';
import { freshId } from '#phone/id.ts';
import { doInHarvest, gather } from '../../../../harvest/asked.server.ts';
import { whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  const tables = tablesToHarvest(situation).map((where) => standing(situation, where));
  const [table, seating] = ['tafel', 'indeling'].map((name) => Number(event.url.searchParams.get(name) ?? Number.NaN));
  const chosen = tables.find((each) => each.table === table && each.seating === seating);
  const harvest = chosen
    ? await event.locals.house.app.read(at.conversation, (now, words) => harvestView(now, at.seat, chosen, words))
    : null;
  return { ...at, ticket: freshId(), tables, harvest, roomSigned: situation.state.harvest.roomSignedAt !== null };
};

export const actions: Actions = {
  do: async (event) => doInHarvest(event, await whoLeads(event)),
  gather: async (event) => gather(event, await whoLeads(event)),
};

/** How far a table is. */
function standing(situation: Situation, { table, seating }: SatAt) {
  const { state } = situation;
  const points = pointsAt(state, { table, seating });
  const used = new Set(points.flatMap(({ cards }) => cards));
  const loose = cardsOfTable(situation, { table, seating }).filter(({ id }) => !used.has(id)).length;
  return { table, seating, loose, points: points.length, signed: signedAt(state, { table, seating }) !== null };
}
