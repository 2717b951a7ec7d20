import { m } from '#words/compiled/messages.js';

/** What a form without script has done, said on the page that comes back. */
export function doneWords(done: string | null): string | null {
  const said = done !== null && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return said?.() ?? null;
}

const DONE: { readonly [done: string]: () => string } = {
  write: () => m.done_saved(),
  correct: () => m.done_saved(),
  ready: () => m.phone_ready_thanks(),
  askRound: () => m.phone_round_asked(),
  holdRound: () => m.done_round(),
  openSheet: () => m.done_sheet(),
  countHeads: () => m.done_heads(),
  passTurn: () => m.phone_turn_passed(),
  takeRole: () => m.done_role(),
  comeBack: () => m.done_back(),
  seatPerson: () => m.done_seated(),
  leave: () => m.done_left(),
  tell: () => m.done_told(),
  call: () => m.done_called(),
  withdraw: () => m.done_withdrawn(),
  keep: () => m.done_saved(),
  lay: () => m.done_laid(),
};
