import type { Answer } from '#conversation/decision.ts';
import type { Sending } from './outbox.ts';

export type Outcome =
  | { readonly state: 'accepted'; readonly answer: Answer }
  | { readonly state: 'refused'; readonly code: string; readonly sentence: string }
  | { readonly retryIn: number; readonly unreached?: true };

/** Asks once. Only our own server's clear yes or no ends it: anything else, such as a wifi gateway's page, is tried again. */
export async function post(address: string, { id, action }: Sending, failures: number): Promise<Outcome> {
  const patience = { retryIn: Math.min(10_000, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2), unreached: true } as const;
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, action }),
      signal: AbortSignal.timeout(15_000),
    });
    const said = (await response.json()) as Said;
    if (response.ok && said.accepted === true) return { state: 'accepted', answer: said.answer ?? {} };
    if (response.status === 429) return { retryIn: 1_000 * (Number(response.headers.get('retry-after')) || 2) };
    if (response.status >= 400 && response.status < 500 && said.code)
      return { state: 'refused', code: said.code, sentence: said.detail ?? '' };
    return patience;
  } catch {
    return patience;
  }
}

interface Said {
  readonly accepted?: boolean;
  readonly answer?: Answer;
  readonly code?: string;
  readonly detail?: string;
}
