import { isRefusal } from '#conversation/refusal.ts';
import { clockTime } from '#words/time.ts';
import { error } from '@sveltejs/kit';
import { joinAddress } from '../../../../joinAddress.ts';
import { qrOf } from '../../../../qr.server.ts';
import { whoLeads } from '../../../leading.server.ts';
import type { PageServerLoad } from './$types';
import { eveningOf } from './evening.ts';
import { minutesIn, planMark, wordsMark } from './mark.ts';
import { wishesFrom } from './wishes.ts';

export const load: PageServerLoad = async (event) => {
  const { visitor, at } = await whoLeads(event);
  const { app, address } = event.locals.house;
  const evening = await app.read(at.conversation, eveningOf);
  const conversation = await app.conversation(at.conversation);
  if (!evening || !conversation) error(404);
  const joinCode = await app.joinCode(visitor, at);
  const code = isRefusal(joinCode) ? null : joinCode.code;
  return {
    ...at,
    evening,
    rehearsal: conversation.rehearsal,
    wishes: wishesFrom(event.url.searchParams, evening.began === null ? null : clockTime(evening.began)),
    mark: planMark(wordsMark(evening, code), minutesIn(evening)),
    madeAt: Date.now(),
    address: new URL(address).host,
    join: isRefusal(joinCode)
      ? null
      : {
          code: joinCode.code,
          tables: evening.tables.map((number) => ({ number, qr: qrOf(joinAddress(address, joinCode.secret, number)) })),
        },
  };
};
