import type { InputUse } from '#conversation/format.ts';
import type { CardInSight, Cards, SumShape, Sums, TallyShape } from '#conversation/views/shapes.ts';
import type { ShownProps } from '#inputs/look.ts';
import type { Component } from 'svelte';
import { togetherIn } from './gesprek/[conversation]/[seat]/seat.ts';

/** How each input shows what was entered, for screens that are no phone: all of them at once. */
const LOOKS: { readonly [path: string]: { readonly default: Component<ShownProps> } } = import.meta.glob('/src/inputs/*/shown.svelte', {
  eager: true,
});

export function shownLook(kind: string): Component<ShownProps> | undefined {
  return LOOKS[`/src/inputs/${kind}/shown.svelte`]?.default;
}

/** All that may be shown of one use. */
export interface Shared {
  readonly use: InputUse;
  readonly entries: readonly CardInSight[];
  readonly sum: SumShape | null;
  readonly tally: TallyShape | null;
}

/** What a view shows, by use; uses of which there is nothing are left out. */
export function sharedByUse(uses: readonly InputUse[], view: Cards & Sums): readonly Shared[] {
  return uses
    .map((use) => ({ use, ...togetherIn(view, use.key) }))
    .filter(({ entries, sum, tally }) => entries.length > 0 || sum !== null || tally !== null);
}
