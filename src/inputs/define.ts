import type { OnPaper } from '#conversation/paper.ts';
import type { InputUse } from '#conversation/format.ts';
import type { Imagination, InputRules, WriteContext, Written } from '#conversation/input.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json, Words, WordsOf } from '#conversation/words.ts';
import * as v from 'valibot';
import { FEW } from './few.ts';

/** An input as its own room writes it: with its own use, its act already parsed, and its own body. */
export interface Definition<Use extends InputUse, Act, Body extends Json> {
  readonly kind: Use['kind'];
  readonly act: v.GenericSchema<unknown, Act>;
  decide(context: Context<Use>, act: Act): Written | Refusal;
  view(use: Use, body: Body, words: WordsOf): Json;
  said?(use: Use, body: Body, words: WordsOf): Words | null;
  summary?(use: Use, bodies: readonly Body[], words: WordsOf): Json;
  /** Five where answers are summed up, else one. */
  fewest?(use: Use): number;
  inWords?: true;
  asksOnly?(use: Use): boolean;
  secret?(use: Use): boolean;
  tally?(use: Use, ballots: readonly Body[]): Counts;
  onPaper?(use: Use): OnPaper;
  imagine(use: Use, imagination: Imagination): Json | null;
  chosen?(use: Use, body: Body): EntryId | null;
  linksTo?(use: Use, body: Body): readonly EntryId[];
  meantOn?(use: Use, body: Body): string | null;
  refersTo?(use: Use): readonly string[];
  faults?(use: Use): readonly string[];
}

export type Context<Use extends InputUse> = WriteContext & { readonly use: Use };
export type Counts = { readonly [option: string]: number };

/**
 * Makes rules that fit in the one list of the house. Here, and nowhere else, a general use becomes
 * the use of this kind, a stored body the body of this kind, and what came in from outside an act.
 */
export function defineInput<Use extends InputUse, Act, Body extends Json>(own: Definition<Use, Act, Body>): InputRules {
  return {
    kind: own.kind,
    decide(context, act) {
      const parsed = v.safeParse(own.act, act);
      return parsed.success ? own.decide(context as Context<Use>, parsed.output) : refuse('wrongShape');
    },
    view: (use, body, words) => own.view(use as Use, body as Body, words),
    said: (use, body, words) => own.said?.(use as Use, body as Body, words) ?? null,
    summary: (use, entries, words) =>
      own.summary?.(
        use as Use,
        entries.map((entry) => entry.body as Body),
        words,
      ) ?? null,
    fewest: (use) => own.fewest?.(use as Use) ?? (own.summary ? FEW : 1),
    ...(own.inWords && { inWords: own.inWords }),
    asksOnly: (use) => own.asksOnly?.(use as Use) ?? false,
    secret: (use) => own.secret?.(use as Use) ?? false,
    tally: (use, ballots) => own.tally?.(use as Use, ballots as readonly Body[]) ?? {},
    onPaper: (use) => (own.secret?.(use as Use) ? (own.onPaper?.(use as Use) ?? null) : null),
    imagine: (use, imagination) => own.imagine(use as Use, imagination),
    chosen: (use, body) => own.chosen?.(use as Use, body as Body) ?? null,
    linksTo: (use, body) => own.linksTo?.(use as Use, body as Body) ?? [],
    meantOn: (use, body) => own.meantOn?.(use as Use, body as Body) ?? null,
    refersTo: (use) => own.refersTo?.(use as Use) ?? [],
    faults: (use) => own.faults?.(use as Use) ?? [],
  };
}

/** One kind that comes in several ways, each with rules of its own, such as a vote by dots or by consent. */
export function defineWays<Use extends InputUse, Way extends string>(
  kind: Use['kind'],
  wayOf: (use: Use) => Way,
  ways: { readonly [way in Way]: InputRules },
): InputRules {
  const pick = (use: InputUse) => ways[wayOf(use as Use)];
  return {
    kind,
    decide: (context, act) => pick(context.use).decide(context, act),
    view: (use, body, words) => pick(use).view(use, body, words),
    summary: (use, entries, words) => pick(use).summary(use, entries, words),
    fewest: (use) => pick(use).fewest?.(use) ?? 1,
    secret: (use) => pick(use).secret(use),
    tally: (use, ballots) => pick(use).tally(use, ballots),
    onPaper: (use) => pick(use).onPaper?.(use) ?? null,
    imagine: (use, imagination) => pick(use).imagine(use, imagination),
    chosen: (use, body) => pick(use).chosen?.(use, body) ?? null,
    linksTo: (use, body) => pick(use).linksTo?.(use, body) ?? [],
    meantOn: (use, body) => pick(use).meantOn?.(use, body) ?? null,
    refersTo: (use) => pick(use).refersTo?.(use) ?? [],
    faults: (use) => (Object.hasOwn(ways, wayOf(use as Use)) ? (pick(use).faults?.(use) ?? []) : [`unknown way "${wayOf(use as Use)}"`]),
  };
}
