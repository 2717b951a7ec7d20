import type { TypedFields } from '#conversation/action.ts';
import type { OutcomeColumn, OutcomeField, OutcomeKind } from '#conversation/outcome.ts';
import type { OfferedCard } from '#report/offers.ts';
import type { Typed, TypedRow } from './typed.ts';

/**
 * What cards say already, where it belongs: nobody types it twice, and everything can be changed before it is kept. Not
 * what could be guessed whose it is: what stands in an outcome may be read by everybody, now or later.
 */
export function prefilled(kind: OutcomeKind, begun: Typed, all: readonly OfferedCard[], title: string): TypedFields {
  const [first, ...further] = kind.fields;
  const cards = all.filter(({ guessable }) => !guessable);
  const alone = all.length === 1 ? cards[0] : undefined;
  const mayBeTitle = !all.some(({ guessable, line }) => guessable && line === title);
  const filled = further.flatMap((field) => {
    const value = field.type === 'rows' ? rowsFrom(field, cards) : alone?.fields[field.key];
    return value === undefined || value.length === 0 ? [] : [[field.key, value] as const];
  });
  return { ...begun.fields, ...(first && mayBeTitle && { [first.key]: title }), ...Object.fromEntries(filled) };
}

/** A row for each card that has something for it, and one to add to. What nobody chose stands in no order of tables. */
function rowsFrom({ columns = [] }: OutcomeField, cards: readonly OfferedCard[]): readonly TypedRow[] {
  const rows = [...cards]
    .sort(byChoice)
    .map((card) => rowFrom(columns, card))
    .filter((row) => Object.keys(row).length > 0);
  return rows.length === 0 ? [] : [...rows.slice(0, MOST), {}];
}

function byChoice(a: OfferedCard, b: OfferedCard): number {
  const place = ({ chosen }: OfferedCard) => chosen?.place ?? Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || (a.id < b.id ? -1 : 1);
}

/** More would be a list nobody reads: the cards themselves stay linked. */
const MOST = 30;

function rowFrom(columns: readonly OutcomeColumn[], card: OfferedCard): TypedRow {
  const cells = columns.flatMap((column) => {
    const words = cellFrom(column, card);
    return words === undefined || column.options ? [] : [[column.key, words] as const];
  });
  return Object.fromEntries(cells);
}

function cellFrom({ key, fromCard }: OutcomeColumn, { line, chosen, fields }: OfferedCard): string | undefined {
  if (fromCard === 'words') return line;
  if (fromCard === undefined) return fields[key];
  if (!chosen) return undefined;
  return String(fromCard === 'place' ? chosen.place : chosen.count);
}
