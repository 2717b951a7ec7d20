import type { OutcomeWords, TypedFields } from '#conversation/action.ts';
import { SEEN_BY, type Outcome, type OutcomeField, type OutcomeKind } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json, TextId, WordsOf } from '#conversation/words.ts';
import { textOf, textsOf } from '#inputs/form.ts';

/** What somebody typed about an outcome, as it comes in and as the page shows it again. */
export interface Typed extends OutcomeWords {
  readonly due: string;
  readonly because: string;
}

export type TypedRow = { readonly [column: string]: string };

/** How many empty rows a new table begins with. */
const FIRST_ROWS = 2;
const MOST_ROWS = 100;

export function typedIn(form: FormData, kind: OutcomeKind): Typed {
  const seenBy = SEEN_BY.find((each) => each === textOf(form, 'seenBy')) ?? 'everyone';
  return {
    fields: Object.fromEntries(
      kind.fields.map((field) => [field.key, field.type === 'rows' ? rowsIn(form, field) : textOf(form, nameOf(field))]),
    ),
    cards: textsOf(form, 'card') as EntryId[],
    owner: textOf(form, 'owner'),
    theme: textOf(form, 'theme'),
    seenBy,
    due: textOf(form, 'due'),
    because: textOf(form, 'because'),
  };
}

/** With one more row in the table whose button was pressed. */
export function withRow(typed: Typed, key: string): Typed {
  const rows = rowsOf(typed.fields, key);
  return { ...typed, fields: { ...typed.fields, [key]: [...rows, {}].slice(0, MOST_ROWS) } };
}

/** What stands now, ready to be changed. */
export function typedOf({ fields, cards, owner, theme, seenBy }: Outcome, kind: OutcomeKind, words: WordsOf): Typed {
  const said = (text: TextId | null) => (text && words(text)) ?? '';
  return {
    fields: Object.fromEntries(kind.fields.map((field) => [field.key, typedField(field, fields[field.key], words)])),
    cards,
    owner: said(owner.name),
    theme: said(theme),
    seenBy,
    due: '',
    because: '',
  };
}

export function nothingTyped(kind: OutcomeKind): Typed {
  const fields = Object.fromEntries(kind.fields.map((field) => [field.key, typedField(field, undefined, () => null)]));
  return { fields, cards: [], owner: '', theme: '', seenBy: 'everyone', due: '', because: '' };
}

export function nameOf({ key }: Pick<OutcomeField, 'key'>): string {
  return `field.${key}`;
}

export function cellName({ key }: Pick<OutcomeField, 'key'>, row: number, column: string): string {
  return `row.${key}.${row}.${column}`;
}

export function rowsOf(fields: TypedFields, key: string): readonly TypedRow[] {
  const typed = fields[key];
  return typeof typed === 'string' || typed === undefined ? [] : typed;
}

export function wordsOf(fields: TypedFields, key: string): string {
  const typed = fields[key];
  return typeof typed === 'string' ? typed : '';
}

function rowsIn(form: FormData, field: OutcomeField): readonly TypedRow[] {
  const rows: TypedRow[] = [];
  for (let row = 0; row < MOST_ROWS && hasRow(form, field, row); row++) {
    rows.push(Object.fromEntries((field.columns ?? []).map(({ key }) => [key, textOf(form, cellName(field, row, key))])));
  }
  return rows;
}

function hasRow(form: FormData, field: OutcomeField, row: number): boolean {
  return (field.columns ?? []).some(({ key }) => form.has(cellName(field, row, key)));
}

function typedField(field: OutcomeField, value: Json | undefined, words: WordsOf): TypedFields[string] {
  if (field.type === 'rows') return typedRows(field, value as readonly TypedRow[] | undefined, words);
  if (value === undefined) return '';
  return field.type === 'line' || field.type === 'text' ? (words(value as TextId) ?? '') : (value as string);
}

function typedRows({ columns = [] }: OutcomeField, rows: readonly TypedRow[] | undefined, words: WordsOf): readonly TypedRow[] {
  if (!rows) return Array.from({ length: FIRST_ROWS }, () => ({}));
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ key, options }) => [key, options ? (row[key] ?? '') : (row[key] && words(row[key] as TextId)) || '']),
    ),
  );
}
