import type { Heads } from '#conversation/heads.ts';
import { m } from '#words/compiled/messages.js';

/** What the count of heads at a table came to, in one sentence or two. */
export function headsInWords({ said, people, waiting }: Heads): string {
  if (said !== null && said < people) return m.heads_fewer({ heads: said, people });
  if (waiting > 0) return m.heads_waiting({ count: waiting });
  return said !== null && said > people ? m.heads_more() : m.heads_all();
}
