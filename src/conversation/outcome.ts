import type { PointId } from './harvest.ts';
import type { Asked, Origin } from './library.ts';
import type { EntryId, SeatId, State } from './state.ts';
import type { Json, TextId, Words } from './words.ts';

/**
 * Something that lives on after a conversation (opbrengst): a proposal, a guideline, an experiment. It grows in the log
 * of the conversation it came from, also when that is closed and sealed, so that one thread runs from the sentence to
 * the effect. What it is made of is a matter of its kind (`outcomes/<kind>.ts`); how it stands is the same for all.
 */
export interface Outcome {
  readonly id: OutcomeId;
  readonly kind: string;
  /** By field of its kind; human words only as text ids. */
  readonly fields: { readonly [field: string]: Json };
  /** What it grew from. */
  readonly cards: readonly EntryId[];
  /** What a table said together, when it was made of that. */
  readonly point?: PointId;
  readonly owner: Owner;
  readonly theme: TextId | null;
  readonly seenBy: SeenBy;
  /** Oldest first; the last is how it stands now. */
  readonly history: readonly Standing[];
  /** What was changed in its words, and why; oldest first. */
  readonly changes: readonly OutcomeChange[];
  /** It was talked over with residents. */
  readonly withResidents: boolean;
  /** What those who said it notice of it, by the card they said. */
  readonly effects: { readonly [card: EntryId]: Effect };
  /** "Het loopt anders", oldest first. */
  readonly turns: readonly OutcomeTurn[];
  /** Where it was taken over from; null when it grew here. */
  readonly origin: Origin | null;
  /** What others asked about it, oldest first. */
  readonly asked: readonly Asked[];
  /** How much of it was said before it was opened to everybody, the opening with it; absent when it was open from the start. */
  readonly beforeOpening?: { readonly [said in 'history' | 'changes' | 'turns']: number };
  /** How often a card it grew from let go of words since it was made; absent for never. */
  readonly lost?: number;
  /** It is no longer there, because. */
  readonly dropped: TextId | null;
}
export type OutcomeId = string & { readonly outcomeId: true };

export const STATUSES = ['open', 'busy', 'succeeded', 'different', 'stopped', 'noBecause', 'notYetKnown'] as const;
export type OutcomeStatus = (typeof STATUSES)[number];
/** "Merk jij er iets van?" */
export const EFFECTS = ['yes', 'aLittle', 'no'] as const;
export type Effect = (typeof EFFECTS)[number];
/** `leaders`: those who lead this conversation, nobody else. */
export const SEEN_BY = ['everyone', 'leaders'] as const;
export type SeenBy = (typeof SEEN_BY)[number];

/** Who sees to it, as a function in words; the seat is there when they have a door of their own. */
export interface Owner {
  readonly name: TextId;
  readonly seat: SeatId | null;
}

/** How it stood from a moment on. */
export interface Standing {
  readonly status: OutcomeStatus;
  readonly because: TextId | null;
  /** The day, year-month-day, before which something is heard again; null when nothing is owed any more. */
  readonly due: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface OutcomeChange {
  readonly because: TextId;
  /** What its fields were before. */
  readonly before: Outcome['fields'];
  readonly at: number;
}

/** It goes another way than was said: told by who leads, or by whoever a card is of that it grew from. */
export interface OutcomeTurn {
  readonly card: EntryId | null;
  readonly words: TextId;
  /** Year-month-day: who said it may be one person, so no time is kept. */
  readonly on: string;
}

/** What must come about for people to notice anything: three conditions for success, as the founding texts name them. */
export const CONDITIONS = ['workDifferently', 'residentsTakePart', 'newCooperation'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What a kind of outcome must know about itself: plain data that can be read aloud. */
export interface OutcomeKind {
  readonly kind: string;
  readonly name: Words;
  /** In one sentence, for whoever chooses it. */
  readonly explained: Words;
  /** The first is its title. */
  readonly fields: readonly OutcomeField[];
  /** All of them when absent. */
  readonly statuses?: readonly OutcomeStatus[];
  /** It cannot be kept without a card that it grew from. */
  readonly needsCards?: true;
  /** One is made of many cards together, such as a map of themes. */
  readonly gathers?: true;
  /** Says "nog niet met inwoners besproken" until it was. */
  readonly needsResidents?: true;
  /** The condition for success that it is a sign of. */
  readonly shows?: Condition;
  /** Others may find it and take it over. */
  readonly inLibrary?: true;
  /** Earlier wordings stay readable, each with its number. */
  readonly versioned?: true;
  /** What its success is called, where that says more than "gelukt". */
  readonly success?: Words;
  /** A status at which the words of fields marked `untilAdopted` are erased. */
  readonly adoptedAt?: OutcomeStatus;
  /** Somebody does something with it from tomorrow; others are to read. */
  readonly takenOn?: true;
  /** Everyone whose card it grew from, and its owner, may say "het loopt anders". */
  readonly mayRunDifferently?: true;
}

/** What this kind calls it that it stands so; null where it has no words of its own for that. */
export function saidBy(kind: OutcomeKind | undefined, status: OutcomeStatus): Words | null {
  return (status === 'succeeded' && kind?.success) || null;
}

export interface OutcomeField {
  readonly key: string;
  readonly label: Words;
  readonly hint?: Words;
  /** `line` and `text` are words; `day` is year-month-day; `choice` one of the options; `rows` a list with the same columns. */
  readonly type: 'line' | 'text' | 'day' | 'choice' | 'rows';
  readonly options?: readonly { readonly id: string; readonly label: Words }[];
  readonly columns?: readonly OutcomeColumn[];
  readonly optional?: true;
  /** Whoever decides answers here: "we nemen het mee" is no answer. */
  readonly answers?: true;
  /** It begins on this day: before it nobody can say that it succeeded. */
  readonly begins?: true;
  /** May be filled in later; until then screens tell that it is not said yet. */
  readonly awaited?: true;
  /** Only those who lead may read it, whoever may see the outcome: such as what failed. */
  readonly leadersOnly?: true;
  /** Its words go when the outcome is adopted: case texts. */
  readonly untilAdopted?: true;
}

export interface OutcomeColumn {
  readonly key: string;
  readonly label: Words;
  readonly options?: OutcomeField['options'];
  /** What a row made of a card begins with here; else what the card says in a field of the same key. */
  readonly fromCard?: 'words' | 'place' | 'votes';
  /** Only the words of this column go when the outcome is adopted. */
  readonly untilAdopted?: true;
  /** Somebody's story stands here: what leads to one person is refused. */
  readonly ofSomebody?: true;
}

/** The kinds of the house: one plain list, handed to the pure functions. */
export type OutcomeKinds = { readonly [kind: string]: OutcomeKind };

/** Something is owed: so there is a day on which it is heard. */
const WAITING: ReadonlySet<OutcomeStatus> = new Set(['open', 'busy', 'notYetKnown']);
/** An honest no, or another way than was said, tells why. */
const WITH_REASON: ReadonlySet<OutcomeStatus> = new Set(['noBecause', 'different', 'stopped']);

export function isWaiting(status: OutcomeStatus): boolean {
  return WAITING.has(status);
}

export function needsReason(status: OutcomeStatus): boolean {
  return WITH_REASON.has(status);
}

export function standingNow({ history }: Pick<Outcome, 'history'>): Standing {
  const last = history.at(-1);
  if (!last) throw new Error('An outcome always stands somehow.');
  return last;
}

/** Those that are there, oldest first. */
export function outcomesOf({ outcomes }: State): readonly Outcome[] {
  return outcomes.filter(({ dropped }) => dropped === null);
}

export function outcomeIn({ outcomes }: State, id: OutcomeId): Outcome | undefined {
  return outcomes.find((each) => each.id === id);
}

/** What may be heard of it outside those who lead: nothing that was said while it was theirs alone. */
export function sinceOpening({ history, changes, turns, beforeOpening, seenBy }: Outcome): Pick<Outcome, 'history' | 'changes' | 'turns'> {
  if (!beforeOpening || seenBy === 'leaders') return { history, changes, turns };
  const opened = knownFrom({ history, changes, beforeOpening });
  const silent = history.map((each, index) => (index < beforeOpening.history ? { ...each, because: null, at: opened } : each));
  return {
    // How it stands now is seen, also when it stood so before.
    history: silent.slice(Math.min(beforeOpening.history, history.length - 1)),
    changes: changes.slice(beforeOpening.changes),
    turns: turns.slice(beforeOpening.turns),
  };
}

/** When those it is for could first know of it: it was made for them, or opened to them. */
export function knownFrom({ history, changes, beforeOpening }: Pick<Outcome, 'history' | 'changes' | 'beforeOpening'>): number {
  const opening = beforeOpening && changes[beforeOpening.changes - 1];
  return (opening ?? history[0])?.at ?? 0;
}

export function versionOf({ changes }: Outcome): number {
  return changes.length + 1;
}

export function titleOf({ fields }: Pick<Outcome, 'fields'>, kind: OutcomeKind | undefined): TextId | null {
  const key = kind?.fields[0]?.key;
  return ((key && fields[key]) ?? null) as TextId | null;
}

/** The day to come on which it begins, when there is one: nobody notices yet what did not begin. `today` is year-month-day, like the answer. */
export function beginsOn({ fields: filled }: Pick<Outcome, 'fields'>, { fields }: OutcomeKind, today: string): string | null {
  const days = fields.flatMap(({ key, begins }) => (begins && typeof filled[key] === 'string' ? [filled[key]] : []));
  return days.find((day) => day > today) ?? null;
}

/** Whether those who said it, or its owner, heard nothing in time. `today` is year-month-day. */
export function isOverdue(outcome: Outcome, today: string): boolean {
  const { status, due } = standingNow(outcome);
  return isWaiting(status) && due !== null && due < today;
}
