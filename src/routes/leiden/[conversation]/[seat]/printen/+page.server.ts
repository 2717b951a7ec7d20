import { isOver } from '#conversation/publishing.ts';
import { clockOf, clockTime } from '#words/time.ts';
import { error } from '@sveltejs/kit';
import { joinAddress } from '../../../../joinAddress.ts';
import { qrOf } from '../../../../qr.server.ts';
import { whoLeads } from '../../../leading.server.ts';
import { onlyHere } from '../../../onlyHere.ts';
import type { PageServerLoad } from './$types';
import type { Evening } from './evening.ts';
import { minutesIn, planMark } from './mark.ts';
import { printable } from './printable.server.ts';
import { wishesFrom } from './wishes.ts';

export const load: PageServerLoad = async (event) => {
  const leading = await whoLeads(event);
  const { at } = leading;
  const { app, address } = event.locals.house;
  const conversation = await app.conversation(at.conversation);
  if (!conversation) error(404);
  const { evening, joinCode, words } = await printable(event, leading);
  return {
    ...at,
    evening,
    rehearsal: conversation.rehearsal,
    over: isOver(leading.situation.state),
    wishes: wishesFrom(event.url.searchParams, beginOf(evening)),
    mark: planMark(words, minutesIn(evening)),
    madeAt: app.now(),
    address: new URL(address).host,
    onlyHere: onlyHere(address),
    join: joinCode && {
      code: joinCode.code,
      tables: evening.tables.map((number) => ({ number, qr: qrOf(joinAddress(address, joinCode.secret, number)) })),
    },
  };
};

/** When it began, or when people were told that it begins. */
function beginOf({ began, steps: [first] }: Evening): string | null {
  if (began !== null) return clockTime(began);
  return first?.promised == null ? null : clockOf(first.promised);
}
