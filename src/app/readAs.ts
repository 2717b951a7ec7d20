import * as v from 'valibot';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { cleaned } from './cleaned.ts';

/** What somebody sent, cleaned, when it has this shape. Never throws. */
export function readAs<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): { readonly read: v.InferOutput<Schema> } | Refusal {
  const data = cleaned(raw);
  if ('refused' in data) return data;
  const result = v.safeParse(schema, data.clean);
  return result.success ? { read: result.output } : refuse('wrongShape');
}
