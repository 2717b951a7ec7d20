import * as v from 'valibot';
import type { Perspective } from '#conversation/format.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { name, perspectives, whole, words } from './pieces.ts';
import { readAs } from './readAs.ts';

/** How someone comes in: as what, and in which role when the format offers a choice. */
export interface JoinWish {
  readonly role?: string | undefined;
  readonly perspectives: readonly Perspective[];
  /** The table whose QR was scanned. */
  readonly table?: number | undefined;
  /** Nobody real comes in: then only into a rehearsal. */
  readonly simulated?: true | undefined;
}

export function parseJoinWish(raw: unknown): { readonly wish: JoinWish } | Refusal {
  const result = readAs(JOIN_WISH, raw);
  return 'read' in result ? { wish: result.read } : result;
}

/** What a facilitator starts a conversation with. */
export interface Preparation {
  readonly format: string;
  readonly title: string;
  readonly about: string;
  readonly decides: string;
  readonly hearBack: string;
  readonly minutes?: { readonly [phase: string]: number } | undefined;
  readonly choices?: { readonly [setting: string]: string } | undefined;
  readonly tables?: number | undefined;
  readonly rehearsal?: boolean | undefined;
}

export function parsePreparation(raw: unknown): { readonly preparation: Preparation } | Refusal {
  const result = readAs(PREPARATION, raw);
  return 'read' in result ? { preparation: result.read } : result;
}

const JOIN_WISH = v.strictObject({
  role: v.optional(name),
  perspectives: v.optional(perspectives, []),
  table: v.optional(whole),
  simulated: v.optional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, JoinWish>;

const PREPARATION = v.strictObject({
  format: name,
  title: words,
  about: v.optional(words, ''),
  decides: v.optional(words, ''),
  hearBack: v.optional(words, ''),
  minutes: v.optional(v.record(name, whole)),
  choices: v.optional(v.record(name, name)),
  tables: v.optional(whole),
  rehearsal: v.optional(v.boolean()),
}) satisfies v.GenericSchema<unknown, Preparation>;
