import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** For an organiser: numbers alone, of what they may read. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { visitor, house } = locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  const place = url.searchParams.get('waar')?.trim().slice(0, 200) || undefined;
  const [direction, choices] = await Promise.all([house.app.direction(visitor, place), house.app.outcomeChoices(visitor)]);
  return { ...direction, places: choices.places, place: place ?? '' };
};
