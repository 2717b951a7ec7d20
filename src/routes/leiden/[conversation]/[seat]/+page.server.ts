import type { SentViews } from '#conversation/views/sent.ts';
import { isOver } from '#conversation/publishing.ts';
import { callPeople, sendPeopleAway } from '#doors/rehearsing.ts';
import { freshId } from '#phone/id.ts';
import { owedIn } from '#report/afterwards.ts';
import { redirect } from '@sveltejs/kit';
import { lead, takeAll, whoLeads, type LeadEvent } from '../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { printable } from './printen/printable.server.ts';
import { refusedForm } from '../../../refusedForm.server.ts';

export const load: PageServerLoad = async (event) => {
  const { visitor, at, situation } = await whoLeads(event);
  const { words } = await printable(event, { visitor, at });
  const views = await event.locals.house.live.viewsOf(at.conversation, at.seat);
  return {
    ...at,
    address: event.locals.house.address,
    ticket: freshId(),
    views: JSON.parse(views ?? 'null') as SentViews,
    called: event.locals.house.rehearsals.peopleIn(at.conversation),
    planWords: words,
    organises: visitor.organiser !== null,
    owed: isOver(situation.state) ? owedIn(situation, event.locals.house.app.today()) : null,
  };
};

export const actions: Actions = {
  do: lead,

  async callPeople(event) {
    const { visitor, at } = await whoLeads(event);
    const people = Number((await event.request.formData()).get('people'));
    const refused = await callPeople(crowdsOf(event), visitor, at, people);
    return refused ? refusedForm(event, refused, { part: 'rehearsal' }) : redirect(303, event.url.pathname);
  },

  async sendAway(event) {
    const { visitor, at } = await whoLeads(event);
    const refused = await sendPeopleAway(crowdsOf(event), visitor, at);
    return refused ? refusedForm(event, refused, { part: 'rehearsal' }) : redirect(303, event.url.pathname);
  },

  /** Wins back time: fields `phase.<id>` with the minutes each keeps. */
  async shorten(event) {
    const { visitor, at } = await whoLeads(event);
    const form = await event.request.formData();
    const minutes = [...form].flatMap(([name, value]) =>
      name.startsWith('phase.') ? [{ type: 'setMinutes' as const, phase: name.slice(6), minutes: Number(value) }] : [],
    );
    const refused = await takeAll(event, { visitor, at }, form.get('id'), minutes);
    return refused ? refusedForm(event, refused, {}) : redirect(303, event.url.pathname);
  },
};

function crowdsOf({ locals: { house } }: LeadEvent) {
  return { house: house.app, crowds: house.rehearsals };
}
