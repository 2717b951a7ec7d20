import type { Place, Visitor } from '#app/house.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
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
  await callPeople(event.locals, visitor, at, USUAL_PEOPLE);
  redirect(303, `/leiden/${at.conversation}/${at.seat}`);
}

/** Those of an earlier call, whom a restart took away, leave their chairs first. */
export async function callPeople({ house }: App.Locals, visitor: Visitor, at: Place, people: number): Promise<Refusal | null> {
  const { app, rehearsals } = house;
  const rehearsal = await app.rehearsal(visitor, at);
  if (isRefusal(rehearsal)) return rehearsal;
  if (rehearsals.peopleIn(at.conversation) === 0) await app.clearRehearsal(visitor, at);
  return rehearsals.call({ conversation: at.conversation, ...rehearsal, people });
}

export async function sendPeopleAway({ house }: App.Locals, visitor: Visitor, at: Place): Promise<Refusal | null> {
  const rehearsal = await house.app.rehearsal(visitor, at);
  if (isRefusal(rehearsal)) return rehearsal;
  await house.rehearsals.turnBack(at.conversation);
  await house.app.clearRehearsal(visitor, at);
  return null;
}

/** A living room of people: enough for three tables or more. */
const USUAL_PEOPLE = 24;
