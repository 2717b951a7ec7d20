import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { redirect } from '@sveltejs/kit';
import { qrOf } from '../../../../../qr.server.ts';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import { whoLeads, type LeadEvent } from '../../../../leading.server.ts';
import { onlyHere } from '../../../../onlyHere.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { visitor, at, situation } = await whoLeads(event);
  const { app, address } = event.locals.house;
  const standing = await app.ticketsOf(visitor, at);
  const { format, scope } = situation.state;
  const title = await app.read(at.conversation, (_, words) => scope.title && words(scope.title));
  return {
    ...at,
    ticket: freshId(),
    format: format.name,
    title,
    onlyHere: onlyHere(address),
    readBackAt: `${new URL(address).host}/terugleeskaart`,
    standing: isRefusal(standing) ? { made: 0, used: 0, ended: 0 } : standing,
  };
};

export const actions: Actions = {
  /** Shown in this answer and never again. */
  async make(event) {
    const { visitor, at } = await whoLeads(event);
    const form = await event.request.formData();
    const { app, address } = event.locals.house;
    const made = await app.makeTickets(visitor, at, Number(textOf(form, 'after')), Number(textOf(form, 'count')));
    if (isRefusal(made)) return refusedForm(event, made, {}, whyNotMade(event, made));
    const tickets = made.tickets.map(({ number, secret, code }) => ({ number, code, qr: qrOf(`${address}/doe-mee#${secret}`) }));
    return { tickets, endsOn: made.endsOn };
  },

  async end(event) {
    const { visitor, at } = await whoLeads(event);
    const ended = await event.locals.house.app.endTickets(visitor, at);
    return isRefusal(ended) ? refusedForm(event, ended, {}) : redirect(303, event.url.pathname);
  },
};

function whyNotMade({ locals: { language: locale } }: LeadEvent, { refused }: Refusal): string | undefined {
  if (refused === 'wrongShape') return m.tickets_count_wrong({}, { locale });
  return refused === 'movedOn' ? m.tickets_meanwhile({}, { locale }) : undefined;
}
