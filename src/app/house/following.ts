import { dayOf } from '#conversation/day.ts';
import type { OutcomeId, OutcomeKinds } from '#conversation/outcome.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { directionOf, type Direction } from '#report/direction.ts';
import type { Place } from '../house.ts';
import { Library } from '../library.ts';
import type { Asked, MailStanding, MailWish } from '../mailing.ts';
import type { OwnerMail } from '../ownerMail.ts';
import type { Store } from '../ports.ts';
import type { OutcomeChoices, OutcomesAsked, OutcomesPage } from '../ports/outcomes.ts';
import type { Visitor } from '../ports/people.ts';
import type { Rooms } from '../rooms.ts';
import type { World } from '../world.ts';

/** What lives on after conversations. */
export interface Following {
  /** What can be made of cards. */
  readonly kinds: OutcomeKinds;
  readonly library: Library;
  /** What this visitor may read of: what everybody may, and all of the conversations an organiser made. */
  outcomes(visitor: Pick<Visitor, 'organiser'> | null, asked: Omit<OutcomesAsked, 'reader'>): Promise<OutcomesPage>;
  /** Numbers alone: the picture for who directs, as far as they may be told. */
  direction(visitor: Pick<Visitor, 'organiser'> | null, place?: string): Promise<Direction>;
  /** To narrow such a list by. */
  outcomeChoices(visitor: Pick<Visitor, 'organiser'> | null): Promise<OutcomeChoices>;
  /** Whether who sees to an outcome is mailed on the day something is owed. */
  ownerMail(visitor: Visitor, at: Place, outcome: OutcomeId): Promise<MailStanding | Refusal>;
  /** Mails its owner a code, to be typed in where it was asked for. */
  mailOwner(visitor: Visitor, at: Place, outcome: OutcomeId, wish: Omit<MailWish, 'news'>): Promise<Asked>;
  confirmOwnerMail(visitor: Visitor, at: Place, outcome: OutcomeId, typed: string): Promise<Asked>;
  stopOwnerMail(visitor: Visitor, at: Place, outcome: OutcomeId): Promise<Asked>;
  /** By the clock of the house, in milliseconds since 1970. */
  now(): number;
  /** The local day, year-month-day. */
  today(): string;
}

interface Parts {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly kinds: OutcomeKinds;
  readonly world: World;
  readonly ownerMail: OwnerMail;
}

export function following({ store, rooms, kinds, world, ownerMail }: Parts): Following {
  const { clock } = world;
  return {
    kinds,
    library: new Library({ store, rooms, kinds, world }),
    outcomes: (visitor, asked) => store.outcomes.list({ ...asked, reader: visitor?.organiser ?? null }),
    async direction(visitor, place) {
      const reader = visitor?.organiser ?? null;
      return directionOf(await store.outcomes.sums({ reader, ...(place !== undefined && { place }) }), kinds, place !== undefined);
    },
    outcomeChoices: (visitor) => store.outcomes.choices(visitor?.organiser ?? null),
    ownerMail: (visitor, at, outcome) => ownerMail.standing(visitor, at, outcome),
    mailOwner: (visitor, at, outcome, wish) => ownerMail.ask(visitor, at, outcome, wish),
    confirmOwnerMail: (visitor, at, outcome, typed) => ownerMail.confirm(visitor, at, outcome, typed),
    stopOwnerMail: (visitor, at, outcome) => ownerMail.stop(visitor, at, outcome),
    now: () => clock.now(),
    today: () => dayOf(clock.now()),
  };
}
