import type { FacilitatorAction } from '#conversation/action.ts';
import type { InputUse } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { useOf } from '#conversation/lookup.ts';
import { beginsOn, type Outcome } from '#conversation/outcome.ts';
import { pointIn, wordingOf } from '#conversation/points.ts';
import { cardsInReport } from '#conversation/publishing.ts';
import { isRefusal } from '#conversation/refusal.ts';
import type { WordsOf } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { askedAt } from '#report/askedOfOthers.ts';
import { dissentAt } from '#report/offers.ts';
import { outcomeView } from '#report/thread.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { shownLink } from '../../../../../link.server.ts';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import { whoLeads } from '../../../../leading.server.ts';
import { sawOf } from '../drawn.ts';
import type { Fault } from '../faults.ts';
import { outcomeAt } from '../listed.ts';
import { standingIn, type TypedStanding } from '../standingForm.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { visitor, at, kind, outcome } = await reading(event);
  const mail = await event.locals.house.app.ownerMail(visitor, at, outcome.id);
  const today = event.locals.house.app.today();
  const read = await event.locals.house.app.read(at.conversation, (now, words) => shownOf(now, outcome, words, today));
  if (!read?.view) error(404);
  const saw = sawOf(outcome);
  const begins = kind ? beginsOn(outcome, kind, today) : null;
  const saved = event.url.searchParams.get('bewaard') !== null;
  // Where this house brings no mail, it is not offered; who was written down before can still be taken off.
  const mails = !isRefusal(mail) && (mail.possible || mail.standing !== 'none');
  return { ...at, ticket: freshId(), kind, saw, begins, saved, mails, ...read, view: read.view };
};

export const actions: Actions = {
  async status(event) {
    const form = await event.request.formData();
    const { typed, faults, stands } = standingIn(form, event.locals.house.app.today());
    if (!stands) return fail(400, { part: 'status', ...NOTHING, typed, faults, sentence: '', stale: false });
    return take(event, form, 'status', { ...NOTHING, typed, faults }, (outcome) => ({ type: 'setStatus', outcome, ...stands }));
  },

  async talkOver(event) {
    const form = await event.request.formData();
    return take(event, form, 'residents', NOTHING, (outcome) => ({ type: 'talkOver', outcome, heard: form.get('heard') === 'true' }));
  },

  async turn(event) {
    const form = await event.request.formData();
    const words = textOf(form, 'words');
    if (words.trim() === '')
      return fail(400, {
        part: 'turn',
        ...NOTHING,
        faults: [{ fieldId: 'words', code: 'needsTurn' }] as const,
        sentence: '',
        stale: false,
      });
    return take(event, form, 'turn', { ...NOTHING, words }, (outcome) => ({ type: 'tellTurn', outcome, words }));
  },

  /** Shown in this answer and never again. */
  async owner(event) {
    const { visitor, at, outcome } = await reading(event);
    const { app, address } = event.locals.house;
    const link = await app.ownerLink(visitor, at, outcome.id, (await event.request.formData()).get('id'));
    if (isRefusal(link)) return refusedForm(event, link, { part: 'owner', ...NOTHING, stale: false });
    return { part: 'owner', ...NOTHING, sentence: '', stale: false, link: shownLink(`${address}/antwoord/open`, link.secret) };
  },

  async drop(event) {
    const form = await event.request.formData();
    const because = textOf(form, 'why');
    if (because.trim() === '')
      return fail(400, {
        part: 'drop',
        ...NOTHING,
        faults: [{ fieldId: 'why', code: 'needsBecause' }] as const,
        sentence: '',
        stale: false,
      });
    return take(event, form, 'drop', { ...NOTHING, words: because }, (outcome) => ({ type: 'dropOutcome', outcome, because }));
  },

  async restore(event) {
    const form = await event.request.formData();
    return take(event, form, 'drop', NOTHING, (outcome) => ({ type: 'restoreOutcome', outcome }));
  },
};

interface Kept {
  readonly typed: TypedStanding | null;
  readonly faults: readonly Fault[];
  /** Of what was told of another way, or why it is dropped. */
  readonly words: string;
}
const NOTHING: Kept = { typed: null, faults: [], words: '' };

/** Takes what a form asked, and shows the page again; what was typed stays where it was refused. */
async function take(
  event: RequestEvent,
  form: FormData,
  part: 'status' | 'residents' | 'turn' | 'drop',
  kept: Kept,
  actionOf: (outcome: Outcome['id']) => FacilitatorAction,
) {
  const { visitor, at, outcome } = await reading(event);
  const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), actionOf(outcome.id));
  if (taken.accepted) redirect(303, `${event.url.pathname}?bewaard=ja`);
  return refusedForm(event, taken, { part, ...kept, stale: taken.refused === 'changedSince' });
}

async function reading(event: Pick<RequestEvent, 'locals' | 'params'>) {
  const leading = await whoLeads(event);
  const outcome = outcomeAt(leading.situation, event.params.outcome);
  const kind = outcome && leading.situation.kinds[outcome.kind];
  if (!outcome || !kind) error(404);
  return { ...leading, outcome, kind };
}

/** As whoever leads sees it, with how its cards were asked for, and why it was dropped. */
function shownOf(situation: Situation, outcome: Outcome, words: WordsOf, today: string) {
  const uses = outcome.cards.flatMap((id): readonly (readonly [string, InputUse])[] => {
    const entry = situation.state.entries.get(id);
    const use = entry && useOf(situation.state, entry);
    return use ? [[id, use]] : [];
  });
  const view = outcomeView(situation, outcome, words, 'leaders', today);
  const point = pointIn(situation.state, view?.point);
  const said = point && wordingOf(point);
  const told = said && words(said);
  return {
    view,
    point:
      point && told
        ? { table: point.table, cards: cardsInReport(situation.state, point), words: told, dissent: dissentAt(point, words) }
        : null,
    uses: Object.fromEntries(uses),
    /** While something is owed of it. */
    asked: view?.now.due ? askedAt(situation.state, outcome, today) : [],
    dropped: outcome.dropped === null ? null : { because: words(outcome.dropped) },
  };
}
