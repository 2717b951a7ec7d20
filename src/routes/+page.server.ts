import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ empty: !(await locals.house.app.hasOrganiser()) });
