import { harvestView } from '#conversation/views/harvest.ts';
import { placeNow } from '#conversation/satDuring.ts';
import { freshId } from '#phone/id.ts';
import { error } from '@sveltejs/kit';
import { doInHarvest, gather } from '../../../../harvest/asked.server.ts';
import { whoseSeat } from '../../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const harvest = await locals.house.app.read(at.conversation, (situation, words) => {
    const seat = situation.state.seats.get(at.seat);
    if (!seat) return null;
    const now = placeNow(situation.state, seat);
    // Who stays at a table while others move on can still harvest what was said there before.
    const seating = Number(url.searchParams.get('indeling') ?? now.seating);
    const table = Number(url.searchParams.get('tafel') ?? now.table);
    return harvestView(situation, at.seat, { table, seating }, words);
  });
  return { harvest: harvest ?? error(404), actionId: freshId() };
};

export const actions: Actions = {
  do: async (event) => doInHarvest(event, await whoseSeat(event)),
  gather: async (event) => gather(event, await whoseSeat(event)),
};
