import { defineWays } from '../define.ts';
import { axes } from './axes.ts';
import { matrix } from './matrix.ts';
import { net } from './net.ts';
import type { PlacementUse } from './use.ts';
import { web } from './web.ts';

export type { PlacementUse } from './use.ts';

export const rules = defineWays('placement', (use: PlacementUse) => use.way, { axes, matrix, net, web });
