/** A table with a rounded top, seen from above, in the units of its drawing. */
export interface TableShape {
  readonly width: number;
  readonly height: number;
  /** Half of the straight part of the long side. */
  readonly straight: number;
  /** Radius of the round ends. */
  readonly radius: number;
  /** From the edge of the table to the middle of a seat. */
  readonly gap: number;
  /** Size of a seat when there is room for it. */
  readonly seat: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const WIDE_TABLE: TableShape = { width: 160, height: 108, straight: 18, radius: 28, gap: 14, seat: 17 };
export const SMALL_TABLE: TableShape = { width: 72, height: 54, straight: 9, radius: 11, gap: 8.5, seat: 11.5 };

/** Middles of the seats, evenly along the table's edge, clockwise from the middle of the far side. */
export function seatPlaces(count: number, table: TableShape): Place[] {
  const step = edgeLength(table) / Math.max(count, 1);
  return Array.from({ length: count }, (_, index) => placeAt(index * step, table));
}

/** How large each seat may be, so that neighbours never touch. */
export function seatSize(count: number, table: TableShape): number {
  return Math.min(table.seat, (edgeLength(table) / Math.max(count, 1)) * 0.84);
}

function edgeLength({ straight, radius, gap }: TableShape): number {
  return 4 * straight + 2 * Math.PI * (radius + gap);
}

/** The second half of the way round is the first half, turned about the middle of the table. */
function placeAt(distance: number, table: TableShape): Place {
  const half = edgeLength(table) / 2;
  const { right, down } = distance < half ? firstHalf(distance, table) : firstHalf(distance - half, table);
  const turn = distance < half ? 1 : -1;
  return { x: round(table.width / 2 + turn * right), y: round(table.height / 2 + turn * down) };
}

function firstHalf(distance: number, { straight, radius, gap }: TableShape): { right: number; down: number } {
  const reach = radius + gap;
  const angle = (distance - straight) / reach;
  if (angle < 0) return { right: distance, down: -reach };
  if (angle < Math.PI) return { right: straight + reach * Math.sin(angle), down: -reach * Math.cos(angle) };
  return { right: straight - (angle - Math.PI) * reach, down: reach };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
