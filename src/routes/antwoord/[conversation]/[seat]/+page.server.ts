import { beginsOn, type Outcome } from '#conversation/outcome.ts';
import { owns } from '#conversation/owning.ts';
import { isPublished } from '#conversation/publishing.ts';
import type { State } from '#conversation/state.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { askedAt } from '#report/askedOfOthers.ts';
import { outcomeView } from '#report/thread.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { whoseSeat, type SeatEvent } from '../../../gesprek/at.server.ts';
import { sawOf } from '../../../leiden/[conversation]/[seat]/opbrengsten/drawn.ts';
import type { Fault } from '../../../leiden/[conversation]/[seat]/opbrengsten/faults.ts';
import { standingIn, type TypedStanding } from '../../../leiden/[conversation]/[seat]/opbrengsten/standingForm.ts';
import { ownerMailActions } from '../../../outcomes/ownerMail.server.ts';
import { refusedForm } from '../../../refusedForm.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One form; it needs no script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { visitor, at, outcome, kind, title, published, asked } = await whoOwns(event);
  const { app } = event.locals.house;
  const view = await app.read(at.conversation, (now, words) => outcomeView(now, outcome, words, 'owner', app.today(), () => false));
  if (!view) error(404);
  // They were not there: what was said they read when everybody may.
  const { cards, ...shown } = view;
  const isReadBack = cards.some((card) => card.card !== null || card.because !== 'withdrawn');
  const report = published ? `/verslag/${at.conversation}` : null;
  const saw = sawOf(outcome);
  const saved = event.url.searchParams.get('bewaard');
  const mail = await app.ownerMail(visitor, at, outcome.id);
  return {
    kind,
    title,
    view: shown,
    asked: view.now.due ? asked : [],
    cards: cards.length,
    isReadBack,
    report,
    saw,
    begins: beginsOn(outcome, kind, app.today()),
    saved,
    ticket: freshId(),
    mail: 'refused' in mail ? null : mail,
  };
};

export const actions: Actions = {
  async status(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    const form = await event.request.formData();
    const { typed, faults, stands } = standingIn(form, event.locals.house.app.today());
    if (!stands) return fail(400, { ...NOTHING, typed, faults, sentence: '' });
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), { type: 'setStatus', outcome: outcome.id, ...stands });
    if (taken.accepted) redirect(303, `${event.url.pathname}?bewaard=antwoord`);
    return refusedForm(event, taken, { ...NOTHING, typed });
  },
  async turn(event) {
    const { visitor, at, outcome } = await whoOwns(event);
    const form = await event.request.formData();
    const words = textOf(form, 'words');
    const open: readonly Fault[] = words.trim() === '' ? [{ fieldId: 'words', code: 'needsTurn' }] : [];
    if (open.length > 0) return fail(400, { ...NOTHING, turn: open, sentence: '' });
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), { type: 'tellTurn', outcome: outcome.id, words });
    if (taken.accepted) redirect(303, `${event.url.pathname}?bewaard=anders`);
    return refusedForm(event, taken, { ...NOTHING, words });
  },
  ...ownerMailActions<RequestEvent>(whoOwns),
};

/** What a form that was refused leaves on the page. */
interface Kept {
  readonly typed: TypedStanding | null;
  readonly faults: readonly Fault[];
  /** Of what was told of another way. */
  readonly turn: readonly Fault[];
  readonly words: string;
}
const NOTHING: Kept = { typed: null, faults: [], turn: [], words: '' };

/** The one outcome that this seat answers for; to others there is nothing here. */
async function whoOwns(event: SeatEvent) {
  const { visitor, at } = await whoseSeat(event);
  const { app } = event.locals.house;
  const today = app.today();
  const found = await app.read(at.conversation, (situation, words) => {
    const { state, kinds } = situation;
    const seat = state.seats.get(at.seat);
    const outcome = state.outcomes.find((each: Outcome) => each.dropped === null && owns(seat, each));
    const kind = outcome && kinds[outcome.kind];
    const title = state.scope.title && words(state.scope.title);
    return outcome && kind ? { outcome, kind, title, published: isPublished(state), asked: askedOfOwner(state, outcome, today) } : null;
  });
  if (!found) error(404);
  return { visitor, at, ...found };
}

/** What the format asks by now of who sees to such an outcome, in its own words. */
function askedOfOwner(state: State, outcome: Outcome, today: string) {
  const asked = askedAt(state, outcome, today).filter(({ asks, hasCome }) => hasCome && asks !== 'facilitator');
  return asked.map(({ id, question }) => ({ id, question }));
}
