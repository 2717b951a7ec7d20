import type { Need } from '#conversation/told.ts';
import { m } from '#words/compiled/messages.js';

/** What somebody needs, as people say it. */
export function needName(need: Need): string {
  return NAMES[need]();
}

const NAMES: { readonly [need in Need]: () => string } = {
  transport: () => m.need_transport(),
  childcare: () => m.need_childcare(),
  hearingLoop: () => m.need_hearing_loop(),
  interpreter: () => m.need_interpreter(),
  quietTable: () => m.need_quiet_table(),
  inPerson: () => m.need_in_person(),
};
