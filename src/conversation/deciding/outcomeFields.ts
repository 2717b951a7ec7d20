import type { TypedFields } from '../action.ts';
import { isDay } from '../day.ts';
import type { Outcome, OutcomeField, OutcomeKind } from '../outcome.ts';
import { personalIn } from '../personal.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { textsIn, type Json, type TextId } from '../words.ts';

/** What was typed, read field by field of its kind; words get ids by `keep`. Case texts are kept no more once it is adopted. */
export function fieldsOf({ fields }: OutcomeKind, typed: TypedFields, keep: (words: string) => TextId | null, isAdopted: boolean) {
  const known = new Set(fields.map(({ key }) => key));
  if (Object.keys(typed).some((key) => !known.has(key))) return refuse('wrongShape');
  const kept = isAdopted ? fields.flatMap(lasting) : fields;
  if (kept.some((field) => storiesIn(field, typed).some((story) => personalIn(story) !== null))) return refuse('personalData');
  const read: [string, Json][] = [];
  for (const field of kept) {
    const value = valueOf(field, typed[field.key] ?? '', keep);
    if (isRefusalOf(value)) return value;
    if (value === null && !field.optional) return refuse('fieldMissing');
    if (value !== null) read.push([field.key, value]);
  }
  return { read: Object.fromEntries(read) };
}

/** Case texts go when what was learned from them is adopted, also those of earlier wordings. */
export function untilAdopted({ fields, changes }: Outcome, kind: OutcomeKind): readonly TextId[] {
  const wordings = [fields, ...changes.map(({ before }) => before)];
  return wordings.flatMap((each) => kind.fields.flatMap((field) => passing(field, each[field.key] ?? null)));
}

function passing({ untilAdopted: whole, columns = [] }: OutcomeField, value: Json): readonly TextId[] {
  if (whole) return textsIn(value);
  const keys = columns.filter((column) => column.untilAdopted).map(({ key }) => key);
  const rows = keys.length > 0 && Array.isArray(value) ? (value as readonly { readonly [column: string]: string }[]) : [];
  return rows.flatMap((row) => keys.flatMap((key) => textsIn(row[key] ?? null)));
}

/** What was typed where somebody's story stands. */
function storiesIn({ key, columns = [] }: OutcomeField, typed: TypedFields): readonly string[] {
  const rows = typed[key] ?? [];
  if (typeof rows === 'string') return [];
  return rows.flatMap((row) => columns.flatMap((column) => (column.ofSomebody ? (row[column.key] ?? []) : [])));
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
