import * as v from 'valibot';
import type { TextSlot } from '#conversation/action.ts';
import { PERSPECTIVES, type Place } from '#conversation/format.ts';
import type { PointId } from '#conversation/harvest.ts';
import { BESIDE_TAGS } from '#conversation/languages.ts';
import type { AskedId } from '#conversation/library.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { CallId, EntryId, RunId, SeatId } from '#conversation/state.ts';
import { NEEDS } from '#conversation/told.ts';
import type { Json, TextId } from '#conversation/words.ts';

/** What comes in from outside is made of these pieces. All ids of the house are twenty of these signs. */
export const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{20}$/));
export const run = idOf<RunId>();
export const entry = idOf<EntryId>();
export const seat = idOf<SeatId>();
export const call = idOf<CallId>();
export const asked = idOf<AskedId>();
export const outcome = idOf<OutcomeId>();
export const point = idOf<PointId>();

export const place = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,60}\.\d{1,3}$/),
  v.transform((value) => value as Place),
);
export const part = v.union([v.literal('top'), v.literal('points'), place]);
export const text = v.pipe(
  v.string(),
  v.regex(/^t[0-9a-z]{20}$/),
  v.transform((value) => value as TextId),
);
/** What a format calls its phases, inputs, roles, settings and options. */
export const name = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/));
export const words = v.string();
/** Which text of a step: the first question has no number, an input is named by its key. */
export const slot = v.pipe(
  v.string(),
  v.regex(/^(say|name|prompt(\.[1-9]\d?)?|label\.[\w-]{1,60})$/),
  v.transform((value) => value as TextSlot),
);
export const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
/** How many turns were taken before: an open round has no end. */
export const turn = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Year-month-day, or none. */
export const day = v.nullable(v.pipe(v.string(), v.maxLength(10)));
/** Somebody without a phone. */
export const forSeat = v.exactOptional(seat);
/** How it was said, by an interpreter. */
export const spoken = v.exactOptional(v.strictObject({ words, language: v.nullable(v.picklist(BESIDE_TAGS)) }));
/** The input itself looks at what is inside. */
export const act = v.custom<Json>(() => true);

export const perspectives = v.pipe(
  v.array(v.picklist(PERSPECTIVES)),
  v.maxLength(PERSPECTIVES.length),
  v.transform((chosen) => [...new Set(chosen)]),
);
export const needs = v.pipe(
  v.array(v.picklist(NEEDS)),
  v.maxLength(NEEDS.length),
  v.transform((chosen) => [...new Set(chosen)]),
);

export function idOf<Id extends string>() {
  return v.pipe(
    id,
    v.transform((value) => value as Id),
  );
}
