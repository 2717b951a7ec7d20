import { whoseSeat } from '../../../gesprek/at.server.ts';
import type { LayoutServerLoad } from './$types';

/** Every page of a rehearsal says that it is one. */
export const load: LayoutServerLoad = async (event) => {
  const { at } = await whoseSeat(event);
  const conversation = await event.locals.house.app.conversation(at.conversation);
  return { rehearsal: conversation?.rehearsal ?? false };
};
