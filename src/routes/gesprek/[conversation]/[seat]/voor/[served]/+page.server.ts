import type { ParticipantAction } from '#conversation/action.ts';
import { mayServe } from '#conversation/allowing/serving.ts';
import type { Situation } from '#conversation/input.ts';
import type { EntryId, RunId, SeatId } from '#conversation/state.ts';
import { servedView } from '#conversation/views/serves.ts';
import type { ServedShape } from '#conversation/views/shapes.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import { seatPath, shown, take, whoseSeat } from '../../../../at.server.ts';
import { doneWords } from '../../done.server.ts';
import { write } from '../../write.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const servedSeat = params.served as SeatId;
  const found = await locals.house.app.read(at.conversation, (situation) => find(situation, at.seat, servedSeat));
  if (!found) error(404);
  // Somebody who went to another table: what was typed waits on one's own screen.
  if (found === 'elsewhere') redirect(303, seatPath(params));
  return { served: found, servedSeat, actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

export const actions = {
  write: (event) => write(event, pathOf(event)),
  ready: (event) => simply(event, (form, forSeat) => ({ type: 'ready', run: textOf(form, 'run') as RunId, forSeat })),
  withdraw: (event) => simply(event, (form, forSeat) => ({ type: 'withdraw', entry: textOf(form, 'entry') as EntryId, forSeat })),
  leave: (event) => simply(event, (_, forSeat) => ({ type: 'leave', forSeat })),
  comeBack: (event) => simply(event, (_, forSeat) => ({ type: 'comeBack', forSeat })),
} satisfies Actions;

type ServedEvent = Pick<
  RequestEvent<{ conversation: string; seat: string; served: string }>,
  'locals' | 'params' | 'request' | 'setHeaders'
>;

async function simply(event: ServedEvent, actionIn: (form: FormData, forSeat: SeatId) => ParticipantAction) {
  const form = await event.request.formData();
  const taken = await take(event, form.get('action'), actionIn(form, event.params.served as SeatId));
  return taken.accepted ? shown(pathOf(event), 'write') : refusedForm(event, taken, {});
}

function find(situation: Situation, asker: SeatId, id: SeatId): ServedShape | 'elsewhere' | null {
  const { state } = situation;
  const [who, served] = [state.seats.get(asker) ?? null, state.seats.get(id) ?? null];
  const reason = mayServe(state, who, served);
  if (reason === 'notYourTable') return 'elsewhere';
  return reason || !who || !served ? null : (servedView(situation, who, served) as ServedShape);
}

function pathOf({ params }: ServedEvent): string {
  return `${seatPath(params)}/voor/${params.served}`;
}
