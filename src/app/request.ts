import { createHash } from 'node:crypto';
import type { Action, Actor } from '#conversation/action.ts';
import type { Answer } from '#conversation/decision.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';

/** An action on its way in, with the id by which its asker may ask again. */
export interface Request {
  readonly actor: Actor;
  /** A seat, or `door`, `clock`, `house`. */
  readonly asker: string;
  readonly actionId: string;
  readonly bodyHash: string;
  readonly action: Action;
  /** Whose device it came from; two seats of one device are no two people who count the same paper. */
  readonly device?: string | undefined;
}

/** What became of it. Accepted means: stored, and it will still be there after a crash. */
export type Taken = { readonly accepted: true; readonly answer: Answer } | ({ readonly accepted: false } & Refusal);

export function requestOf(actor: Actor, actionId: string, action: Action, device?: string): Request {
  return { actor, asker: actor.kind === 'seat' ? actor.seat : actor.kind, actionId, bodyHash: hashOf(action), action, device };
}

/** Of the house, for somebody who asked for it in words of their own: when these are asked again it is the same, whatever was made of them then. */
export function requestFor(asked: Json, actionId: string, action: Action): Request {
  return { ...requestOf({ kind: 'house' }, actionId, action), bodyHash: hashOf(asked) };
}

export function refused(refusal: Refusal): Taken {
  return { accepted: false, ...refusal };
}

function hashOf(asked: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(asked)))
    .digest('base64url');
}

/** The same content in the same order, however it was written down. */
function ordered(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}
