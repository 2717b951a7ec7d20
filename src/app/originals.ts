import type { Decision } from '#conversation/decision.ts';
import { outcomeIn } from '#conversation/outcome.ts';
import type { State } from '#conversation/state.ts';
import type { OpenStream } from './ports/streams.ts';
import type { Request } from './request.ts';

/** What the originals say now, for whoever takes one over. */
export type Originals = ReadonlyMap<Request, ReadonlySet<string>>;

/**
 * Takes hold of what these requests take over, or took over before and word anew: none of its words go between being
 * read here and being stored as a copy, so that every copy is known to whoever erases the original.
 */
export async function holdOriginals(stream: OpenStream, state: State, requests: readonly Request[]): Promise<Originals> {
  const originals = new Map<Request, ReadonlySet<string>>();
  for (const request of requests) {
    const { action } = request;
    const changed = action.type === 'changeOutcome' ? outcomeIn(state, action.outcome)?.origin : null;
    if (changed) await stream.originalWords(changed);
    if (action.type === 'adoptOutcome') originals.set(request, await stream.originalWords(action.origin));
  }
  return originals;
}

/** Something went, or was worded anew, after the copy was made and before it is stored. Who sees to it is of the copy alone. */
export function isOutdated({ events, texts }: Decision, original: ReadonlySet<string>): boolean {
  const owners = new Set(events.flatMap((event) => (event.type === 'outcomeMade' ? event.owner : [])));
  return texts.some(({ id, words }) => !owners.has(id) && !original.has(words));
}
