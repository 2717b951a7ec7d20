import type { Situation } from '#conversation/input.ts';
import type { OutcomeKind } from '#conversation/outcome.ts';
import type { PointId } from '#conversation/harvest.ts';
import type { EntryId } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import {
  cardsByStep,
  cardsNamed,
  offersOf,
  pointsOffered,
  type Offer,
  type OfferedCard,
  type OfferedPoint,
  type StepWithCards,
} from '#report/offers.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import { whoLeads } from '../../../../leading.server.ts';
import { answersIn, faultsIn, noAnswerIn, ownWordsFaults, personalFaults } from '../faults.ts';
import { asBefore, type AsBefore } from '../listed.ts';
import { prefilled } from '../prefilled.ts';
import { nothingTyped, typedIn, withRow, type Typed } from '../typed.ts';
import { begunWith, carriedIn } from './carried.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  if (situation.state.status === 'preparing') error(404);
  const kind = situation.kinds[event.url.searchParams.get('soort') ?? ''] ?? null;
  const kinds = Object.values(situation.kinds).map(({ kind: id, name, explained }) => ({ id, name, explained }));
  const { app } = event.locals.house;
  const read = await app.read(at.conversation, (now, words) => {
    const asked = askedOf(now, words, event);
    return { ...asked, begun: kind && begunOf(now, words, event, kind, asked) };
  });
  if (!read) error(404);
  const { point, cards, begun } = read;
  // Not which form was sent last.
  const query = new URLSearchParams([...event.url.searchParams].filter(([name]) => !name.startsWith('/')));
  const pointGone = query.has('punt') && !point;
  if (pointGone) query.delete('punt');
  return {
    ...at,
    ticket: freshId(),
    kinds,
    kind,
    point,
    /** The table opened again. It is told once: the forms of this page ask for the point no more. */
    pointGone,
    query: query.toString(),
    cards: cards.map(({ id, line }) => ({ id, line })),
    from: fromWhat(point, cards),
    ...(begun ?? { begun: null, before: null, own: [], steps: [] }),
  };
};

export const actions: Actions = {
  async more(event) {
    const { kind } = await kindOf(event);
    const form = await event.request.formData();
    return { typed: withRow(typedIn(form, kind), textOf(form, 'more')), faults: [], sentence: '' };
  },

  /** It is something else after all: what was typed comes along to the choice. */
  async other(event) {
    const { kind } = await kindOf(event);
    return { carried: carriedIn(await event.request.formData(), kind) };
  },

  async begin(event) {
    const { kind } = await kindOf(event);
    return { typed: begunWith(await event.request.formData(), kind), faults: [], sentence: '' };
  },

  async make(event) {
    const { visitor, at, kind } = await kindOf(event);
    const { app, desk } = event.locals.house;
    const form = await event.request.formData();
    const typed = typedIn(form, kind);
    const isSure = form.get('sure') === 'yes';
    const from = await app.read(at.conversation, (now, words) => {
      const { point, cards } = askedOf(now, words, event);
      return notOf(point, [...cards, ...cardsNamed(now, words, event.locals.language, typed.cards)]);
    });
    const faults = [
      ...faultsIn(kind, typed, 'due', app.today()),
      ...noAnswerIn(answersIn(kind, typed), isSure),
      ...personalFaults(kind, typed, isSure),
      ...ownWordsFaults(kind, typed, from ?? [], isSure),
    ];
    if (faults.length > 0) return fail(400, { typed, faults, sentence: '' });
    const { because: _, ...words } = typed;
    const point = event.url.searchParams.get('punt') as PointId | null;
    const action = { ...words, type: 'makeOutcome', kind: kind.kind, ...(point && { point }) } as const;
    const taken = await desk.take(visitor, at, form.get('id'), action);
    const gone =
      !taken.accepted && taken.refused === 'unknownPoint' ? m.outcome_point_gone({}, { locale: event.locals.language }) : undefined;
    if (!taken.accepted) return refusedForm(event, taken, { typed, faults }, gone);
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
  readonly before: AsBefore;
  /** The fields that begin with somebody's own words. */
  readonly own: readonly string[];
  readonly steps: readonly StepWithCards[];
}

/** What the address asks to begin with. */
interface Asked {
  readonly offer: Offer | undefined;
  /** The point of a table, as far as it can be read. */
  readonly point: OfferedPoint | null;
  readonly cards: readonly OfferedCard[];
}

function askedOf(situation: Situation, words: WordsOf, { url, locals }: RequestEvent): Asked {
  const { searchParams: query } = url;
  const index = query.get('aanbod');
  const offer = index === null ? undefined : offersOf(situation, words, locals.language).find((each) => String(each.index) === index);
  const point = pointsOffered(situation, words).find(({ id }) => id === query.get('punt')) ?? null;
  const named = point?.cards ?? query.getAll('kaart').map((id) => id as EntryId);
  return { offer, point, cards: offer?.gathers ? offer.cards : cardsNamed(situation, words, locals.language, named) };
}

/** What can be filled in already: what the point or the chosen cards say, and the owner and day as of the last one. */
function begunOf(situation: Situation, words: WordsOf, { locals }: RequestEvent, kind: OutcomeKind, { offer, point, cards }: Asked): Begun {
  const title = offer?.gathers ? offer.declared[locals.language] : (point?.words ?? cards[0]?.line ?? '');
  const nothing = nothingTyped(kind);
  const before = asBefore(situation, kind.kind, words, locals.house.app.today());
  const begun: Typed = {
    ...nothing,
    ...before,
    cards: cards.map(({ id }) => id),
    seenBy: offer?.seenBy ?? 'everyone',
    fields: prefilled(kind, nothing, cards, title),
  };
  return {
    begun,
    before,
    own: ownWordsFaults(kind, begun, notOf(point, cards), false).map(({ fieldId }) => fieldId),
    steps: cardsByStep(situation, words, locals.language, kind.kind),
  };
}

/** With which another kind is begun from the same; empty where there is nothing, or more than an address can carry. */
function fromWhat(point: OfferedPoint | null, cards: readonly OfferedCard[]): string {
  if (cards.length > MOST_IN_ADDRESS) return '';
  return new URLSearchParams(point ? [['punt', point.id]] : cards.map(({ id }) => ['kaart', id])).toString();
}

/** What a table signed for is its own sentence, also when somebody's card says the same. */
function notOf(point: OfferedPoint | null, cards: readonly OfferedCard[]): readonly OfferedCard[] {
  return cards.filter(({ line }) => line !== point?.words);
}

const MOST_IN_ADDRESS = 100;
