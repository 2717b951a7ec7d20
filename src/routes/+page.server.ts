import type { PageServerLoad } from './$types';
import { rehearsalToOffer } from './leiden/rehearse.server.ts';

export const load: PageServerLoad = async ({ locals }) => ({
  empty: !(await locals.house.app.hasOrganiser()),
  toRehearse: locals.visitor?.organiser ? rehearsalToOffer(locals) : null,
});
