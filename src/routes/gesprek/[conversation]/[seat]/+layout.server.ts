import type { SentViews } from '#conversation/views/sent.ts';
import { error } from '@sveltejs/kit';
import { seatPath, whoseSeat } from '../../at.server.ts';
import { assertTurn } from '../../handed.server.ts';
import type { LayoutServerLoad } from './$types';

/** These pages bring a script of their own (`client.ts`), much smaller than Kit's. */
export const csr = false;

/** What this seat sees now, as its stream would send it. */
export const load: LayoutServerLoad = async ({ locals, params, url, cookies }) => {
  const { at } = await whoseSeat({ locals, params });
  await assertTurn({ cookies, locals }, at);
  const { app, live } = locals.house;
  const views = await live.viewsOf(at.conversation, at.seat);
  if (!views) error(404);
  const rehearsal = (await app.conversation(at.conversation))?.rehearsal ?? false;
  return { ...at, rehearsal, reading: locals.reading, views: JSON.parse(views) as SentViews, base: seatPath(params), path: url.pathname };
};
