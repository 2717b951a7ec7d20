import type { InputUse } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { CardInSight, OwnCardShape } from '#conversation/views/shapes.ts';
import type { Json, Language } from '#conversation/words.ts';
import type { Snippet } from 'svelte';

/** My own card as a look meets it. */
export type OwnCard = OwnCardShape & { readonly id: EntryId };

/** What the phone hands to `inputs/<kind>/phone.svelte`. The look draws fields; the phone says who will see it, and sends. */
export interface LookProps {
  readonly use: InputUse;
  readonly target: FormTarget;
  /** My entries of this input at this step. */
  readonly mine: readonly OwnCard[];
  /** Every card in sight, mine among them. */
  readonly cards: readonly CardInSight[];
  /** What to start from: what I wrote before, or what was refused. Its shape is that of the act. */
  readonly before: Json | null;
  readonly locale: Language;
  /** Keeps an act to send it; resolves when the phone has it. Absent without script: then the form posts itself. */
  readonly submit?: ((act: Json, form: FormData) => Promise<void>) | undefined;
  /** Under the fields: who will see it, and the buttons. */
  readonly foot: Snippet<[save: string]>;
}

/** Where a form goes when there is no script. */
export interface FormTarget {
  readonly action: string;
  readonly hidden: { readonly [name: string]: string };
  /** Under this name what was typed is kept on the phone; other forms on the page have other names. */
  readonly draft: string;
}

/** What phone, wall and report hand to `inputs/<kind>/shown.svelte`: the entries of one use, to be shown together. */
export interface ShownProps {
  readonly use: InputUse;
  readonly entries: readonly CardInSight[];
  /** Cards that entries may point at. */
  readonly cards: readonly CardInSight[];
  readonly locale: Language;
}
