import { refuse } from '../refusal.ts';
import { textsIn, type Json, type TextId } from '../words.ts';
import { happened, newText, type DecidersFor } from './context.ts';
import { asking } from './people.ts';

/** What two people do before a report goes public. */
export const publishing: DecidersFor<'shorten' | 'restore' | 'check' | 'uncheck' | 'allowQuote'> = {
  shorten({ state, chance }, { entry: id, text, words }) {
    const entry = state.entries.get(id);
    const fewer = newText(chance, words);
    if (!entry) return refuse('unknownCard');
    if (!fewer) return refuse('empty');
    // What its writer wrote stays for that writer; what stood in between does not.
    const erased = textsIn(entry.original ?? entry.body).includes(text) ? [] : [text];
    return happened([{ type: 'entryShortened', entry: id, body: withText(entry.body, text, fewer.id) }], { texts: [fewer], erased });
  },

  restore({ state }, { entry: id }) {
    const entry = state.entries.get(id);
    const kept = new Set(textsIn(entry?.original ?? null));
    const erased = textsIn(entry?.body ?? null).filter((text) => !kept.has(text));
    return happened([{ type: 'entryRestored', entry: id }], { erased });
  },

  check: (context, { part }) => happened([{ type: 'partChecked', part, seat: asking(context).id }]),
  uncheck: (context, { part }) => happened([{ type: 'partUnchecked', part, seat: asking(context).id }]),
  allowQuote: (_, { entry, allows }) => happened([{ type: 'quoteAllowed', entry, allows }]),
};

function withText(body: Json, before: TextId, after: TextId): Json {
  if (body === before) return after;
  if (body === null || typeof body !== 'object') return body;
  if (Array.isArray(body)) return body.map((part: Json) => withText(part, before, after));
  return Object.fromEntries(Object.entries(body).map(([key, part]: [string, Json]) => [key, withText(part, before, after)]));
}
