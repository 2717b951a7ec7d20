import type { InputUse } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import type { Among, Option } from '../among.ts';

/** Something gets a place: between two axes, in a matrix, on a net, or on a web. */
export type PlacementUse = AxesUse | MatrixUse | NetUse | WebUse;

/** Between a horizontal (x) and a vertical (y) axis, on which every place is a number from −1 to 1, or from 0 to 1. */
export interface AxesUse extends Placement {
  readonly way: 'axes';
  readonly items: Among;
  readonly horizontal: Axis;
  readonly vertical: Axis;
}

export interface Axis {
  readonly label: Words;
  readonly from: -1 | 0;
  readonly low: Words;
  readonly high: Words;
}

/** In one cell, such as function × organisation. */
export interface MatrixUse extends Placement {
  readonly way: 'matrix';
  readonly items: Among;
  readonly rows: readonly Option[];
  readonly columns: readonly Option[];
}

/** A line of some kind from one item to another. */
export interface NetUse extends Placement {
  readonly way: 'net';
  readonly items: Among;
  readonly relations: readonly Option[];
  /** The line may bear a few words. */
  readonly described?: boolean;
}

/** A number from 0 to 10 on each side of life. */
export interface WebUse extends Placement {
  readonly way: 'web';
  readonly sides: readonly Option[];
}

interface Placement extends InputUse {
  readonly kind: 'placement';
  /** Whose picture it is. At a table there is one: the last hand decides. */
  readonly by: 'seat' | 'table';
}
