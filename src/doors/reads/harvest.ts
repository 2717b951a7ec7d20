import type { Situation } from '#conversation/input.ts';
import { cardsOfTable, pointsAt, signedAt, tablesToHarvest } from '#conversation/points.ts';
import type { SatAt } from '#conversation/satDuring.ts';

/** How far the tables are with what they make of their cards. */
export interface HarvestStanding {
  readonly tables: readonly TableStanding[];
  readonly roomSigned: boolean;
}

export interface TableStanding extends SatAt {
  /** Cards that lie at no point. */
  readonly loose: number;
  readonly points: number;
  readonly signed: boolean;
}

export function harvestOf(situation: Situation): HarvestStanding {
  return {
    tables: tablesToHarvest(situation).map((where) => standing(situation, where)),
    roomSigned: situation.state.harvest.roomSignedAt !== null,
  };
}

function standing(situation: Situation, { table, seating }: SatAt): TableStanding {
  const { state } = situation;
  const points = pointsAt(state, { table, seating });
  const used = new Set(points.flatMap(({ cards }) => cards));
  const loose = cardsOfTable(situation, { table, seating }).filter(({ id }) => !used.has(id)).length;
  return { table, seating, loose, points: points.length, signed: signedAt(state, { table, seating }) !== null };
}
