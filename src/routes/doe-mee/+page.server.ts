import { roleOf, takesPart } from '#conversation/lookup.ts';
import type { RefusalCode } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readScanned } from '../joinAddress.ts';
import { refusedForm } from '../refusedForm.server.ts';
import { open } from './invitation.server.ts';

export const load: PageServerLoad = async ({ url, locals }) => ({
  wiped: url.searchParams.get('gedaan') === 'gewist',
  seatPath: await pathToSeat(locals),
});

export const actions = {
  async default(event) {
    const form = await event.request.formData();
    const code = textOf(form, 'code').slice(0, 60);
    const { key, table } = readScanned(textOf(form, 'key'));
    const { language } = event.locals;
    if (code.trim() === '' && key === '') return fail(400, { code, sentence: m.join_no_code({}, { locale: language }) });
    const found = await open(event, key === '' ? { code } : { secret: key }, table);
    if ('refused' in found) {
      const sentence = SENTENCES[found.refused]?.({}, { locale: language });
      return refusedForm(event, found, { code }, sentence);
    }
    redirect(303, `/doe-mee/${found.conversation}`);
  },
} satisfies Actions;

/** Why somebody does not come in, for who has written nothing yet. */
const SENTENCES: { readonly [Code in RefusalCode]?: typeof m.join_wrong_code } = {
  notFound: m.join_wrong_code,
  ticketUsed: m.join_ticket_used,
};

/** Who already takes part with this phone, and scans an old code, finds the way back. */
async function pathToSeat({ visitor, house }: App.Locals): Promise<string | null> {
  for (const { conversation, seat } of visitor?.seats.filter(({ link }) => link === null).slice(-MOST_LOOKED_AT) ?? []) {
    const state = (await house.app.situationOf(conversation))?.state;
    const known = state?.seats.get(seat);
    if (state?.status === 'open' && known && takesPart(roleOf(state, known))) return `/gesprek/${conversation}/${seat}`;
  }
  return null;
}

const MOST_LOOKED_AT = 10;
