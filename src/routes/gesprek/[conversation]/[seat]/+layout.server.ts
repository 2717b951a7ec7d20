import type { SentViews } from '#conversation/views/sent.ts';
import { error } from '@sveltejs/kit';
import { whoseSeat } from '../../at.server.ts';
import type { LayoutServerLoad } from './$types';

/** What this seat sees now, as its stream would send it. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { at } = await whoseSeat({ locals, params });
  const views = await locals.house.live.viewsOf(at.conversation, at.seat);
  if (!views) error(404);
  return { ...at, views: JSON.parse(views) as SentViews };
};
