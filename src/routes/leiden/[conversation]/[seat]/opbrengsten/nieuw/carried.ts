import type { OutcomeKind } from '#conversation/outcome.ts';
import { textOf } from '#inputs/form.ts';
import { nameOf, nothingTyped, typedIn, type Typed } from '../typed.ts';

/** What was typed about one kind of outcome goes along when another kind is chosen. */

/** What an outcome is called stands first in each kind, under a name of its own. */
const TITLE = 'title';

/** All that was typed, by the names of its fields. */
export function carriedIn(form: FormData, { fields: [first] }: OutcomeKind): readonly (readonly [name: string, value: string])[] {
  const title = first ? textOf(form, nameOf(first)) : '';
  const typed = [...form].flatMap(([name, value]) => (typeof value === 'string' && !OF_ONE_FORM.has(name) ? [[name, value] as const] : []));
  return [[TITLE, title || textOf(form, TITLE)], ...typed.filter(([name]) => name !== TITLE)];
}

/** A new outcome of this kind, with what can be told in it. */
export function begunWith(form: FormData, kind: OutcomeKind): Typed {
  const typed = typedIn(form, kind);
  const [first] = kind.fields;
  const filled = Object.entries(typed.fields).filter(([, value]) => value.length > 0);
  const fields = { ...nothingTyped(kind).fields, ...Object.fromEntries(filled) };
  return { ...typed, fields: first && first.type !== 'rows' ? { ...fields, [first.key]: textOf(form, TITLE) } : fields };
}

/** Which form it was, and what it insisted on. */
const OF_ONE_FORM: ReadonlySet<string> = new Set(['id', 'sure']);
