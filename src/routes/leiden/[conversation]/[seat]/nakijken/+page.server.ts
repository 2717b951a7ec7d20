import { isOver, isPublished } from '#conversation/publishing.ts';
import { isRefusal } from '#conversation/refusal.ts';
import type { SentViews } from '#conversation/views/sent.ts';
import { lookingOf } from '#doors/reads/looking.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { shownLink } from '../../../../link.server.ts';
import { refusedForm } from '../../../../refusedForm.server.ts';
import { lead, whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  const { app, live, address } = event.locals.house;
  // Before the report is read, so that no change can fall between the two.
  const views = JSON.parse((await live.viewsOf(at.conversation, at.seat)) ?? 'null') as SentViews;
  const looking = isOver(situation.state) ? await app.read(at.conversation, (now, words) => lookingOf(now, words, at.seat)) : null;
  return { ...at, ticket: freshId(), views, looking, address: `${address}/verslag/${at.conversation}` };
};

export const actions: Actions = {
  async do(event) {
    const { situation } = await whoLeads(event);
    const form = await event.request.clone().formData();
    const told = new URLSearchParams({
      ...(form.get('type') === 'hide' && { achter: textOf(form, 'entry') }),
      ...(isPublished(situation.state) && { was: 'openbaar' }),
    });
    return lead(event, told.size > 0 ? `${event.url.pathname}?${told}` : event.url.pathname);
  },

  /** Who opens it leads from then on, and can be the second who looks. */
  async invite(event) {
    const { visitor, at } = await whoLeads(event);
    const { app, address } = event.locals.house;
    const link = await app.coFacilitatorLink(visitor, at);
    return isRefusal(link) ? refusedForm(event, link, {}) : { link: shownLink(`${address}/leiden/begin`, link.secret) };
  },
};
