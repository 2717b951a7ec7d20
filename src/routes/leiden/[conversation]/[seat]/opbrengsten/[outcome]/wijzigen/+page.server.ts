import type { Refusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { cardsByStep, cardsNamed } from '#report/offers.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../../../../refusedForm.server.ts';
import { whoLeads } from '../../../../../leading.server.ts';
import { drawnIn, drawnOf, type Drawn } from '../../drawn.ts';
import { answersIn, faultsIn, noAnswerIn, ownWordsFaults, personalFaults, type Fault } from '../../faults.ts';
import { outcomeAt } from '../../listed.ts';
import { typedIn, typedOf, withRow } from '../../typed.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { at, kind, outcome } = await changing(event);
  const { locals, params } = event;
  const all = outcome.cards;
  const read = await locals.house.app.read(at.conversation, (now, words) => {
    const lines = new Map(cardsNamed(now, words, locals.language, all).map(({ id, line }) => [id, line]));
    return {
      begun: { ...typedOf(outcome, kind, words), cards: all },
      drawn: drawnOf(outcome, words),
      cards: all.map((id) => ({ id, line: lines.get(id) ?? null })),
      steps: cardsByStep(now, words, locals.language, kind.kind),
    };
  });
  if (!read) error(404);
  return { ...at, outcome: params.outcome, ticket: freshId(), kind, ...read };
};

export const actions: Actions = {
  async more(event) {
    const { kind } = await changing(event);
    const form = await event.request.formData();
    const typed = withRow(typedIn(form, kind), textOf(form, 'more'));
    return { ...NOTHING, typed, drawn: drawnIn(form) };
  },

  async change(event) {
    const { visitor, at, kind, outcome } = await changing(event);
    const form = await event.request.formData();
    const typed = typedIn(form, kind);
    const isSure = form.get('sure') === 'yes';
    const { app, desk } = event.locals.house;
    const from = await app.read(at.conversation, (now, said) =>
      cardsNamed(now, said, event.locals.language, [...outcome.cards, ...typed.cards]),
    );
    const faults = [
      ...faultsIn(kind, typed, 'because', app.today()),
      ...noAnswerIn(answersIn(kind, typed), isSure),
      ...personalFaults(kind, typed, isSure),
      ...ownWordsFaults(kind, typed, from ?? [], isSure),
    ];
    const drawn = drawnIn(form);
    if (faults.length > 0) return fail(400, { ...NOTHING, typed, faults, drawn });
    const { due: _, ...words } = typed;
    const action = { ...words, ...drawn, type: 'changeOutcome', outcome: outcome.id } as const;
    const taken = await desk.take(visitor, at, form.get('id'), action);
    if (!taken.accepted) {
      const now = await app.read(at.conversation, (_, words) => drawnOf(outcome, words));
      return refusedForm(event, taken, { ...NOTHING, typed, ...knownFrom(taken, drawn, now) });
    }
    redirect(303, `/leiden/${at.conversation}/${at.seat}/opbrengsten/${outcome.id}?bewaard=ja`);
  },
};

/** What a form that was not kept leaves on the page. */
interface Kept {
  readonly faults: readonly Fault[];
  readonly sentence: string;
  /** It changed meanwhile; with `lost`, because words were taken out of it. */
  readonly stale: boolean;
  readonly lost: boolean;
  /** Null: what happened meanwhile stands on the page now. */
  readonly drawn: Drawn | null;
}
const NOTHING: Kept = { faults: [], sentence: '', stale: false, lost: false, drawn: null };

function knownFrom({ refused }: Refusal, drawn: Drawn, now: Drawn | null): Pick<Kept, 'stale' | 'lost' | 'drawn'> {
  const stale = refused === 'changedSince';
  return { stale, lost: stale && now?.lost !== drawn.lost, drawn: stale ? null : drawn };
}

/** One that was dropped is put back before it is changed. */
async function changing(event: Pick<RequestEvent, 'locals' | 'params'>) {
  const leading = await whoLeads(event);
  const outcome = outcomeAt(leading.situation, event.params.outcome);
  const kind = outcome && leading.situation.kinds[outcome.kind];
  if (!outcome || !kind || outcome.dropped !== null) error(404);
  return { ...leading, outcome, kind };
}
