import type { EntryId } from '#conversation/state.ts';
import type {
  CardInSight,
  Cards,
  CardShape,
  EveryoneShape,
  MeShape,
  OwnCardShape,
  SumShape,
  TallyShape,
} from '#conversation/views/shapes.ts';
import type { OwnCard } from '#inputs/look.ts';
import { openSeat, type OpenSeat, type SeatOnPage, type SeatViews } from '#phone/index.ts';
import type { Reading } from '#words/spoken.ts';
import { createContext } from 'svelte';
import { Drafts } from './drafts.ts';
import { Later } from './later.ts';

/** The open seat with what these pages keep beside it. */
export interface PhoneSeat extends OpenSeat, SeatPaths {
  readonly drafts: Drafts;
  readonly later: Later;
}

const [theSeat, setSeat] = createContext<PhoneSeat>();
export { theSeat };

export interface SeatPaths {
  /** The path of the phone page of this seat. */
  readonly base: string;
  /** The path of this page. */
  readonly path: string;
  /** Whether it is a rehearsal: then every screen says so. */
  readonly rehearsal: boolean;
  /** The other language in which the questions are read here. */
  readonly reading: Reading | null;
}
export type SeatData = SeatOnPage & SeatPaths;

/** For this page and all below it. */
export function provideSeat(page: SeatData): PhoneSeat {
  const seat = openSeat(page);
  const later = new Later();
  return setSeat({
    ...seat,
    base: page.base,
    path: page.path,
    rehearsal: page.rehearsal,
    reading: page.reading,
    later,
    drafts: new Drafts(seat.notes, later),
  });
}

/** Every card in sight: my table's, the room's, and what is meant for my role. */
export function cardsInSight({ everyone, table, me }: SeatViews): readonly CardInSight[] {
  const found = [everyone, table, me].flatMap((view) => (view ? cardsOf(view) : []));
  return [...new Map(found.map((card) => [card.id, card])).values()];
}

export function ownCards(me: MeShape | undefined): readonly OwnCard[] {
  return Object.entries(me ?? {}).flatMap(([key, card]) =>
    key.startsWith('mine/') ? [{ ...(card as OwnCardShape), id: key.slice(5) as EntryId }] : [],
  );
}

/** The card that is being presented to the hall, by itself. */
export function presentedIn(everyone: EveryoneShape | undefined): Cards | null {
  const key = `card/${everyone?.presenting ?? ''}` as const;
  const card = everyone?.[key];
  return card ? { [key]: card } : null;
}

/** What I may point at: what is in sight or lies on my desk, and my own cards, also those that others do not see yet. */
export function cardsToUse(views: SeatViews): readonly CardInSight[] {
  const seen = [...new Map([...deskCards(views.me), ...cardsInSight(views)].map((card) => [card.id, card])).values()];
  const known = new Set(seen.map((card) => card.id));
  const table = views.me?.me.table ?? 0;
  const own = ownCards(views.me).filter((card) => !known.has(card.id));
  return [
    ...seen,
    ...own.map(({ id, input, kind, place, body, kept, among }) => {
      const card = { id, input, kind: kind ?? '', place, table, kept, sender: null, body };
      return among ? { ...card, among } : card;
    }),
  ];
}

/** Cards of the room that my role works with: more than others are sent. */
function deskCards(me: MeShape | undefined): readonly CardInSight[] {
  return Object.entries(me ?? {}).flatMap(([key, card]) =>
    key.startsWith('desk/') ? [{ ...(card as CardShape), id: key.slice(5) as EntryId }] : [],
  );
}

/** The kinds of all that others entered. */
export function kindsShown({ everyone, table, me }: SeatViews): readonly string[] {
  const parts = [everyone, table, me].flatMap((view) => Object.entries(view ?? {}));
  return parts.flatMap(([key, part]) => (SHOWN.test(key) ? [(part as { readonly kind: string }).kind] : []));
}

const SHOWN = /^(card|sum|tally)\//;

/** What a channel holds, by input. */
export interface Together {
  readonly entries: readonly CardInSight[];
  readonly sum: SumShape | null;
  readonly tally: TallyShape | null;
}

export function togetherIn(view: Cards | undefined, input: string): Together {
  const parts: readonly (readonly [string, CardShape | SumShape | TallyShape])[] = Object.entries(view ?? {});
  const find = (prefix: string) => parts.find(([key, part]) => key.startsWith(prefix) && part.input === input)?.[1] ?? null;
  return {
    entries: view ? cardsOf(view).filter((card) => card.input === input) : [],
    sum: find('sum/') as SumShape | null,
    tally: find('tally/') as TallyShape | null,
  };
}

/** The cards of one channel. */
export function cardsOf(view: Cards): readonly CardInSight[] {
  return Object.entries(view).flatMap(([key, card]: [string, CardShape]) =>
    key.startsWith('card/') ? [{ ...card, id: key.slice(5) as EntryId }] : [],
  );
}
