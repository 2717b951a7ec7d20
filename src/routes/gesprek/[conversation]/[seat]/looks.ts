import type { LookProps, ShownProps } from '#inputs/look.ts';
import type { Component } from 'svelte';

/** The looks of some inputs. They are loaded when a step needs them, so that a phone carries no more than it uses. */
export interface Looks {
  readonly phone: { readonly [kind: string]: Component<LookProps> };
  readonly shown: { readonly [kind: string]: Component<ShownProps> };
}

export async function loadLooks(kinds: readonly string[], shownKinds: readonly string[]): Promise<Looks> {
  const [phone, shown] = await Promise.all([load(PHONE, 'phone', kinds), load(SHOWN, 'shown', shownKinds)]);
  return { phone, shown };
}

interface Look<Props extends object> {
  readonly default: Component<Props>;
}
type Found<Props extends object> = { readonly [path: string]: () => Promise<Look<Props>> };

const PHONE: Found<LookProps> = import.meta.glob<Look<LookProps>>('/src/inputs/*/phone.svelte');
const SHOWN: Found<ShownProps> = import.meta.glob<Look<ShownProps>>('/src/inputs/*/shown.svelte');

async function load<Props extends object>(
  found: Found<Props>,
  look: string,
  kinds: readonly string[],
): Promise<{ readonly [kind: string]: Component<Props> }> {
  const loaded = await Promise.all(
    [...new Set(kinds)].map(async (kind) => {
      const module = await found[`/src/inputs/${kind}/${look}.svelte`]?.();
      return module ? [[kind, module.default] as const] : [];
    }),
  );
  return Object.fromEntries(loaded.flat());
}
