import type { Origin } from '#conversation/library.ts';
import type { Effect, OutcomeId, OutcomeStatus, SeenBy } from '#conversation/outcome.ts';
import type { TextId } from '#conversation/words.ts';
import type { OutcomeSum } from '#report/direction.ts';
import type { ConversationId, OrganiserId } from '../ids.ts';

export type { OutcomeSum } from '#report/direction.ts';

/** What lives on after conversations, found without folding them. Rehearsals are never among it. */
export interface Outcomes {
  /** What waits stands first, by its day; then what is settled. */
  list(asked: OutcomesAsked): Promise<OutcomesPage>;
  /** All that a reader may see, added up. */
  sums(asked: Pick<OutcomesAsked, 'reader' | 'place'>): Promise<readonly OutcomeSum[]>;
  /** The words to choose from when a list is narrowed, each once and in the order of the alphabet. */
  choices(reader: OrganiserId | null): Promise<OutcomeChoices>;
}

export interface OutcomesAsked {
  /** Sees what everybody may see, and all of their own conversations. Null: everybody. */
  readonly reader: OrganiserId | null;
  readonly waiting?: boolean;
  /** Still waiting after its day. */
  readonly overdueOn?: string;
  readonly kind?: string;
  readonly owner?: string;
  readonly theme?: string;
  readonly place?: string;
  /** What stands together; by their day when absent. */
  readonly by?: OutcomesBy;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}
export const OUTCOMES_BY = ['day', 'owner', 'place', 'theme'] as const;
export type OutcomesBy = (typeof OUTCOMES_BY)[number];

export interface OutcomesPage {
  readonly total: number;
  readonly outcomes: readonly ListedOutcome[];
}

/** One outcome in a list. Words that were erased are null. */
export interface ListedOutcome {
  readonly conversation: ConversationId;
  readonly id: OutcomeId;
  readonly kind: string;
  readonly status: OutcomeStatus;
  readonly because: string | null;
  readonly waiting: boolean;
  /** Year-month-day. */
  readonly due: string | null;
  /** From which day it stands so, year-month-day; null where nobody knows any more. */
  readonly since: string | null;
  readonly seenBy: SeenBy;
  readonly title: string | null;
  readonly owner: string | null;
  readonly theme: string | null;
  readonly place: string | null;
  readonly conversationTitle: string | null;
  /** Everybody may read of the conversation it grew in. */
  readonly published: boolean;
}

/** How many of those who said it notice anything of it. Never to be shown as it stands: some numbers are too small. */
export type Noticed = { readonly [effect in Effect]: number };

export interface OutcomeChoices {
  readonly owners: readonly string[];
  readonly themes: readonly string[];
  readonly places: readonly string[];
}

/** How one outcome is kept beside the log, from what it is made of. */
export interface OutcomeRow {
  readonly id: OutcomeId;
  readonly kind: string;
  readonly status: OutcomeStatus;
  readonly because: TextId | null;
  readonly waiting: boolean;
  readonly due: string | null;
  /** Year-month-day. */
  readonly since: string;
  readonly seenBy: SeenBy;
  readonly title: TextId | null;
  readonly owner: TextId;
  readonly theme: TextId | null;
  readonly origin: Origin | null;
  /** How many questions of others wait for an answer. */
  readonly asked: number;
  readonly noticed: Noticed;
  /** All of its words. */
  readonly texts: readonly TextId[];
  /** What others may find it by: the text of a `tsvector`. */
  readonly search: string;
}
