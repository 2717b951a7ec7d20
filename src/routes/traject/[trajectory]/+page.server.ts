import { error } from '@sveltejs/kit';
import type { TrajectoryId } from '#app/house.ts';
import { readTrajectory } from '#doors/trajectories.ts';
import type { PageServerLoad } from './$types';

/** It is read and printed: no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) =>
  (await readTrajectory(locals.house.app, locals.visitor, params.trajectory as TrajectoryId)) ?? error(404);
