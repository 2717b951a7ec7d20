import type { ConversationId, TrajectoryId, Visitor } from '#app/house.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../../refusedForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Plain forms. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const { visitor, house } = locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  const [trajectories, listed] = await Promise.all([house.app.trajectories.listOf(visitor), house.app.listConversations(visitor)]);
  const conversations = listed
    .filter(({ rehearsal }) => !rehearsal)
    .map(({ id, title, formatName, createdAt }) => ({ id, title, formatName, madeAt: createdAt.getTime() }));
  const taken = new Set(trajectories.flatMap((each) => each.conversations));
  return {
    ticket: freshId(),
    free: conversations.filter(({ id }) => !taken.has(id)),
    trajectories: trajectories.map(({ id, title, conversations: own }) => ({
      id,
      title,
      conversations: own.flatMap((of) => conversations.find((each) => each.id === of) ?? []),
    })),
  };
};

export const actions: Actions = {
  async make(event) {
    const form = await event.request.formData();
    const typed = titleIn(form);
    const made = await trajectoriesOf(event).make(organiserOf(event), form.get('id'), typed);
    return isRefusal(made) ? refusedForm(event, made, { typed, renamed: null }) : redirect(303, event.url.pathname);
  },

  async rename(event) {
    const form = await event.request.formData();
    const [renamed, typed] = [trajectoryIn(form), titleIn(form)];
    const done = await trajectoriesOf(event).rename(organiserOf(event), renamed, typed);
    return isRefusal(done) ? refusedForm(event, done, { typed, renamed }) : redirect(303, event.url.pathname);
  },
  remove: (event) => change(event, (_, id) => trajectoriesOf(event).remove(organiserOf(event), id)),
  put: (event) => change(event, (form, id) => trajectoriesOf(event).put(organiserOf(event), id, conversationIn(form))),
  take: (event) => change(event, (form, id) => trajectoriesOf(event).take(organiserOf(event), id, conversationIn(form))),
};

type Doing = Pick<RequestEvent, 'locals' | 'request' | 'url' | 'setHeaders'>;

async function change(event: Doing, how: (form: FormData, id: TrajectoryId) => Promise<object | Refusal>) {
  const form = await event.request.formData();
  const done = await how(form, trajectoryIn(form));
  return isRefusal(done) ? refusedForm(event, done, { typed: '', renamed: null }) : redirect(303, event.url.pathname);
}

function trajectoriesOf({ locals }: Doing) {
  return locals.house.app.trajectories;
}

function titleIn(form: FormData): string {
  return textOf(form, 'title').slice(0, 4_000);
}

function trajectoryIn(form: FormData): TrajectoryId {
  return textOf(form, 'trajectory') as TrajectoryId;
}

function conversationIn(form: FormData): ConversationId {
  return textOf(form, 'conversation') as ConversationId;
}

function organiserOf({ locals }: Doing): Visitor {
  const { visitor } = locals;
  if (!visitor?.organiser) error(404);
  return visitor;
}
