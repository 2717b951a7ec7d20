import type { Authored } from '#conversation/authors.ts';
import type { Answer } from '#conversation/decision.ts';
import type { StoredEvent } from '#conversation/event.ts';
import type { Format } from '#conversation/format.ts';
import type { RunId, SeatId, State } from '#conversation/state.ts';
import type { Json, NewText, TextId } from '#conversation/words.ts';
import type { Origin } from '#conversation/library.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { Owed } from '#report/afterwards.ts';
import type { ConversationId, OrganiserId } from '../ids.ts';
import type { Noticed, OutcomeRow } from './outcomes.ts';
import type { Revocation } from './people.ts';
import type { SealingReceipt } from './receipts.ts';

export interface Conversations {
  create(conversation: NewConversation): Promise<void>;
  find(id: ConversationId): Promise<KnownConversation | null>;
  /** `today` is year-month-day. */
  listOf(organiser: OrganiserId, today: string): Promise<readonly ListedConversation[]>;
  /** It goes whole, with all that led to it; null when it is not of this organiser, or was ever open. What was lost by it is told. */
  discard(organiser: OrganiserId, conversation: ConversationId): Promise<readonly Revocation[] | null>;
  /** Those for which the clock has something to do before that time (ms since 1970). */
  dueBefore(time: number): Promise<readonly { readonly id: ConversationId; readonly dueAt: number }[]>;
}

export interface NewConversation {
  readonly id: ConversationId;
  readonly organiser: OrganiserId;
  /** The seat of the organiser, on whatever device. */
  readonly facilitatorSeat: SeatId;
  readonly format: Format;
  readonly rehearsal: boolean;
}
export type KnownConversation = NewConversation;

export interface ListedConversation {
  readonly id: ConversationId;
  readonly formatName: Format['name'];
  readonly title: string | null;
  readonly status: State['status'];
  readonly rehearsal: boolean;
  readonly createdAt: Date;
  readonly owed: Owed;
}

/** The log of a conversation and what is stored in one transaction with it. Of one that was thrown away each throws that it is `gone`. */
export interface Streams {
  /** Nobody else appends or casts meanwhile. `keys` are looked up along the way. Commits when `work` resolves, undoes all when it throws. */
  writing<T>(conversation: ConversationId, keys: readonly ActionKey[], work: (stream: OpenStream) => Promise<T>): Promise<T>;
  /** Nobody appends meanwhile, so that a run cannot end under a ballot; others may cast. */
  casting<T>(conversation: ConversationId, work: (stream: CastingStream) => Promise<T>): Promise<T>;
  /** One moment of the stream, for folding it from the beginning or from a snapshot. */
  reading<T>(conversation: ConversationId, work: (stream: PastStream) => Promise<T>): Promise<T>;
  /** How far each is; those that were thrown away are absent. */
  newestOf(conversations: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, Newest>>;
}

export interface Newest {
  /** The number of the last event. */
  readonly last: number;
  /** How often words went with something that was done in another conversation. */
  readonly erasedElsewhere: number;
}

export interface StreamTail {
  /** The number of the last event, 0 when nothing happened yet. */
  readonly last: number;
  after(number: number): Promise<Tail>;
}
export interface Tail {
  readonly last: number;
  readonly events: readonly StoredEvent[];
  readonly authored: readonly Authored[];
}

export interface OpenStream extends StreamTail {
  /** The answers that were already given to the keys asked for. */
  readonly remembered: readonly RememberedAnswer[];
  /** The ballots of a run by input. */
  ballots(run: RunId): Promise<{ readonly [input: string]: readonly Json[] }>;
  receipts(): Promise<readonly SealingReceipt[]>;
  /** Erased and unknown ones are absent. */
  words(texts: readonly TextId[]): Promise<ReadonlyMap<TextId, string>>;
  /** What stands in an outcome of another conversation. None of it goes, and nothing comes to it, before this is stored. */
  originalWords(of: Origin): Promise<ReadonlySet<string>>;
  /** Once, and last. It is stored when the writing has resolved, not yet when this has. */
  append(addition: Addition): Promise<void>;
}

export interface CastingStream extends StreamTail {
  /** The key that hides voters of this run; null when it has none yet. */
  ballotKey(run: RunId): Promise<Uint8Array | null>;
  /** Keeps the first key it is given. */
  addBallotKey(run: RunId, key: Uint8Array): Promise<void>;
  cast(ballot: Ballot): Promise<void>;
  /** What lies in the box of a run, by input. */
  ballots(run: RunId): Promise<{ readonly [input: string]: readonly Json[] }>;
}
export interface Ballot {
  readonly run: RunId;
  readonly input: string;
  readonly id: Uint8Array;
  readonly choice: Json;
}

export interface PastStream extends StreamTail {
  snapshot(rulesVersion: number): Promise<StoredSnapshot | null>;
  eventsAfter(number: number): AsyncIterable<readonly StoredEvent[]>;
  /** All entries each seat wrote, in order, all ready marks, and what people told about themselves. */
  authors(): Promise<{
    readonly entries: readonly (readonly [SeatId, readonly string[]])[];
    readonly ready: readonly Authored[];
    readonly told: readonly Authored[];
  }>;
}
export interface StoredSnapshot {
  readonly number: number;
  readonly parts: readonly string[];
}

export interface ActionKey {
  /** A seat, or `door`, `clock`, `house`. */
  readonly asker: string;
  readonly action: string;
}
export interface RememberedAnswer extends ActionKey {
  readonly bodyHash: string;
  readonly answer: Answer;
}

/** All that one flush stores. */
export interface Addition {
  readonly first: number;
  readonly events: readonly StoredEvent[];
  readonly texts: readonly NewText[];
  readonly erased: readonly TextId[];
  /** With the number of the event it came with. */
  readonly authored: readonly { readonly number: number; readonly what: Authored }[];
  readonly answers: readonly RememberedAnswer[];
  /** Their ballots and keys go. */
  readonly talliedRuns: readonly RunId[];
  readonly standing: Standing;
  /** Present when this flush seals: the tags that stay behind, while authors and answers go. */
  readonly ownerTags: readonly Uint8Array[] | null;
  /** The outcomes that something changed of; null for one that was dropped. */
  readonly outcomes: ReadonlyMap<OutcomeId, OutcomeRow | null>;
  /** Of which somebody told what they notice. */
  readonly noticed: ReadonlyMap<OutcomeId, Noticed>;
  /** Outcomes that somebody else sees to now: their mail address goes. And seats that owners had: what led there goes. */
  readonly ownersGone: { readonly outcomes: readonly OutcomeId[]; readonly seats: readonly SeatId[] };
}

/** What can be found of a conversation without folding it. */
export interface Standing {
  readonly status: State['status'];
  readonly title: TextId | null;
  /** Where it is about. */
  readonly place: TextId | null;
  /** Everybody may read of it. */
  readonly published: boolean;
  /** Counter-voices without an answer. */
  readonly voices: number;
  /** The final report is closed. */
  readonly finished: boolean;
  /** The promised day on which people hear something, year-month-day. */
  readonly hearBackOn: string | null;
  readonly dueAt: number | null;
}

export interface Texts {
  /** Erased and unknown ones are absent. */
  find(conversation: ConversationId, ids: readonly TextId[]): Promise<ReadonlyMap<TextId, string>>;
}
