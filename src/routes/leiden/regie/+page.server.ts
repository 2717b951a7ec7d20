import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** For an organiser: numbers alone, of what they may read. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { visitor, house } = locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  const place = url.searchParams.get('waar')?.trim().slice(0, 200) || undefined;
  const { app } = house;
  const today = app.today();
  const late = { overdueOn: today, ...(place !== undefined && { place }), page: 1, pageSize: 1 };
  const [direction, choices, overdue] = await Promise.all([
    app.direction(visitor, place),
    app.outcomeChoices(visitor),
    app.outcomes(visitor, late),
  ]);
  return { ...direction, places: choices.places, place: place ?? '', late: overdue.total, today };
};
