import { dayOf, daysBetween } from '#conversation/day.ts';
import type { PointId } from '#conversation/harvest.ts';
import type { Situation } from '#conversation/input.ts';
import {
  EFFECTS,
  isOverdue,
  outcomesOf,
  saidBy,
  sinceOpening,
  standingNow,
  titleOf,
  versionOf,
  type Effect,
  type Outcome,
  type OutcomeField,
  type OutcomeId,
  type OutcomeKind,
  type OutcomeStatus,
  type SeenBy,
} from '#conversation/outcome.ts';
import { signedPoints } from '#conversation/points.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json, TextId, Words, WordsOf } from '#conversation/words.ts';
import { cardOf, type ReportCard } from './cards.ts';
import { checkedReportOf, type CheckedReport } from './checked.ts';
import { partsShown, peopleShown, type Audience, type Part } from './numbers.ts';
import { standsThere } from './points.ts';
import { standingCards, type StandsInReport } from './toldOf.ts';

/** What lives on after a conversation, told in plain JSON: from the cards it grew from to what people notice of it. */
export interface OutcomeView {
  readonly id: OutcomeId;
  readonly kind: string;
  readonly name: Words;
  readonly title: string | null;
  /** Those that are filled in, or waited for, in their order; without the title. */
  readonly fields: readonly ShownField[];
  readonly cards: readonly OutcomeCard[];
  /** The point of a table that it was made of, for as long as that table signs for it. */
  readonly point?: PointId;
  readonly owner: string | null;
  readonly theme: string | null;
  readonly seenBy: SeenBy;
  readonly now: ShownStanding;
  /** Oldest first; the last is how it stands now. */
  readonly history: readonly ShownStanding[];
  /** Earlier wordings, oldest first. */
  readonly changes: readonly ShownChange[];
  /** Of a kind of which every wording has a number, such as 0.2 or, once adopted, 1.0. */
  readonly version: string | null;
  /** Whether it was talked over with residents; null where that is not asked. */
  readonly withResidents: boolean | null;
  /** "Het loopt anders", oldest first: what its owner told; those who lead read also what people told back. */
  readonly turns: readonly ShownTurn[];
  /** "Merk jij er iets van?"; null while too few answered. */
  readonly effects: EffectsShown | null;
  /** For how many days nobody heard what was owed; 0 when all is in time. */
  readonly daysLate: number;
}

/**
 * Those who lead see all of it. Who sees to it (`owner`) sees all of what was said of their own, but what only those who
 * lead may read, and the numbers that are for everybody.
 */
export type ThreadAudience = Audience | 'owner' | 'leaders';

export interface ShownField {
  readonly key: string;
  readonly label: Words;
  readonly shown: Shown;
}
/** `words` are null once they were erased; `awaited` is what nobody said yet and people may count on. */
export type Shown =
  | { readonly type: 'awaited' }
  | { readonly type: 'words'; readonly words: string | null }
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'choice'; readonly name: Words }
  | { readonly type: 'rows'; readonly columns: readonly Words[]; readonly rows: readonly (readonly (string | Words | null)[])[] };

/** A card it grew from, or why that can be read no more. */
export type OutcomeCard =
  | { readonly id: EntryId; readonly card: ReportCard }
  | { readonly id: EntryId; readonly card: null; readonly because: 'withdrawn' | 'keptBack' };

export interface ShownStanding {
  readonly status: OutcomeStatus;
  /** What its kind calls that; null where it has no words of its own for it. */
  readonly said: Words | null;
  readonly because: string | null;
  /** Year-month-day, as are all days here. */
  readonly due: string | null;
  readonly since: string;
}

export interface ShownChange {
  readonly because: string | null;
  readonly on: string;
  readonly title: string | null;
  readonly before: readonly ShownField[];
}

export interface ShownTurn {
  readonly from: 'owner' | 'people';
  readonly words: string | null;
  readonly on: string;
}

export interface EffectsShown {
  readonly total: number;
  readonly parts: { readonly [effect in Effect]: Part };
}

/** All that an audience may see, oldest first. `today` is year-month-day. */
export function threadOf(
  situation: Situation,
  words: WordsOf,
  audience: ThreadAudience,
  today: string,
  stands: StandsInReport = standsFor(situation, words, audience),
): readonly OutcomeView[] {
  return outcomesOf(situation.state)
    .filter((outcome) => maySee(outcome, audience))
    .flatMap((outcome) => outcomeView(situation, outcome, words, audience, today, stands) ?? []);
}

export function maySee({ seenBy }: Outcome, audience: ThreadAudience): boolean {
  return seenBy === 'everyone' || audience === 'leaders';
}

/** Null when this house does not know its kind (any more). */
export function outcomeView(
  situation: Situation,
  outcome: Outcome,
  words: WordsOf,
  audience: ThreadAudience,
  today: string,
  stands: StandsInReport = standsFor(situation, words, audience),
): OutcomeView | null {
  const kind = situation.kinds[outcome.kind];
  if (!kind) return null;
  const { id, owner, theme, seenBy } = outcome;
  const heard = audience === 'room' || audience === 'public' ? sinceOpening(outcome) : outcome;
  const read = (text: TextId | null) => text && words(text);
  const stood = standingNow(heard);
  const { due } = stood;
  return {
    id,
    kind: kind.kind,
    name: kind.name,
    title: read(titleOf(outcome, kind)),
    fields: fieldsShown(kind, outcome.fields, words, audience),
    cards: outcome.cards.flatMap((card) => cardShown(situation, card, words, stands) ?? []),
    ...(audience !== 'owner' && pointShown(situation, outcome, stands)),
    owner: read(owner.name),
    theme: read(theme),
    seenBy,
    now: standing(kind, stood, words),
    history: heard.history.map((each) => standing(kind, each, words)),
    changes: heard.changes.map(({ because, before, at }) => ({
      because: read(because),
      on: dayOf(at),
      title: read(titleOf({ fields: before }, kind)),
      before: fieldsShown(kind, before, words, audience),
    })),
    version: kind.versioned ? versionShown(outcome, kind) : null,
    withResidents: kind.needsResidents ? outcome.withResidents : null,
    turns: turnsShown(heard, words, () => audience === 'leaders' || audience === 'owner'),
    effects: effectsShown(outcome, audience),
    daysLate: due !== null && isOverdue(outcome, today) ? daysBetween(due, today) : 0,
  };
}

/** By the id that phones have, while the point stands in the report: nothing for who sees to it, who never read the points. */
function pointShown({ state }: Situation, { point }: Outcome, stands: StandsInReport): Pick<OutcomeView, 'point'> {
  const signed = point && signedPoints(state).find(({ id }) => id === point);
  const stood = (id: EntryId) => {
    const entry = state.entries.get(id);
    return entry !== undefined && stands(entry);
  };
  return signed && standsThere(state, signed, stood) ? { point: signed.id } : {};
}

function fieldsShown(kind: OutcomeKind, fields: Outcome['fields'], words: WordsOf, audience: ThreadAudience): readonly ShownField[] {
  const [, ...afterTitle] = kind.fields;
  return afterTitle.flatMap((field) => {
    const value = fields[field.key];
    if (field.leadersOnly && audience !== 'leaders') return [];
    if (value === undefined) return field.awaited ? [{ key: field.key, label: field.label, shown: { type: 'awaited' } }] : [];
    return [{ key: field.key, label: field.label, shown: shownOf(field, value, words) }];
  });
}

function shownOf({ type, options, columns = [] }: OutcomeField, value: Json, words: WordsOf): Shown {
  if (type === 'day') return { type, day: value as string };
  if (type === 'choice') return { type, name: optionName(options, value as string) };
  if (type !== 'rows') return { type: 'words', words: words(value as TextId) };
  const rows = value as readonly { readonly [column: string]: string }[];
  return {
    type,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      columns.map(({ key, options: choices }) => {
        const cell = row[key];
        if (cell === undefined) return null;
        return choices ? optionName(choices, cell) : words(cell as TextId);
      }),
    ),
  };
}

/** An option that is no longer offered is told by its id. */
function optionName(options: OutcomeField['options'], id: string): Words {
  return options?.find((option) => option.id === id)?.label ?? { nl: id, en: id };
}

/** The cards that a report shows. */
export function standsIn({ cards }: Pick<CheckedReport, 'cards'>): StandsInReport {
  return ({ id }) => cards[id] !== undefined;
}

/** What the report keeps back from them shows through no outcome either. The report is made only once a card is asked for. */
function standsFor(situation: Situation, words: WordsOf, audience: ThreadAudience): StandsInReport {
  if (audience === 'leaders') return standingCards(situation, words);
  let stands: StandsInReport | null = null;
  return (entry) => {
    stands ??= standsIn(checkedReportOf(situation, words, audience === 'room' ? 'room' : 'public'));
    return stands(entry);
  };
}

function cardShown(situation: Situation, id: EntryId, words: WordsOf, stands: StandsInReport): OutcomeCard | null {
  const entry = situation.state.entries.get(id);
  if (!entry) return null;
  const card = stands(entry) ? cardOf(situation, entry, words) : null;
  if (card) return { id, card };
  return { id, card, because: entry.status === 'withdrawn' ? 'withdrawn' : 'keptBack' };
}

function standing(kind: OutcomeKind, { status, because, due, at }: Outcome['history'][number], words: WordsOf): ShownStanding {
  return { status, said: saidBy(kind, status), because: because && words(because), due, since: dayOf(at) };
}

/** Below 1 until it is adopted; from then on the number after the point counts what changed since. */
function versionShown(outcome: Outcome, { adoptedAt }: OutcomeKind): string {
  const adopted = outcome.history.find(({ status }) => status === adoptedAt);
  if (!adopted) return adoptedAt ? `0.${versionOf(outcome)}` : String(versionOf(outcome));
  return `1.${outcome.changes.filter(({ at }) => at > adopted.at).length}`;
}

/** What its owner told, and what was told back with those cards that `reads` says. */
export function turnsShown({ turns }: Pick<Outcome, 'turns'>, words: WordsOf, reads: (card: EntryId) => boolean): readonly ShownTurn[] {
  const heard = turns.filter(({ card }) => card === null || reads(card));
  return heard.map(({ card, words: told, on }) => ({ from: card === null ? 'owner' : 'people', words: words(told), on }));
}

/** Who leads was in the room: no number is theirs that the room may not know. */
function effectsShown({ effects }: Outcome, audience: ThreadAudience): EffectsShown | null {
  const told = Object.values(effects);
  const total = peopleShown(told.length, audience === 'room' || audience === 'leaders' ? 'room' : 'public');
  if (total === null) return null;
  const counts = EFFECTS.map((effect) => [effect, told.filter((each) => each === effect).length] as const);
  return { total, parts: partsShown(Object.fromEntries(counts) as { readonly [effect in Effect]: number }) };
}
