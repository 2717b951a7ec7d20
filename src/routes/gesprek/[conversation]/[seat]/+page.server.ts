import type { ParticipantAction } from '#conversation/action.ts';
import { takesPart } from '#conversation/lookup.ts';
import type { EntryId, RunId } from '#conversation/state.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { seatPath, whoseSeat, type FormEvent } from '../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneWords } from './done.server.ts';
import { simply } from './simply.server.ts';
import { roundIn, sheetIn } from './tableForms.server.ts';
import { write } from './write.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const known = await locals.house.app.conversation(at.conversation);
  const roles = (known?.format.roles ?? []).filter(takesPart);
  return {
    actionId: freshId(),
    roles: Object.fromEntries(roles.map(({ id, name }) => [id, name])),
    done: doneWords(url.searchParams.get('gedaan')),
    about: { usual: m.phone_about(), changed: m.phone_about_changed() },
  };
};

/** Without script: one form, one action, and the page again. */
export const actions = {
  write: (event) => write(event, seatPath(event.params)),
  ready: (event) => here(event, (form) => ({ type: 'ready', run: textOf(form, 'run') as RunId })),
  passTurn: (event) =>
    here(event, (form) => ({ type: 'passTurn', run: textOf(form, 'run') as RunId, turn: Number.parseInt(textOf(form, 'turn'), 10) })),
  askRound: (event) => here(event, (form) => ({ type: 'askRound', run: textOf(form, 'run') as RunId })),
  holdRound: (event) => here(event, roundIn),
  openSheet: (event) => here(event, sheetIn),
  takeRole: (event) => here(event, (form) => ({ type: 'takeRole', role: textOf(form, 'role') })),
  lay: (event) => here(event, (form) => ({ type: 'lay', entry: textOf(form, 'entry') as EntryId })),
  comeBack: (event) => here(event, () => ({ type: 'comeBack' })),
} satisfies Actions;

function here(event: FormEvent, actionIn: (form: FormData) => ParticipantAction) {
  return simply(event, seatPath(event.params), actionIn);
}
