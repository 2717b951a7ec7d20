import type { Situation } from '#conversation/input.ts';
import type { OutcomeKind } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { cardsByStep, cardsNamed, offersOf, type StepWithCards } from '#report/offers.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import { whoLeads } from '../../../../leading.server.ts';
import { answersIn, faultsIn, noAnswerIn } from '../faults.ts';
import { asBefore } from '../listed.ts';
import { prefilled } from '../prefilled.ts';
import { nothingTyped, typedIn, withRow, type Typed } from '../typed.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  if (situation.state.status === 'preparing') error(404);
  const kind = situation.kinds[event.url.searchParams.get('soort') ?? ''] ?? null;
  const kinds = Object.values(situation.kinds).map(({ kind: id, name, explained }) => ({ id, name, explained }));
  const begun = kind && (await event.locals.house.app.read(at.conversation, (now, words) => begunOf(now, words, event, kind)));
  return {
    ...at,
    ticket: freshId(),
    kinds,
    kind,
    query: event.url.searchParams.toString(),
    ...(begun ?? { begun: null, cards: [], steps: [] }),
  };
};

export const actions: Actions = {
  async more(event) {
    const { kind } = await kindOf(event);
    const form = await event.request.formData();
    return { typed: withRow(typedIn(form, kind), textOf(form, 'more')), faults: [], sentence: '' };
  },

  async make(event) {
    const { visitor, at, kind } = await kindOf(event);
    const form = await event.request.formData();
    const typed = typedIn(form, kind);
    const faults = [
      ...faultsIn(kind, typed, 'due', event.locals.house.app.today()),
      ...noAnswerIn(answersIn(kind, typed), form.get('sure') === 'yes'),
    ];
    if (faults.length > 0) return fail(400, { typed, faults, sentence: '' });
    const { because: _, ...words } = typed;
    const action = { ...words, type: 'makeOutcome', kind: kind.kind } as const;
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), action);
    if (!taken.accepted) return refusedForm(event, taken, { typed, faults });
    redirect(303, `/leiden/${at.conversation}/${at.seat}/opbrengsten?bewaard=${taken.answer.outcome}`);
  },
};

async function kindOf(event: RequestEvent) {
  const leading = await whoLeads(event);
  const kind = leading.situation.kinds[event.url.searchParams.get('soort') ?? ''];
  return { ...leading, kind: kind ?? error(404) };
}

interface Begun {
  readonly begun: Typed;
  readonly cards: readonly { readonly id: EntryId; readonly line: string }[];
  readonly steps: readonly StepWithCards[];
}

/** What can be filled in already: what the chosen cards say, and the owner and day as of the last one. */
function begunOf(situation: Situation, words: WordsOf, { url, locals }: RequestEvent, kind: OutcomeKind): Begun {
  const offer = offersOf(situation, words, locals.language).find(({ index }) => String(index) === url.searchParams.get('aanbod'));
  const asked = url.searchParams.getAll('kaart').map((id) => id as EntryId);
  const cards = offer?.gathers ? offer.cards : cardsNamed(situation, words, locals.language, asked);
  const title = offer?.gathers ? offer.declared[locals.language] : (cards[0]?.line ?? '');
  const begun = nothingTyped(kind);
  return {
    begun: {
      ...begun,
      ...asBefore(situation, kind.kind, words, locals.house.app.today()),
      cards: cards.map(({ id }) => id),
      seenBy: offer?.seenBy ?? 'everyone',
      fields: prefilled(kind, begun, cards, title),
    },
    cards: cards.map(({ id, line }) => ({ id, line })),
    steps: cardsByStep(situation, words, locals.language, kind.kind),
  };
}
