import { error } from '@sveltejs/kit';
import type { TrajectoryId } from '#app/house.ts';
import { readTrajectory } from '#doors/trajectories.ts';
import type { PageServerLoad } from './$types';

/** It is read and printed: no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app } = locals.house;
  const read = (await readTrajectory(app, locals.visitor, params.trajectory as TrajectoryId)) ?? error(404);
  return { ...read, today: app.today() };
};
