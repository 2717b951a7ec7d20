import { roleOf } from '#conversation/lookup.ts';
import type { SentViews } from '#conversation/views/sent.ts';
import type { WallShape } from '#conversation/views/shapes.ts';
import { minutesLeft } from '#phone/index.ts';
import { error } from '@sveltejs/kit';
import { whoseSeat } from '../../../gesprek/at.server.ts';
import { joinAddress } from '../../../joinAddress.ts';
import { qrOf } from '../../../qr.server.ts';
import type { PageServerLoad } from './$types';

/**
 * What the wall of this seat shows, wherever it is opened: nothing here depends on who asks, beyond being
 * allowed to. The script hears by its stream what time it is.
 */
export const load: PageServerLoad = async (event) => {
  const { visitor, at } = await whoseSeat(event);
  const { app, live, address } = event.locals.house;
  const situation = await app.situationOf(at.conversation);
  const seat = situation?.state.seats.get(at.seat);
  const views = await live.viewsOf(at.conversation, at.seat);
  if (!situation || !seat || !views || roleOf(situation.state, seat)?.task !== 'show') error(404);
  const rehearsal = (await app.conversation(at.conversation))?.rehearsal ?? false;
  const code = await app.joinCode(visitor, at);
  const report = `${address}/verslag/${at.conversation}`;
  return {
    ...at,
    rehearsal,
    views: onTheMinute(JSON.parse(views) as SentViews),
    address: new URL(address).host,
    codes: situation.state.codesRenewed,
    join: 'refused' in code ? null : { code: code.code, qr: qrOf(joinAddress(address, code.secret)) },
    report: { address: report, qr: qrOf(report) },
  };
};

/** The latest moment that shows the same minutes: two screens that open within a minute get the same page. */
function onTheMinute({ at, channels }: SentViews): SentViews {
  const run = (channels.wall?.view as WallShape | undefined)?.run;
  const minutes = minutesLeft(run, at);
  return { at: run?.endsAt == null || minutes === null ? 0 : run.endsAt - minutes * 60_000, channels };
}
