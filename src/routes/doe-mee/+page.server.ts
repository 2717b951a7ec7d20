import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readScanned } from '../joinAddress.ts';
import { refusedForm } from '../refusedForm.server.ts';
import { open } from './invitation.server.ts';

export const load: PageServerLoad = ({ url }) => ({ wiped: url.searchParams.get('gedaan') === 'gewist' });

export const actions = {
  async default(event) {
    const form = await event.request.formData();
    const code = textOf(form, 'code').slice(0, 60);
    const { key, table } = readScanned(textOf(form, 'key'));
    const { language } = event.locals;
    if (code.trim() === '' && key === '') return fail(400, { code, sentence: m.join_no_code({}, { locale: language }) });
    const found = await open(event, key === '' ? { code } : { secret: key }, table);
    if ('refused' in found) {
      const unknown = found.refused === 'notFound' ? m.join_wrong_code({}, { locale: language }) : undefined;
      return refusedForm(event, found, { code }, unknown);
    }
    redirect(303, `/doe-mee/${found.conversation}`);
  },
} satisfies Actions;
