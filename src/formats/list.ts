import type { Format } from '#conversation/format.ts';
import type { KnownUse } from '#inputs/uses.ts';
import { burgertop } from './burgertop.ts';
import { dialoogtafel } from './dialoogtafel.ts';
import { dinerPensant } from './dinerPensant.ts';
import { inHuisZaaien } from './inHuisZaaien.ts';
import { ruimteVoorReflectie } from './ruimteVoorReflectie.ts';

/** The formats a facilitator can choose from, in the order in which they are offered. A new one is one file and one line here. */
export const formats: readonly Format<KnownUse>[] = [inHuisZaaien, ruimteVoorReflectie, dialoogtafel, dinerPensant, burgertop];
