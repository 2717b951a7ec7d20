import { ref, type Schema } from './schemas.ts';

/** How a route stands in the description of the API: next to what it does, so that neither is forgotten. */
export interface Described {
  readonly operationId: string;
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  readonly description?: string;
  /** Anybody may ask it, known or not. */
  readonly open?: true;
  /** A device does the same in another way. */
  readonly tokenOnly?: true;
  readonly query?: readonly Parameter[];
  /** The name of the schema of what is sent. */
  readonly body?: string;
  readonly answer: Answered;
  readonly problems: readonly ProblemStatus[];
  /** Shapes that come along with this route. */
  readonly schemas?: { readonly [name: string]: Schema };
}

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
}

export interface Answered {
  readonly status: 200 | 201;
  readonly description: string;
  readonly content: { readonly [type: string]: { readonly schema: Schema } };
  readonly headers?: { readonly [name: string]: Schema };
}

export const TAGS = {
  joining: 'Coming in (meedoen), and what this device reaches.',
  seat: 'Taking part from a seat (plek).',
  leading: 'What only a seat that leads (begeleiden) may ask.',
  conversations: 'The conversations (gesprekken) of an organiser, and what came of them.',
  outcomes: 'What lives on after conversations (uitkomsten).',
  receipts: 'The receipt (terugleeskaart): the code goes in the body, never in an address.',
  organisers: 'Ways in for organisers, and tokens (sleutels) for other systems.',
  formats: 'Formats (werkvormen).',
  description: 'About this interface.',
} as const;

export type ProblemStatus = 400 | 404 | 409 | 413 | 429 | 503;

/** What may go wrong when something is looked up. */
export const WHEN_READING: readonly ProblemStatus[] = [400, 404, 503];
/** What may go wrong when nothing is asked beside who asks. */
export const WHEN_LISTING: readonly ProblemStatus[] = [404, 409, 503];
/** What may go wrong when something is done. */
export const WHEN_DOING: readonly ProblemStatus[] = [400, 404, 409, 413, 429, 503];

export function answers(schema: string, description: string, headers?: Answered['headers']): Answered {
  return { status: 200, description, content: { 'application/json': { schema: ref(schema) } }, ...(headers && { headers }) };
}

export function makes(schema: string, description: string, headers?: Answered['headers']): Answered {
  return { ...answers(schema, description, headers), status: 201 };
}

/** With all of these fields and no other. */
export function only(properties: { readonly [field: string]: Schema }, required = Object.keys(properties)): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}
