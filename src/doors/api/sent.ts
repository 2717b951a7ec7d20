import type * as v from 'valibot';
import { readAs } from '#app/readAs.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import type { DoorRequest } from '../door.ts';
import { fieldsOf } from './route.ts';

/** What was sent, when it has this shape and nothing beside it. Nothing sent is an object without fields. */
export async function sentAs<Schema extends v.GenericSchema>(
  request: DoorRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema> | Refusal> {
  const fields = await fieldsOf(request);
  if (isRefusal(fields)) return fields;
  const sent = readAs(schema, fields);
  return 'refused' in sent ? sent : sent.read;
}
