import type { ConversationId, House, Visitor } from '#app/house.ts';
import type { Taken } from '#app/request.ts';
import type { AskedId } from '#conversation/library.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import { isRefusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../refusedForm.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { visitor, house } = event.locals;
  const item = await house.app.library.item(visitor, of(event));
  if (!item) error(404);
  const own = visitor?.organiser && !item.leads ? await house.app.listConversations(visitor) : [];
  return {
    item,
    leadsAt: item.leads && visitor ? await ownSeat(house.app, visitor, item.conversation) : null,
    isOrganiser: visitor?.organiser != null,
    homes: own
      .filter(({ rehearsal, status, id }) => !rehearsal && status !== 'preparing' && id !== item.conversation)
      .map(({ id, title, formatName }) => ({ id, title, formatName })),
    ticket: freshId(),
    done: event.url.searchParams.get('gedaan'),
  };
};

export const actions: Actions = {
  async adopt(event) {
    const visitor = organiser(event);
    const form = await event.request.formData();
    const typed = { into: textOf(form, 'into'), owner: textOf(form, 'owner') };
    const wrong = { into: typed.into === '', owner: typed.owner.trim() === '' };
    const kept = { part: 'adopt' as const, typed, wrong };
    if (wrong.into || wrong.owner) return fail(400, { ...kept, sentence: '' });
    const wish = { into: typed.into as ConversationId, owner: typed.owner };
    return answered(event, await event.locals.house.desk.adopt(visitor, form.get('id'), of(event), wish), 'overgenomen', kept);
  },

  async ask(event) {
    const visitor = organiser(event);
    const form = await event.request.formData();
    const words = textOf(form, 'words');
    const kept = { part: 'ask' as const, words, wrong: words.trim() === '' };
    if (kept.wrong) return fail(400, { ...kept, sentence: '' });
    return answered(event, await event.locals.house.desk.askInLibrary(visitor, form.get('id'), of(event), words), 'gevraagd', kept);
  },

  async answer(event) {
    const form = await event.request.formData();
    const [asked, words] = [textOf(form, 'asked') as AskedId, textOf(form, 'words')];
    const kept = { part: 'answer' as const, asked, words, wrong: words.trim() === '' };
    if (kept.wrong) return fail(400, { ...kept, sentence: '' });
    return led(event, form, { type: 'answerAsked', asked, words }, kept);
  },

  async drop(event) {
    const form = await event.request.formData();
    const asked = textOf(form, 'asked') as AskedId;
    return led(event, form, { type: 'dropAsked', asked }, { part: 'drop' as const, wrong: false }, 'weggehaald');
  },
};

/** Where this device leads it; null where it did not come in there yet. */
async function ownSeat(app: House, visitor: Visitor, conversation: ConversationId): Promise<SeatId | null> {
  const seat = (await app.conversation(conversation))?.facilitatorSeat;
  return seat && (await app.mayReach(visitor, { conversation, seat })) ? seat : null;
}

type Led =
  | { readonly type: 'answerAsked'; readonly asked: AskedId; readonly words: string }
  | { readonly type: 'dropAsked'; readonly asked: AskedId };

/** By who leads the conversation it comes from. */
async function led<Kept extends object>(event: RequestEvent, form: FormData, action: Led, kept: Kept, done = 'bewaard') {
  const { visitor, house } = event.locals;
  const { conversation, outcome } = of(event);
  if (!visitor) error(404);
  const at = await house.app.enterAsOrganiser(visitor, conversation);
  if (isRefusal(at)) return refusedForm(event, at, kept);
  return answered(event, await house.desk.take(visitor, at, form.get('id'), { ...action, outcome }), done, kept);
}

function answered<Kept extends object>(event: RequestEvent, taken: Taken, done: string, kept: Kept) {
  if (taken.accepted) redirect(303, `${event.url.pathname}?gedaan=${done}`);
  return refusedForm(event, taken, kept);
}

function organiser({ locals }: RequestEvent): Visitor {
  if (!locals.visitor?.organiser) error(404);
  return locals.visitor;
}

function of({ params }: Pick<RequestEvent, 'params'>) {
  return { conversation: params.conversation as ConversationId, outcome: params.outcome as OutcomeId };
}
