import type { ParticipantAction } from '#conversation/action.ts';
import { takesPart } from '#conversation/lookup.ts';
import type { EntryId, RunId } from '#conversation/state.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { seatPath, shown, take, whoseSeat, type FormEvent } from '../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneWords } from './done.server.ts';
import { write } from './write.server.ts';
import { refusedForm } from '../../../refusedForm.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const known = await locals.house.app.conversation(at.conversation);
  const roles = (known?.format.roles ?? []).filter(takesPart);
  return {
    actionId: freshId(),
    roles: Object.fromEntries(roles.map(({ id, name }) => [id, name])),
    done: doneWords(url.searchParams.get('gedaan')),
  };
};

/** Without script: one form, one action, and the page again. */
export const actions = {
  write: (event) => write(event, seatPath(event.params)),
  ready: (event) => simply(event, (form) => ({ type: 'ready', run: textOf(form, 'run') as RunId })),
  passTurn: (event) =>
    simply(event, (form) => ({ type: 'passTurn', run: textOf(form, 'run') as RunId, turn: Number.parseInt(textOf(form, 'turn'), 10) })),
  askRound: (event) => simply(event, (form) => ({ type: 'askRound', run: textOf(form, 'run') as RunId })),
  holdRound: (event) =>
    simply(event, (form) => ({ type: 'holdRound', run: textOf(form, 'run') as RunId, going: textOf(form, 'going') === 'true' })),
  openSheet: (event) =>
    simply(event, (form) => ({ type: 'openSheet', run: textOf(form, 'run') as RunId, open: textOf(form, 'open') === 'true' })),
  takeRole: (event) => simply(event, (form) => ({ type: 'takeRole', role: textOf(form, 'role') })),
  lay: (event) => simply(event, (form) => ({ type: 'lay', entry: textOf(form, 'entry') as EntryId })),
  comeBack: (event) => simply(event, () => ({ type: 'comeBack' })),
} satisfies Actions;

async function simply(event: FormEvent, actionIn: (form: FormData) => ParticipantAction) {
  const form = await event.request.formData();
  const action = actionIn(form);
  const taken = await take(event, form.get('action'), action);
  return taken.accepted ? shown(seatPath(event.params), action.type) : refusedForm(event, taken, {});
}
