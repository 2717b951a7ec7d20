import { isRefusal } from '#conversation/refusal.ts';
import { callPeople, USUAL_PEOPLE } from '#doors/rehearsing.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../refusedForm.server.ts';

/** What a button needs to begin a rehearsal at once; null where there is nothing to rehearse here. */
export function rehearsalToOffer({ house, privateLine }: App.Locals) {
  const format = house.app.formats.find(({ sensitive }) => !sensitive || privateLine);
  return format ? { ticket: freshId(), format: format.id } : null;
}

/** Makes a rehearsal of a format with its doors open, calls people to it, and goes to its console. */
export async function rehearse(event: RequestEvent) {
  const { visitor, house, privateLine, language } = event.locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  const form = await event.request.formData();
  const wish = { format: textOf(form, 'format'), people: USUAL_PEOPLE, language };
  const at = await house.app.beginRehearsal(visitor, form.get('id'), wish, privateLine);
  if (isRefusal(at)) return refusedForm(event, at, {});
  await callPeople({ house: house.app, crowds: house.rehearsals }, visitor, at, USUAL_PEOPLE);
  redirect(303, `/leiden/${at.conversation}/${at.seat}`);
}
