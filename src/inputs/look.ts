import type { InputUse } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { CardInSight, OwnCardShape, SumShape, TallyShape } from '#conversation/views/shapes.ts';
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
  /** Which of those are mine. */
  readonly own: ReadonlySet<string>;
  /** What to start from: what I wrote before, or what was refused. Its shape is that of the act. */
  readonly before: Json | null;
  /** Something that was sent before is being changed. */
  readonly correcting?: boolean | undefined;
  readonly locale: Language;
  /** Keeps an act to send it; resolves when the phone has it. Absent without script: then the form posts itself. */
  readonly submit?: ((act: Json, form: FormData) => Promise<void>) | undefined;
  /** Under the fields: who will see it, and the buttons. What is secret has a promise of its own. */
  readonly foot: Snippet<[save: string, secret: boolean]>;
}

/** Where a form goes when there is no script. */
export interface FormTarget {
  readonly action: string;
  readonly hidden: { readonly [name: string]: string };
  /** Where what was typed stays until it is sent; absent when nothing should stay. */
  readonly draft?: Draft | undefined;
}

export interface Draft {
  load(): Promise<Typed>;
  keep(typed: Typed): void;
  drop(): void;
}
export type Typed = readonly (readonly [name: string, value: string])[];

/** What phone, wall and report hand to `inputs/<kind>/shown.svelte`: all that may be shown of one use. */
export interface ShownProps {
  readonly use: InputUse;
  readonly entries: readonly CardInSight[];
  /** What they say together; nulls in it when they were too few. */
  readonly sum: SumShape | null;
  /** The result of a secret vote. */
  readonly tally: TallyShape | null;
  /** Cards that entries may point at. */
  readonly cards: readonly CardInSight[];
  readonly locale: Language;
  /** The id an entry gets on this page, where others can lead to it. */
  readonly anchor?: ((entry: EntryId) => string) | undefined;
  /** Before a whole hall: few words, as large as they can be. */
  readonly hall?: boolean | undefined;
}

/** What paper hands to `inputs/<kind>/paper.svelte`, to write by hand, and `inputs/<kind>/tally.svelte`, to count what was chosen by hand. */
export interface PaperProps {
  readonly use: InputUse;
  readonly locale: Language;
}
