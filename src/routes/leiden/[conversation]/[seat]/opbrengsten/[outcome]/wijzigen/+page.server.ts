import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { cardsByStep, cardsNamed } from '#report/offers.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../../../../refusedForm.server.ts';
import { whoLeads } from '../../../../../leading.server.ts';
import { answersIn, faultsIn, noAnswerIn } from '../../faults.ts';
import { outcomeAt } from '../../listed.ts';
import { typedIn, typedOf, withRow } from '../../typed.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { at, kind, outcome } = await changing(event);
  const { url, locals, params } = event;
  const all = outcome.cards;
  const read = await locals.house.app.read(at.conversation, (now, words) => {
    const lines = new Map(cardsNamed(now, words, locals.language, all).map(({ id, line }) => [id, line]));
    return {
      begun: { ...typedOf(outcome, kind, words), cards: all },
      cards: all.map((id) => ({ id, line: lines.get(id) ?? null })),
      steps: cardsByStep(now, words, locals.language, kind.kind),
    };
  });
  if (!read) error(404);
  const saw = outcome.history.length + outcome.changes.length;
  return { ...at, outcome: params.outcome, ticket: freshId(), kind, saw, query: url.searchParams.toString(), ...read };
};

export const actions: Actions = {
  async more(event) {
    const { kind } = await changing(event);
    const form = await event.request.formData();
    return { typed: withRow(typedIn(form, kind), textOf(form, 'more')), faults: [], sentence: '', stale: false };
  },

  async change(event) {
    const { visitor, at, kind, outcome } = await changing(event);
    const form = await event.request.formData();
    const typed = typedIn(form, kind);
    const faults = [
      ...faultsIn(kind, typed, 'because', event.locals.house.app.today()),
      ...noAnswerIn(answersIn(kind, typed), form.get('sure') === 'yes'),
    ];
    if (faults.length > 0) return fail(400, { typed, faults, sentence: '', stale: false });
    const { due: _, ...words } = typed;
    const action = { ...words, type: 'changeOutcome', outcome: outcome.id, saw: Number(textOf(form, 'saw')) } as const;
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), action);
    if (!taken.accepted) return refusedForm(event, taken, { typed, faults, stale: taken.refused === 'changedSince' });
    redirect(303, `/leiden/${at.conversation}/${at.seat}/opbrengsten/${outcome.id}?bewaard=ja`);
  },
};

/** One that was dropped is put back before it is changed. */
async function changing(event: Pick<RequestEvent, 'locals' | 'params'>) {
  const leading = await whoLeads(event);
  const outcome = outcomeAt(leading.situation, event.params.outcome);
  const kind = outcome && leading.situation.kinds[outcome.kind];
  if (!outcome || !kind || outcome.dropped !== null) error(404);
  return { ...leading, outcome, kind };
}
