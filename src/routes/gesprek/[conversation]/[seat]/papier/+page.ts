import { loadLooks } from '../looks.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({ ...data, looks: await loadLooks(data.open ? ['card'] : [], []) });
