import type { ParticipantAction } from '#conversation/action.ts';
import { allowed } from '#conversation/allowed.ts';
import { mayServe } from '#conversation/allowing/serving.ts';
import type { Situation } from '#conversation/input.ts';
import { ownWordsAbroad } from '#conversation/ownWords.ts';
import type { EntryId, RunId, SeatId } from '#conversation/state.ts';
import type { Offered } from '#conversation/told.ts';
import { servedView } from '#conversation/views/serves.ts';
import type { ServedShape } from '#conversation/views/shapes.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import { seatPath, shown, take, whoseSeat } from '../../../../at.server.ts';
import { doneWords } from '../../done.server.ts';
import { needsIn, photoIn, youngIn } from '../../voor-jou/telling.ts';
import { write } from '../../write.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const servedSeat = params.served as SeatId;
  const found = await locals.house.app.read(at.conversation, (situation) => find(situation, at.seat, servedSeat));
  if (!found) error(404);
  // Somebody who went to another table: what was typed waits on one's own screen.
  if (found === 'elsewhere') redirect(303, seatPath(params));
  return { ...found, servedSeat, actionId: freshId(), done: doneWords(url.searchParams.get('gedaan')) };
};

export const actions = {
  write: (event) => write(event, pathOf(event)),
  ready: (event) => simply(event, (form, forSeat) => ({ type: 'ready', run: textOf(form, 'run') as RunId, forSeat })),
  withdraw: (event) => simply(event, (form, forSeat) => ({ type: 'withdraw', entry: textOf(form, 'entry') as EntryId, forSeat })),
  leave: (event) => simply(event, (_, forSeat) => ({ type: 'leave', forSeat })),
  comeBack: (event) => simply(event, (_, forSeat) => ({ type: 'comeBack', forSeat })),
  needs: (event) => simply(event, (form, forSeat) => ({ ...needsIn(form), forSeat }), 'tell'),
  photo: (event) => simply(event, (form, forSeat) => ({ ...photoIn(form), forSeat }), 'tell'),
  /** What was written for them before stays at the table from now on, card by card, before anything is said of whose it was. */
  async young(event) {
    const { at } = await whoseSeat(event);
    const situation = await event.locals.house.app.situationOf(at.conversation);
    const forSeat = event.params.served as SeatId;
    const seat = situation?.state.seats.get(forSeat);
    const form = await event.request.clone().formData();
    const abroad = situation && seat && youngIn(form).young ? ownWordsAbroad(situation, seat) : [];
    for (const { id } of abroad) await take(event, freshId(), { type: 'keep', entry: id, kept: true, forSeat });
    return simply(event, (filled) => ({ ...youngIn(filled), forSeat }), 'tell');
  },
} satisfies Actions;

type ServedEvent = Pick<
  RequestEvent<{ conversation: string; seat: string; served: string }>,
  'locals' | 'params' | 'request' | 'setHeaders'
>;

async function simply(event: ServedEvent, actionIn: (form: FormData, forSeat: SeatId) => ParticipantAction, done = 'write') {
  const form = await event.request.formData();
  const taken = await take(event, form.get('action'), actionIn(form, event.params.served as SeatId));
  return taken.accepted ? shown(pathOf(event), done) : refusedForm(event, taken, {});
}

interface Found {
  readonly served: ServedShape;
  /** What they may be asked about themselves; null for who tells it on a phone of their own. */
  readonly offered: Offered | null;
}

function find(situation: Situation, asker: SeatId, id: SeatId): Found | 'elsewhere' | null {
  const { state } = situation;
  const [who, served] = [state.seats.get(asker) ?? null, state.seats.get(id) ?? null];
  const reason = mayServe(state, who, served);
  if (reason === 'notYourTable') return 'elsewhere';
  if (reason || !who || !served) return null;
  const mayTell = allowed(situation, { kind: 'seat', seat: asker }, { type: 'tell', forSeat: id }, 0) === null;
  return { served: servedView(situation, who, served) as ServedShape, offered: mayTell ? state.offered : null };
}

function pathOf({ params }: ServedEvent): string {
  return `${seatPath(params)}/voor/${params.served}`;
}
