import { textOf } from '#inputs/form.ts';
import { sentenceOf } from '#doors/problems.ts';
import { m } from '#words/compiled/messages.js';
import { fail, redirect } from '@sveltejs/kit';
import { knownVisitor } from '../../device.server.ts';
import { openLink } from '../../link.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ empty: !(await locals.house.app.hasOrganiser()) });

export const actions: Actions = {
  link: openLink,

  async code(event) {
    const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
    const { house, language } = event.locals;
    const asker = { visitor: await knownVisitor(event), address: event.getClientAddress(), privateLine: event.locals.privateLine };
    const entrance = await house.desk.useSetUpCode(asker, typed);
    if (!('refused' in entrance)) redirect(303, '/leiden');
    const wrong = entrance.refused === 'notFound' ? m.lead_begin_code_wrong({}, { locale: language }) : sentenceOf(entrance, language);
    return fail(entrance.refused === 'tooFast' ? 429 : 404, { wrong });
  },
};
