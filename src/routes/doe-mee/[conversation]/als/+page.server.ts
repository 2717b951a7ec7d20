import { PERSPECTIVES, SIDES } from '#conversation/format.ts';
import { textOf, textsOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { handTo } from '../../../gesprek/handed.server.ts';
import { knownVisitor } from '../../../device.server.ts';
import { refusedForm } from '../../../refusedForm.server.ts';
import { forgetInvitation, invitedTo } from '../../invitation.server.ts';

export const load: PageServerLoad = async (event) => {
  const { title, format, rehearsal } = await invitedTo(event, event.params.conversation);
  const sides: readonly string[] = SIDES;
  const others = PERSPECTIVES.filter((each) => !sides.includes(each));
  return { title, format: format.name, rehearsal, actionId: freshId(), others };
};

export const actions = {
  async default(event) {
    const form = await event.request.formData();
    const { house, language } = event.locals;
    const chosen = textOf(form, 'as');
    const also = textsOf(form, 'also');
    if (chosen === '') return fail(400, { sentence: m.join_choose({}, { locale: language }), chosen, also });
    const { secret, table } = await invitedTo(event, event.params.conversation);
    const asker = { visitor: await knownVisitor(event), address: event.getClientAddress(), privateLine: event.locals.privateLine };
    const perspectives = [...(chosen === 'other' ? [] : [chosen]), ...also];
    const wish = table === null ? { perspectives } : { perspectives, table };
    const place = await house.desk.join(asker, { secret }, form.get('action'), wish);
    if ('refused' in place) {
      const early = place.refused === 'notOpenYet' ? m.join_not_open_yet({}, { locale: language }) : undefined;
      return refusedForm(event, place, { chosen, also }, early);
    }
    forgetInvitation(event);
    // Somebody else on the same phone: now it is theirs.
    if (asker.visitor.seats.some(({ conversation, seat }) => conversation === place.conversation && seat !== place.seat))
      handTo(event, place);
    redirect(303, `/gesprek/${place.conversation}/${place.seat}`);
  },
} satisfies Actions;
