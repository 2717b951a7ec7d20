import type { InputUse } from '#conversation/format.ts';
import type { Imagination } from '#conversation/input.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Json, TextId, Words } from '#conversation/words.ts';
import * as v from 'valibot';
import { type Counts, defineInput } from '../define.ts';
import { isFew } from '../few.ts';
import { replacing } from '../replacing.ts';
import { clip, overLength, read } from '../text.ts';

/** How someone rates one or more things, each on a scale with words at its ends. */
export interface ScoreUse extends InputUse {
  readonly kind: 'score';
  readonly scales: readonly Scale[];
  /** Asks why, in words. */
  readonly reason?: { readonly label: Words; readonly required?: boolean; readonly maxWords?: number };
}

export interface Scale {
  readonly id: string;
  readonly label: Words;
  /** Whole numbers from minimum up to and including maximum. */
  readonly minimum: number;
  readonly maximum: number;
  /** Words at some of the steps; at least at both ends. */
  readonly steps: readonly { readonly at: number; readonly label: Words }[];
}

/** A scale someone passed over is not in `values`. */
type ScoreBody = { readonly values: Counts; readonly reason: TextId | null };
export type ScoreView = { readonly values: Counts; readonly reason: string | null };
/** Under five people a scale has no counts. `mean` has one decimal. */
export type ScoreSummary = {
  readonly turnout: number;
  readonly scales: { readonly [scale: string]: { readonly turnout: number; readonly counts: Counts | null; readonly mean: number | null } };
};

const SCORE_ACT = v.strictObject({ values: v.record(v.string(), v.pipe(v.number(), v.integer())), reason: v.optional(v.string(), '') });
type Act = v.InferOutput<typeof SCORE_ACT>;

const REASON_WORDS = 40;

export const rules = defineInput<ScoreUse, Act, ScoreBody>({
  kind: 'score',
  act: SCORE_ACT,
  decide(context, act) {
    const reason = act.reason.trim();
    const refusal = valuesRefusal(context.use, act.values) ?? reasonRefusal(context.use, reason);
    if (refusal) return refusal;
    const body = { values: act.values, reason: reason === '' ? null : context.text(reason) };
    return replacing(context, context.own, body, () => true);
  },
  view: (_use, body, words): ScoreView => ({ values: body.values, reason: read(body.reason, words) }),
  summary: (use, bodies): ScoreSummary => ({
    turnout: bodies.length,
    scales: Object.fromEntries(use.scales.map((scale) => [scale.id, sumUp(scale, bodies)])),
  }),
  imagine,
  faults: (use) => [...(use.scales.length === 0 ? ['has no scales'] : []), ...use.scales.flatMap(scaleFaults)],
});

function valuesRefusal(use: ScoreUse, values: Counts): Refusal | null {
  const given = Object.entries(values);
  if (given.length === 0) return refuse('empty');
  const known = given.every(([id, value]) =>
    use.scales.some((scale) => scale.id === id && value >= scale.minimum && value <= scale.maximum),
  );
  return known ? null : refuse('unknownChoice');
}

function reasonRefusal(use: ScoreUse, reason: string): Refusal | null {
  if (reason === '') return use.reason?.required ? refuse('needsReason') : null;
  return use.reason ? overLength(reason, use.reason.maxWords ?? REASON_WORDS) : refuse('wrongShape');
}

function sumUp(scale: Scale, bodies: readonly ScoreBody[]) {
  const values = bodies.flatMap((body) => body.values[scale.id] ?? []);
  const turnout = values.length;
  if (isFew(turnout)) return { turnout, counts: null, mean: null };
  const counts = Object.fromEntries(stepsOf(scale).map((step) => [step, values.filter((value) => value === step).length]));
  const mean = values.reduce((sum, value) => sum + value, 0) / turnout;
  return { turnout, counts, mean: Math.round(mean * 10) / 10 };
}

function imagine(use: ScoreUse, { chance, sentence }: Imagination): Json {
  const values = Object.fromEntries(use.scales.map((scale) => [scale.id, chance.pick(stepsOf(scale)) ?? scale.minimum]));
  const gives = use.reason && (use.reason.required || chance.next() < 0.5);
  return gives ? { values, reason: clip(sentence(), use.reason?.maxWords ?? REASON_WORDS) } : { values };
}

function stepsOf({ minimum, maximum }: Scale): number[] {
  return Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index);
}

function scaleFaults(scale: Scale): readonly string[] {
  if (!Number.isInteger(scale.minimum) || !Number.isInteger(scale.maximum) || scale.minimum >= scale.maximum)
    return [`scale ${scale.id} has no steps`];
  const named = scale.steps.map((step) => step.at);
  return named.includes(scale.minimum) && named.includes(scale.maximum) ? [] : [`scale ${scale.id} has no words at its ends`];
}
