import type { Asked } from '#app/house.ts';
import { STATUSES, type Outcome } from '#conversation/outcome.ts';
import { owns } from '#conversation/owning.ts';
import { isPublished } from '#conversation/publishing.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { outcomeView } from '#report/thread.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { whoseSeat, type SeatEvent } from '../../../gesprek/at.server.ts';
import { noAnswerIn, standingFaults, type Fault } from '../../../leiden/[conversation]/[seat]/opbrengsten/faults.ts';
import { refusedForm } from '../../../refusedForm.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One form; it needs no script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { visitor, at, outcome, kind, title, published } = await whoOwns(event);
  const { app } = event.locals.house;
  const view = await app.read(at.conversation, (now, words) => outcomeView(now, outcome, words, 'owner', app.today(), () => false));
  if (!view) error(404);
  // They were not there: what was said they read when everybody may.
  const { cards, ...shown } = view;
  const report = published ? `/verslag/${at.conversation}` : null;
  const saw = outcome.history.length + outcome.changes.length;
  const saved = event.url.searchParams.get('bewaard') !== null;
  const mail = await app.ownerMail(visitor, at, outcome.id);
  return { kind, title, view: shown, cards: cards.length, report, saw, saved, ticket: freshId(), mail: 'refused' in mail ? null : mail };
};

export const actions: Actions = {
  async status(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    const form = await event.request.formData();
    const typed = { status: textOf(form, 'status'), because: textOf(form, 'because'), due: textOf(form, 'due') };
    const status = STATUSES.find((each) => each === typed.status);
    const faults = [
      ...standingFaults(status, typed, event.locals.house.app.today()),
      ...noAnswerIn([['because', typed.because]], form.get('sure') === 'yes'),
    ];
    if (!status || faults.length > 0) return fail(400, { ...NOTHING, typed, faults, sentence: '' });
    const { because, due } = typed;
    const saw = Number(textOf(form, 'saw'));
    const action = { type: 'setStatus', outcome: outcome.id, saw, status, because, due: due || null };
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), action);
    if (taken.accepted) redirect(303, `${event.url.pathname}?bewaard=ja`);
    return refusedForm(event, taken, { ...NOTHING, typed });
  },
  async turn(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    const form = await event.request.formData();
    const words = textOf(form, 'words');
    const open: readonly Fault[] = words.trim() === '' ? [{ fieldId: 'words', code: 'needsTurn' }] : [];
    if (open.length > 0) return fail(400, { ...NOTHING, turn: open, sentence: '' });
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), { type: 'tellTurn', outcome: outcome.id, words });
    if (taken.accepted) redirect(303, `${event.url.pathname}?bewaard=ja`);
    return refusedForm(event, taken, NOTHING);
  },
  async mail(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    const address = textOf(await event.request.formData(), 'address').slice(0, 300);
    const wish = { address, language: event.locals.language };
    return mailed(event, await event.locals.house.app.mailOwner(visitor, at, outcome.id, wish), 'address', address);
  },
  async confirmMail(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
    return mailed(event, await event.locals.house.app.confirmOwnerMail(visitor, at, outcome.id, typed), 'code', '');
  },
  async stopMail(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    return mailed(event, await event.locals.house.app.stopOwnerMail(visitor, at, outcome.id), 'address', '');
  },
};

/** What a form that was refused leaves on the page. */
interface Kept {
  readonly typed: { readonly status: string; readonly because: string; readonly due: string } | null;
  readonly faults: readonly Fault[];
  /** Of what was told of another way. */
  readonly turn: readonly Fault[];
}
const NOTHING: Kept = { typed: null, faults: [], turn: [] };

function mailed(event: RequestEvent, asked: Asked, field: 'address' | 'code', typed: string) {
  return 'refused' in asked
    ? refusedForm(event, asked, { ...NOTHING, mail: { field, typed } })
    : redirect(303, `${event.url.pathname}#mail`);
}

/** The one outcome that this seat answers for; to others there is nothing here. */
async function whoOwns(event: SeatEvent) {
  const { visitor, at } = await whoseSeat(event);
  const found = await event.locals.house.app.read(at.conversation, (situation, words) => {
    const { state, kinds } = situation;
    const seat = state.seats.get(at.seat);
    const outcome = state.outcomes.find((each: Outcome) => each.dropped === null && owns(seat, each));
    const kind = outcome && kinds[outcome.kind];
    const title = state.scope.title && words(state.scope.title);
    return outcome && kind ? { outcome, kind, title, published: isPublished(state) } : null;
  });
  if (!found) error(404);
  return { visitor, at, ...found };
}
