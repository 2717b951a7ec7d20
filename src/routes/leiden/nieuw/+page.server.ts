import { stepsOf, type Format } from '#conversation/format.ts';
import { usualTables } from '#conversation/seating.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../refusedForm.server.ts';
import { rehearse } from '../rehearse.server.ts';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.visitor?.organiser) redirect(303, '/leiden/begin');
  const { house, privateLine } = locals;
  return { ticket: freshId(), privateLine, formats: house.app.formats.map(introduced) };
};

export const actions: Actions = {
  rehearse,

  async choose(event) {
    const { visitor, house, privateLine } = event.locals;
    if (!visitor?.organiser) redirect(303, '/leiden/begin');
    const form = await event.request.formData();
    const format = house.app.formats.find(({ id }) => id === textOf(form, 'format'));
    // What stands there is a suggestion: as many tables as its smallest group needs.
    const suggested = { format: format?.id ?? '', title: '', ...(format && { tables: usualTables(format).least }) };
    const at = await house.app.prepare(visitor, form.get('id'), suggested, privateLine);
    if (isRefusal(at)) return refusedForm(event, at, {});
    redirect(303, `/leiden/${at.conversation}/${at.seat}/voorbereiden`);
  },
};

/** What one wants to know of a format before choosing it. */
function introduced(format: Format) {
  const { id, name, purpose, evidence, inspiredBy, sources, groupSize, sensitive } = format;
  const steps = stepsOf(format, {}).map(({ place, phase }) => ({
    place,
    name: phase.name,
    minutes: phase.minutes,
    devices: phase.devices,
    kind: phase.kind,
  }));
  return { id, name, purpose, evidence, inspiredBy: inspiredBy ?? null, sources, groupSize, sensitive, steps };
}
