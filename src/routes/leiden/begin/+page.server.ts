import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { redirect } from '@sveltejs/kit';
import { knownVisitor } from '../../device.server.ts';
import { openLink } from '../../link.server.ts';
import { refusedForm } from '../../refusedForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ empty: !(await locals.house.app.hasOrganiser()) });

export const actions: Actions = {
  link: openLink,

  async code(event) {
    const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
    const { house, language } = event.locals;
    const entrance = await house.desk.useSetUpCode(event.getClientAddress(), typed, () => knownVisitor(event));
    if (!('refused' in entrance)) redirect(303, '/leiden');
    const unknown = entrance.refused === 'notFound' ? m.lead_begin_code_wrong({}, { locale: language }) : undefined;
    return refusedForm(event, entrance, { part: 'code' as const }, unknown);
  },
};
