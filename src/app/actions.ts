import * as v from 'valibot';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { LONGEST, SHAPES, type OutsideAction } from './actionShapes.ts';
import { readAs } from './readAs.ts';

export type { OutsideAction } from './actionShapes.ts';

/** Reads what someone sent. Never throws: whatever it is, it is an action or a refusal. */
export function parseAction(raw: unknown): { readonly action: OutsideAction } | Refusal {
  const result = readAs(ACTION, raw);
  if ('refused' in result) return result;
  const { type, ...rest } = result.read;
  if (!isKnown(type)) return refuse('wrongShape');
  const shape = v.safeParse(SHAPES[type], rest);
  if (shape.success) return { action: { type, ...shape.output } as OutsideAction };
  const long = shape.issues.find(({ message }) => message in LONGEST);
  return long ? refuse('tooLong', { maximum: LONGEST[long.message as keyof typeof LONGEST] }) : refuse('wrongShape');
}

function isKnown(type: string): type is OutsideAction['type'] {
  return Object.hasOwn(SHAPES, type);
}

/** By this id an action is recognised when it comes again. */
export function isActionId(raw: unknown): raw is string {
  return typeof raw === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(raw);
}

const ACTION = v.looseObject({ type: v.string() });
