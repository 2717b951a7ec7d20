import type { Imagination } from '#conversation/input.ts';
import { refuse } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import * as v from 'valibot';
import { amongFaults, hasOption, imaginedIds, keysOf, optionFaults, refusalFor } from '../among.ts';
import { defineInput } from '../define.ts';
import { fewest, groupedBy, mayShow, place } from './place.ts';
import type { MatrixUse } from './use.ts';

type MatrixBody = { readonly item: string; readonly row: string; readonly column: string };
export type MatrixView = MatrixBody;
/** How often each item stands in each cell. */
export type MatrixSummary = readonly {
  readonly item: string;
  readonly cells: readonly { readonly row: string; readonly column: string; readonly count: number }[];
}[];

export type MatrixAct = v.InferInput<typeof MATRIX_ACT>;
const MATRIX_ACT = v.strictObject({ item: v.string(), row: v.string(), column: v.string() });

export const matrix = defineInput<MatrixUse, MatrixAct, MatrixBody>({
  kind: 'placement',
  act: MATRIX_ACT,
  refersTo: (use) => keysOf(use.items),
  decide(context, act) {
    const { use } = context;
    if (!hasOption(use.rows, act.row) || !hasOption(use.columns, act.column)) return refuse('unknownChoice');
    return refusalFor(use.items, act.item, context) ?? place<MatrixBody>(context, act, (before) => before.item === act.item);
  },
  view: (_use, body): MatrixView => body,
  summary: (use, bodies): MatrixSummary =>
    groupedBy(bodies, (body) => body.item)
      .filter(([, placed]) => mayShow(use, placed.length))
      .map(([item, placed]) => ({ item, cells: cellsOf(placed) })),
  fewest,
  imagine,
  faults: (use) => [
    ...amongFaults(use.items),
    ...[...optionFaults(use.rows), ...optionFaults(use.columns)].map((fault) => `a side of the matrix ${fault}`),
  ],
});

function cellsOf(placed: readonly MatrixBody[]) {
  return groupedBy(placed, ({ row, column }) => JSON.stringify([row, column])).flatMap(([, same]) =>
    same.slice(0, 1).map(({ row, column }) => ({ row, column, count: same.length })),
  );
}

function imagine(use: MatrixUse, imagination: Imagination): Json | null {
  const { chance } = imagination;
  const item = chance.pick(imaginedIds(use.items, imagination));
  const row = chance.pick(use.rows);
  const column = chance.pick(use.columns);
  return item === undefined || !row || !column ? null : { item, row: row.id, column: column.id };
}
