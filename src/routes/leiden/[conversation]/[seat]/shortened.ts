import type { Shortening } from '#conversation/plan.ts';
import { spoken } from '#words/spoken.ts';

/** "Zaaien −2, gedekt −2". */
export function stepsIn(shorter: readonly Shortening[]): string {
  return shorter.map(({ line, by }) => `${spoken(line.name)} −${by}`).join(', ');
}
