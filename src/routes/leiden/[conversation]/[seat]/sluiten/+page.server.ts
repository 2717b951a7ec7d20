import type { SentViews } from '#conversation/views/sent.ts';
import type { FacilitatorShape } from '#conversation/views/shapes.ts';
import { freshId } from '#phone/id.ts';
import { error, redirect } from '@sveltejs/kit';
import { takeAll, whoLeads, type LeadEvent } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async (event) => {
  const { at } = await whoLeads(event);
  return { ...at, ticket: freshId(), leaves: await leftOpen(event) };
};

export const actions: Actions = {
  do: (event) => close(event, []),
  async all(event) {
    const waiting = (await leftOpen(event)).sheet.filter((line) => line.waiting > 0);
    return close(
      event,
      waiting.map(({ place }) => ({ type: 'release', place }) as const),
    );
  },
};

/** What comes after follows when the last step has ended: until then what is being written in it cannot be released. */
async function close(event: LeadEvent, after: Parameters<typeof takeAll>[3]) {
  const { visitor, at } = await whoLeads(event);
  const form = await event.request.formData();
  const refused = await takeAll(event, { visitor, at }, form.get('id'), [{ type: 'close' }, ...after]);
  return refused ? refusedForm(event, refused, {}) : redirect(303, `/leiden/${at.conversation}/${at.seat}`);
}

/** What was not released, and where nobody signed. */
async function leftOpen(event: LeadEvent): Promise<Pick<FacilitatorShape, 'sheet' | 'unsigned'>> {
  const { at } = await whoLeads(event);
  const sent = await event.locals.house.live.viewsOf(at.conversation, at.seat);
  const view = (JSON.parse(sent ?? 'null') as SentViews | null)?.channels.facilitator?.view;
  if (!view) error(404);
  const { sheet, unsigned } = view as FacilitatorShape;
  return { sheet, unsigned };
}
