import type { InputUse } from '#conversation/format.ts';
import type { PaperProps } from '#inputs/look.ts';
import type { Component } from 'svelte';

interface Look {
  readonly default: Component<PaperProps>;
}
type Looks = { readonly [path: string]: Look };
type PaperLooks = { readonly [path: string]: Look & { readonly isLarge: (use: InputUse) => boolean } };

const PAPER: PaperLooks = import.meta.glob('/src/inputs/*/paper.svelte', { eager: true });
const TALLY: Looks = import.meta.glob('/src/inputs/*/tally.svelte', { eager: true });

/** How an input is written by hand; nothing when that cannot be. */
export function paperLook({ kind }: InputUse): Component<PaperProps> | undefined {
  return PAPER[`/src/inputs/${kind}/paper.svelte`]?.default;
}

/** It needs more room than a postcard. */
export function isLarge(use: InputUse): boolean {
  return PAPER[`/src/inputs/${use.kind}/paper.svelte`]?.isLarge(use) ?? false;
}

/** How what was chosen by hand is counted; nothing where there is nothing to count. */
export function tallyLook({ kind }: InputUse): Component<PaperProps> | undefined {
  return TALLY[`/src/inputs/${kind}/tally.svelte`]?.default;
}
