import { whoseSeat } from '../../../../at.server.ts';
import type { PageServerLoad } from './$types';

/** Only what the questions were: the words themselves are on the phone and stay there. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { at } = await whoseSeat({ locals, params });
  const known = await locals.house.app.conversation(at.conversation);
  const uses = (known?.format.phases ?? []).flatMap((phase) => phase.inputs).filter((use) => use.private);
  return { format: known?.format.name ?? null, labels: uses.map(({ key, label }) => ({ key, label })) };
};
