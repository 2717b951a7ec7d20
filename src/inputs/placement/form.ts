import type { Json } from '#conversation/words.ts';
import { numberOf, numbersUnder, type ReadForm, textOf, whenFilled } from '../form.ts';
import type { PlacementUse } from './use.ts';

/** Fields `item`, `x`, `y`; or `item`, `row`, `column`; or `from`, `relation`, `to`, `text`; or `side.<id>`. */
export const readForm: ReadForm = (use, form) => READERS[(use as PlacementUse).way](form);

const READERS: { readonly [way in PlacementUse['way']]: (form: FormData) => Json | null } = {
  axes: readPoint,
  matrix: readCell,
  net: readLine,
  web: readWeb,
};

function readPoint(form: FormData): Json | null {
  const point = { item: textOf(form, 'item'), x: numberOf(form, 'x'), y: numberOf(form, 'y') };
  return whenFilled(point, point.item, point.x, point.y);
}

function readCell(form: FormData): Json | null {
  const cell = { item: textOf(form, 'item'), row: textOf(form, 'row'), column: textOf(form, 'column') };
  return whenFilled(cell, cell.item, cell.row, cell.column);
}

function readLine(form: FormData): Json | null {
  const line = { from: textOf(form, 'from'), to: textOf(form, 'to'), relation: textOf(form, 'relation') };
  const text = textOf(form, 'text');
  return whenFilled(text === '' ? line : { ...line, text }, line.from, line.to, line.relation);
}

function readWeb(form: FormData): Json | null {
  const values = numbersUnder(form, 'side');
  return whenFilled({ values }, values);
}
