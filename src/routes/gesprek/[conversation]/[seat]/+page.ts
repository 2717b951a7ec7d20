import type { PageLoad } from './$types';
import { looksFor } from './looksFor.ts';

export const load: PageLoad = async ({ data, parent }) => ({ ...data, looks: await looksFor((await parent()).views) });
