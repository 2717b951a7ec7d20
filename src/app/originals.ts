import type { Decision } from '#conversation/decision.ts';
import { textsOfFields } from '#conversation/lostWords.ts';
import { outcomeIn, type Outcome } from '#conversation/outcome.ts';
import type { State } from '#conversation/state.ts';
import type { OpenStream } from './ports/streams.ts';
import type { Request } from './request.ts';

/** What stands in originals, for those of these requests that are about a copy. */
export interface Originals {
  /** What the original says now, for whoever takes it over. */
  readonly said: ReadonlyMap<Request, ReadonlySet<string>>;
  /** How many words of the copy were taken back where it came from, for whoever words it anew. */
  readonly takenBack: ReadonlyMap<Request, number>;
}

/**
 * Takes hold of what these requests take over, or took over before and word anew: none of its words go between being
 * read here and being stored as a copy, so that every copy is known to whoever erases the original.
 */
export async function holdOriginals(stream: OpenStream, state: State, requests: readonly Request[]): Promise<Originals> {
  const said = new Map<Request, ReadonlySet<string>>();
  const takenBack = new Map<Request, number>();
  for (const request of requests) {
    const { action } = request;
    const changed = action.type === 'changeOutcome' ? outcomeIn(state, action.outcome) : undefined;
    if (changed?.origin) {
      await stream.originalWords(changed.origin);
      takenBack.set(request, await goneFrom(stream, changed));
    }
    if (action.type === 'adoptOutcome') said.set(request, await stream.originalWords(action.origin));
  }
  return { said, takenBack };
}

async function goneFrom(stream: OpenStream, copy: Outcome): Promise<number> {
  const texts = textsOfFields(copy);
  const known = await stream.words(texts);
  return texts.filter((text) => !known.has(text)).length;
}

/** Something went, or was worded anew, after the copy was made and before it is stored. Who sees to it is of the copy alone. */
export function isOutdated({ events, texts }: Decision, original: ReadonlySet<string>): boolean {
  const owners = new Set(events.flatMap((event) => (event.type === 'outcomeMade' ? event.owner : [])));
  return texts.some(({ id, words }) => !owners.has(id) && !original.has(words));
}
