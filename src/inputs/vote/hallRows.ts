import type { Ranked } from '../rank.ts';

/** A result for a hall: the columns it stands in, and the largest letters in which all of it fits. */
export interface HallRows<Row> {
  readonly columns: readonly (readonly Row[])[];
  readonly size: Size['name'];
}

/** More below each other would make the letters small. */
const LONGEST = 6;

export function hallRows<Row extends Ranked & { readonly name: string }>(rows: readonly Row[]): HallRows<Row> {
  const half = rows.length > LONGEST ? Math.ceil(rows.length / 2) : rows.length;
  const columns = [rows.slice(0, half), rows.slice(half)].filter((column) => column.length > 0);
  const fitting = SIZES.find((size) => columns.every((column) => heightOf(column, size, columns.length) <= ROOM));
  return { columns, size: (fitting ?? SMALLEST).name };
}

interface Size {
  readonly name: 'huge' | 'large' | 'usual' | 'small' | 'tiny';
  /** In em of a wall, as its styles say; a wall is some 46 em wide. */
  readonly letters: number;
}
const SMALLEST: Size = { name: 'tiny', letters: 0.75 };
const SIZES: readonly Size[] = [
  { name: 'huge', letters: 1.7 },
  { name: 'large', letters: 1.4 },
  { name: 'usual', letters: 1.05 },
  { name: 'small', letters: 0.9 },
  SMALLEST,
];

/** Below the question and above the foot. */
const ROOM = 9.2;
const WIDTH = 46;
const BETWEEN = 2;
/** In letters: the place, the dots, a sign, a line, and the air between rows. */
const BESIDE_NAME = 4.4;
const SIGN = 0.5;
const LINE = 1.2;
const AIR = 0.25;

function heightOf(column: readonly { readonly name: string }[], { letters }: Size, columns: number): number {
  const width = (WIDTH - BETWEEN * (columns - 1)) / columns;
  const signs = Math.floor((width / letters - BESIDE_NAME) / SIGN);
  const lines = column.reduce((sum, { name }) => sum + Math.max(1, Math.ceil(name.length / signs)), 0);
  return letters * (lines * LINE + column.length * AIR);
}
