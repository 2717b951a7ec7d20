import type { TypedFields } from '#conversation/action.ts';
import type { Situation } from '#conversation/input.ts';
import { outcomeIn, type Outcome, type OutcomeField, type OutcomeId, type OutcomeKind } from '#conversation/outcome.ts';
import { isPublished } from '#conversation/publishing.ts';
import type { Json, TextId, WordsOf } from '#conversation/words.ts';

/**
 * What a copy is made of: never what only those who lead may read, nor what goes once it is adopted. What not everybody
 * can read yet is for those who lead at first, in its new place too.
 */
export function copyOf({ state, kinds }: Situation, id: OutcomeId, words: WordsOf) {
  const outcome = outcomeIn(state, id);
  const kind = outcome && kinds[outcome.kind];
  if (!kind) return null;
  const theme = (outcome.theme && words(outcome.theme)) ?? '';
  const seenBy = isPublished(state) ? outcome.seenBy : 'leaders';
  return { kind: kind.kind, fields: typedOf(kind, outcome.fields, words), theme, cards: [], seenBy } as const;
}

function typedOf({ fields }: OutcomeKind, values: Outcome['fields'], words: WordsOf): TypedFields {
  const open = fields.filter(({ leadersOnly, untilAdopted }) => !leadersOnly && !untilAdopted);
  return Object.fromEntries(
    open.flatMap((field) => (values[field.key] == null ? [] : [[field.key, typed(field, values[field.key] ?? null, words)]])),
  );
}

function typed({ type, columns = [] }: OutcomeField, value: Json, words: WordsOf): TypedFields[string] {
  if (type === 'day' || type === 'choice') return value as string;
  if (type !== 'rows') return words(value as TextId) ?? '';
  const open = columns.filter(({ untilAdopted }) => !untilAdopted);
  const cell = (at: string, isOption: boolean) => (isOption ? at : (words(at as TextId) ?? ''));
  return (value as readonly { readonly [column: string]: string }[]).map((row) =>
    Object.fromEntries(open.flatMap(({ key, options }) => (row[key] === undefined ? [] : [[key, cell(row[key], options !== undefined)]]))),
  );
}
