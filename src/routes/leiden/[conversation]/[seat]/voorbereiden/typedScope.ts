import { isScopeText, SCOPE_PARTS, type ScopePart, type ScopeWords } from '#conversation/scope.ts';
import type { ScopeChangeReport } from '#report/scope.ts';
import { textOf } from '#inputs/form.ts';

/** What stands in the fields about the scope. */
export interface TypedScope {
  readonly scope: { readonly [part in ScopePart]: string };
  /** Only asked after the opening. */
  readonly reason: string;
}

export function typedScope(form: FormData): TypedScope {
  const typed = SCOPE_PARTS.map((part) => [part, textOf(form, part).trim()]);
  return { scope: Object.fromEntries(typed) as TypedScope['scope'], reason: textOf(form, 'reason') };
}

/** Those that are not what stands there. */
export function changedIn(typed: TypedScope['scope'], stands: TypedScope['scope']): ScopeWords {
  return asWords(
    typed,
    SCOPE_PARTS.filter((part) => typed[part] !== stands[part]),
  );
}

/** Somebody else changed it meanwhile: what was typed stays, and where nothing was typed stands what stands now. */
export function afterOthers(typed: TypedScope, stands: TypedScope['scope'], since: readonly ScopeChangeReport[]): TypedScope {
  const changed = since.flatMap(({ parts }) => parts);
  const parts = SCOPE_PARTS.map((part) => {
    const first = changed.find((each) => each.part === part);
    return [part, first && typed.scope[part] === (first.before ?? '') ? stands[part] : typed.scope[part]];
  });
  return { ...typed, scope: Object.fromEntries(parts) as TypedScope['scope'] };
}

/** Of what is chosen from a list or a calendar, no choice is null. */
export function asWords(typed: TypedScope['scope'], parts: readonly ScopePart[] = SCOPE_PARTS): ScopeWords {
  const words = parts.map((part) => [part, isScopeText(part) ? typed[part] : typed[part] || null]);
  return Object.fromEntries(words) as ScopeWords;
}
