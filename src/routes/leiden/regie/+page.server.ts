import { kinds } from '#outcomes/kinds.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { signsOf, threadsOf } from './direction.ts';

/** For an organiser: numbers alone, of what they may read. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { visitor, house } = locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  const place = url.searchParams.get('waar')?.trim().slice(0, 200) || undefined;
  const [sums, choices] = await Promise.all([house.app.outcomeSums(visitor, place), house.app.outcomeChoices(visitor)]);
  return { threads: threadsOf(sums, kinds), signs: signsOf(sums, kinds), places: choices.places, place: place ?? '' };
};
