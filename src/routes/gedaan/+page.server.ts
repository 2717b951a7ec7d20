import { readBoard } from '../outcomes/asked.server.ts';
import type { PageServerLoad } from './$types';

/** For everybody, also for who leads: what stands here is what the town can read. */
export const load: PageServerLoad = async (event) => ({ board: await readBoard(event, null) });
