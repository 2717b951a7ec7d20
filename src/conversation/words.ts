/** What people read, in the two languages the house speaks. Dutch comes first. */
export type Words = { readonly nl: string; readonly en: string };
export type Language = keyof Words;

/** Plain data: what an event, a view or a stored body may be made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A human text never stands in an event, a state or a snapshot: only its id does.
 * The words themselves live in one erasable table, and the view asks for them by id.
 */
export type TextId = string & { readonly textId: true };

/** Finds the words of a text; `null` when they were erased or are not loaded. */
export type WordsOf = (text: TextId) => string | null;

/** Words a decision wants kept, beside the events that point at them. */
export type NewText = { readonly id: TextId; readonly words: string };

/** Text ids look different from all other ids, so that they can be found in any body. */
export function asTextId(id: string): TextId {
  return `t${id}` as TextId;
}

export function textsIn(body: Json): TextId[] {
  if (typeof body === 'string') return TEXT_ID.test(body) ? [body as TextId] : [];
  if (body === null || typeof body !== 'object') return [];
  return Object.values(body).flatMap((part: Json) => textsIn(part));
}

/** What is compared when words are somebody's very own: another capital, space or full stop makes them no others. */
export function bareWords(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s.!?…]+/gu, '');
}

const TEXT_ID = /^t[0-9a-z]{20}$/;
