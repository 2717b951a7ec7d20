import type { OutcomeId, OutcomeStatus } from '#conversation/outcome.ts';
import type { ConversationId, OrganiserId } from '../ids.ts';

/** What others may learn from and take over, found without folding it. Rehearsals are never among it, nor what was taken over itself. */
export interface Library {
  /** What answers best first; without words what is used most, then the newest. */
  find(asked: LibraryAsked): Promise<LibraryPage>;
  /** The words to choose from when it is narrowed, each once and in the order of the alphabet. */
  choices(reader: OrganiserId | null, kinds: readonly string[]): Promise<LibraryChoices>;
  /** How many conversations took it over, and how it goes with those that the reader may see. */
  taken(reader: OrganiserId | null, of: Origin): Promise<TakenOver>;
  /** In the conversations of this organiser: what others asked about, and nobody answered. */
  askedAbout(organiser: OrganiserId): Promise<readonly LibraryPlace[]>;
}

export interface Origin {
  readonly conversation: ConversationId;
  readonly outcome: OutcomeId;
}

export interface LibraryAsked {
  /** Sees what everybody may see, and all of their own conversations. Null: everybody. */
  readonly reader: OrganiserId | null;
  /** What may be in it at all. */
  readonly kinds: readonly string[];
  /** The text of a `tsquery`; null when nothing was typed. */
  readonly words: string | null;
  /** The text of a `tsquery`: what has more of it comes first. */
  readonly rankBy: string;
  readonly kind?: string;
  readonly status?: string;
  /** The text of a `tsquery`. */
  readonly theme?: string;
  readonly place?: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface LibraryPage {
  readonly total: number;
  readonly found: readonly FoundInLibrary[];
}

export interface LibraryPlace extends Origin {
  readonly title: string | null;
}

export interface FoundInLibrary extends LibraryPlace {
  readonly kind: string;
  readonly status: OutcomeStatus;
  readonly theme: string | null;
  readonly place: string | null;
  readonly conversationTitle: string | null;
  /** In how many other conversations it was taken over. */
  readonly usedBy: number;
}

export interface LibraryChoices {
  readonly themes: readonly string[];
  readonly places: readonly string[];
}

export interface TakenOver {
  readonly count: number;
  readonly told: readonly FoundInLibrary[];
}
