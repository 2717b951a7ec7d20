import type { OutcomeWords, TypedFields } from '../action.ts';
import { dayOf, isDay } from '../day.ts';
import {
  isWaiting,
  needsReason,
  outcomeIn,
  standingNow,
  type Outcome,
  type OutcomeField,
  type OutcomeId,
  type OutcomeKind,
} from '../outcome.ts';
import { isForReport } from '../publishing.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { EntryId, State } from '../state.ts';
import { textsIn, type Json, type NewText, type TextId } from '../words.ts';
import { happened, newText, type Context, type DecidersFor } from './context.ts';

/** What lives on after a conversation: it is made, it stands somehow, it changes with a reason, and people tell what they notice of it. */
export const outcomes: DecidersFor<
  | 'makeOutcome'
  | 'changeOutcome'
  | 'setStatus'
  | 'seatOwner'
  | 'talkOver'
  | 'dropOutcome'
  | 'restoreOutcome'
  | 'tellEffect'
  | 'tellTurn'
  | 'tellTurnBack'
> = {
  makeOutcome(context, { kind: name, due, ...words }) {
    const kind = context.situation.kinds[name];
    if (!kind) return refuse('wrongShape');
    const reason = due === null ? refuse('needsDay') : reasonAgainstDay(context, due);
    if (reason) return reason;
    const made = madeOf(context, kind, words, null);
    if ('refused' in made) return made;
    const outcome = context.chance.id() as OutcomeId;
    const at = context.circumstances.now;
    const event = { type: 'outcomeMade' as const, outcome, kind: name, due, at, ...made.of };
    return happened([event], { texts: made.texts, answer: { outcome } });
  },

  changeOutcome(context, { outcome: id, because, ...words }) {
    const outcome = outcomeIn(context.state, id);
    const kind = outcome && context.situation.kinds[outcome.kind];
    if (!outcome || !kind) return refuse('unknownOutcome');
    const reason = newText(context.chance, because);
    if (!reason) return refuse('needsReason');
    const made = madeOf(context, kind, words, outcome);
    if ('refused' in made) return made;
    const event = { type: 'outcomeChanged' as const, outcome: id, because: reason.id, at: context.circumstances.now, ...made.of };
    return happened([event], { texts: [reason, ...made.texts], answer: { outcome: id } });
  },

  setStatus(context, { outcome: id, status, because, due }) {
    const outcome = outcomeIn(context.state, id);
    const kind = outcome && context.situation.kinds[outcome.kind];
    if (!outcome || !kind) return refuse('unknownOutcome');
    if (kind.statuses && !kind.statuses.includes(status)) return refuse('unknownChoice');
    const reason = newText(context.chance, because);
    if (needsReason(status) && !reason) return refuse('needsReason');
    if (isWaiting(status) && due === null) return refuse('needsDay');
    const wrongDay = due === null ? null : reasonAgainstDay(context, due);
    if (wrongDay) return wrongDay;
    const stood = { type: 'outcomeStood' as const, outcome: id, status, because: reason?.id ?? null, due, at: context.circumstances.now };
    const erased = kind.adoptedAt === status ? untilAdopted(outcome, kind) : [];
    return happened([stood], { texts: reason ? [reason] : [], erased, answer: { outcome: id } });
  },

  seatOwner: (_, { outcome, seat }) => happened([{ type: 'ownerSeated', outcome, seat }], { answer: { outcome } }),
  talkOver: (_, { outcome, heard }) => happened([{ type: 'outcomeTalkedOver', outcome, heard }], { answer: { outcome } }),

  dropOutcome({ chance }, { outcome, because }) {
    const reason = newText(chance, because);
    if (!reason) return refuse('needsReason');
    return happened([{ type: 'outcomeDropped', outcome, because: reason.id }], { texts: [reason], answer: { outcome } });
  },
  restoreOutcome: (_, { outcome }) => happened([{ type: 'outcomeRestored', outcome }], { answer: { outcome } }),

  tellEffect: (_, { outcome, entry, effect }) => happened([{ type: 'effectTold', outcome, entry, effect }], { answer: { outcome } }),
  tellTurn: (context, { outcome, words }) => turned(context, outcome, null, words),
  tellTurnBack: (context, { outcome, entry, words }) => turned(context, outcome, entry, words),
};

function turned({ chance, circumstances }: Context, outcome: OutcomeId, card: EntryId | null, words: string) {
  const told = newText(chance, words);
  if (!told) return refuse('needsText');
  const on = dayOf(circumstances.now);
  return happened([{ type: 'turnTold', outcome, card, words: told.id, on }], { texts: [told], answer: { outcome } });
}

/** Today still counts. */
function reasonAgainstDay({ circumstances }: Context, day: string): Refusal | null {
  if (!isDay(day)) return refuse('needsDay');
  return day < dayOf(circumstances.now) ? refuse('dayPassed') : null;
}

type Made = Pick<Outcome, 'fields' | 'cards' | 'theme' | 'seenBy'> & { readonly owner: TextId };

/** Its words get ids; what came in is looked at field by field of its kind. `before`: it is there already, and keeps the cards it has. */
function madeOf(context: Context, kind: OutcomeKind, words: OutcomeWords, before: Outcome | null) {
  const texts: NewText[] = [];
  const keep = (text: string): TextId | null => {
    const kept = newText(context.chance, text);
    if (kept) texts.push(kept);
    return kept?.id ?? null;
  };
  const owner = keep(words.owner);
  if (!owner) return refuse('needsOwner');
  const cards = [...new Set(words.cards)];
  if (cards.some((card) => !before?.cards.includes(card) && !mayBeLinked(context.state, card))) return refuse('unknownCard');
  if (kind.needsCards && cards.length === 0) return refuse('needsLinkedCard');
  const fields = fieldsOf(kind, words.fields, keep, before !== null && standingNow(before).status === kind.adoptedAt);
  if ('refused' in fields) return fields;
  const of: Made = { fields: fields.read, cards, owner, theme: keep(words.theme), seenBy: words.seenBy };
  return { of, texts };
}

/** Only what may stand in the report: what stayed at a table stays there. */
function mayBeLinked(state: State, card: string): boolean {
  const entry = state.entries.get(card);
  return entry !== undefined && isForReport(state, entry);
}

/** Case texts are kept no more once it is adopted. */
function fieldsOf({ fields }: OutcomeKind, typed: TypedFields, keep: (words: string) => TextId | null, isAdopted: boolean) {
  const known = new Set(fields.map(({ key }) => key));
  if (Object.keys(typed).some((key) => !known.has(key))) return refuse('wrongShape');
  const read: [string, Json][] = [];
  for (const field of isAdopted ? fields.flatMap(lasting) : fields) {
    const value = valueOf(field, typed[field.key] ?? '', keep);
    if (isRefusalOf(value)) return value;
    if (value === null && !field.optional) return refuse('fieldMissing');
    if (value !== null) read.push([field.key, value]);
  }
  return { read: Object.fromEntries(read) };
}

function lasting(field: OutcomeField): readonly OutcomeField[] {
  if (field.untilAdopted) return [];
  return [field.columns ? { ...field, columns: field.columns.filter(({ untilAdopted: passes }) => !passes) } : field];
}

function valueOf(field: OutcomeField, typed: TypedFields[string], keep: (words: string) => TextId | null): Json | Refusal {
  if (typeof typed === 'string') return field.type === 'rows' ? (typed === '' ? null : refuse('wrongShape')) : oneOf(field, typed, keep);
  if (field.type !== 'rows') return refuse('wrongShape');
  const rows = typed.map((row) => rowOf(field, row, keep)).filter((row) => Object.keys(row).length > 0);
  return rows.length === 0 ? null : rows;
}

function oneOf({ type, options }: Pick<OutcomeField, 'type' | 'options'>, typed: string, keep: (words: string) => TextId | null) {
  if (typed.trim() === '') return null;
  if (type === 'day') return isDay(typed) ? typed : refuse('needsDay');
  if (type === 'choice') return options?.some(({ id }) => id === typed) ? typed : refuse('unknownChoice');
  return keep(typed);
}

function rowOf({ columns = [] }: OutcomeField, row: { readonly [column: string]: string }, keep: (words: string) => TextId | null) {
  const cells = columns.flatMap(({ key, options }) => {
    const typed = row[key] ?? '';
    const cell = options ? (options.some(({ id }) => id === typed) ? typed : null) : keep(typed);
    return cell === null ? [] : [[key, cell] as const];
  });
  return Object.fromEntries(cells);
}

function isRefusalOf(value: Json | Refusal): value is Refusal {
  return value !== null && typeof value === 'object' && 'refused' in value;
}

/** Case texts go when what was learned from them is adopted, also those of earlier wordings. */
function untilAdopted({ fields, changes }: Outcome, kind: OutcomeKind): readonly TextId[] {
  const wordings = [fields, ...changes.map(({ before }) => before)];
  return wordings.flatMap((each) => kind.fields.flatMap((field) => passing(field, each[field.key] ?? null)));
}

function passing({ untilAdopted: whole, columns = [] }: OutcomeField, value: Json): readonly TextId[] {
  if (whole) return textsIn(value);
  const keys = columns.filter((column) => column.untilAdopted).map(({ key }) => key);
  const rows = keys.length > 0 && Array.isArray(value) ? (value as readonly { readonly [column: string]: string }[]) : [];
  return rows.flatMap((row) => keys.flatMap((key) => textsIn(row[key] ?? null)));
}
