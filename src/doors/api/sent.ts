import * as v from 'valibot';
import { cleaned } from '#app/cleaned.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import type { DoorRequest } from '../door.ts';
import { fieldsOf } from './route.ts';

/** What was sent, when it has this shape and nothing beside it. Nothing sent is an object without fields. */
export async function sentAs<Schema extends v.GenericSchema>(
  request: DoorRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema> | Refusal> {
  const fields = await fieldsOf(request);
  if (isRefusal(fields)) return fields;
  const data = cleaned(fields);
  if ('refused' in data) return data;
  const read = v.safeParse(schema, data.clean);
  return read.success ? read.output : refuse('wrongShape');
}

/** All ids of the house are twenty of these signs. */
export const ID = v.pipe(v.string(), v.regex(/^[0-9a-z]{20}$/));
export const WHOLE = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
