import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { fail } from '@sveltejs/kit';
import { refusedForm } from '../../../../refusedForm.server.ts';
import { seatPath, shown, take, whoseSeat } from '../../../at.server.ts';
import { doneWords } from '../done.server.ts';
import { simply } from '../simply.server.ts';
import { roundIn, sheetIn } from '../tableForms.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  await whoseSeat({ locals, params });
  return { actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

export const actions = {
  holdRound: (event) => simply(event, here(event), roundIn),
  openSheet: (event) => simply(event, here(event), sheetIn),

  async countHeads(event) {
    const form = await event.request.formData();
    const heads = textOf(form, 'heads').trim();
    if (!/^\d{1,4}$/.test(heads)) return fail(400, { sentence: m.heads_number({}, { locale: event.locals.language }) });
    const taken = await take(event, form.get('action'), { type: 'countHeads', heads: Number(heads) });
    return taken.accepted ? shown(here(event), 'countHeads') : refusedForm(event, taken, {});
  },
} satisfies Actions;

function here({ params }: RequestEvent): string {
  return `${seatPath(params)}/tafel`;
}
