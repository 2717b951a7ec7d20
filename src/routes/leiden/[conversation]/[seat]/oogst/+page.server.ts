import type { Situation } from '#conversation/input.ts';
import { signedPoints } from '#conversation/points.ts';
import { isOver } from '#conversation/publishing.ts';
import { harvestView } from '#conversation/views/harvest.ts';
import type { WordsOf } from '#conversation/words.ts';
import { harvestOf } from '#doors/reads/harvest.ts';
import { freshId } from '#phone/id.ts';
import { checkedReportOf } from '#report/checked.ts';
import { cardsIn, pointsReport } from '#report/points.ts';
import { doInHarvest, gather } from '../../../../harvest/asked.server.ts';
import { whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  const { tables, roomSigned } = harvestOf(situation);
  const [table, seating] = ['tafel', 'indeling'].map((name) => Number(event.url.searchParams.get(name) ?? Number.NaN));
  const chosen = tables.find((each) => each.table === table && each.seating === seating);
  const harvest = chosen
    ? await event.locals.house.app.read(at.conversation, (now, words) => harvestView(now, at.seat, chosen, words))
    : null;
  const { app } = event.locals.house;
  const away = isOver(situation.state) ? await app.read(at.conversation, pointsAway) : null;
  return { ...at, ticket: freshId(), tables, harvest, roomSigned, away: away ?? [] };
};

export const actions: Actions = {
  do: async (event) => doInHarvest(event, await whoLeads(event)),
  gather: async (event) => gather(event, await whoLeads(event)),
};

/** Where the points are that were signed and do not stand in the report for everybody: no card below them stands there. */
function pointsAway(situation: Situation, words: WordsOf) {
  const told = pointsReport(situation, words, 'public', cardsIn(checkedReportOf(situation, words, 'public')));
  const stand = new Set(told.points.map(({ id }) => id));
  return signedPoints(situation.state)
    .filter(({ id }) => !stand.has(id))
    .map(({ table, seating }) => ({ table, seating }));
}
