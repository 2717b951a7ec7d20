import type { Chance } from '../chance.ts';
import { refuse } from '../refusal.ts';
import { isScopeText, partsIn, wrongDay, type Scope, type ScopePart, type ScopeWords } from '../scope.ts';
import type { NewText } from '../words.ts';
import { happened, newText, type DecidersFor } from './context.ts';

/** What a conversation is about: laid down before the doors open, and after that only changed in sight. */
export const scoping: DecidersFor<'setScope' | 'changeScope'> = {
  setScope({ state, chance, circumstances }, asked) {
    const wrong = wrongDay(state.scope, asked, circumstances.now);
    if (wrong) return refuse(wrong);
    const { scope, texts } = keptOf(asked, partsIn(asked), chance);
    const erased = partsIn(asked).flatMap((part) => (isScopeText(part) ? (state.scope[part] ?? []) : []));
    return happened([{ type: 'scopeSet', ...scope }], { texts, erased });
  },

  /** What stood before stays readable, with the reason. */
  changeScope({ state, chance, circumstances: { now } }, { to, reason }) {
    const because = newText(chance, reason);
    if (!because) return refuse('needsReason');
    const wrong = wrongDay(state.scope, to, now);
    if (wrong) return refuse(wrong);
    const parts = partsIn(to).filter((part) => isNews(state.scope, to, part));
    if (parts.length === 0) return refuse('nothingChanged');
    const { scope: after, texts } = keptOf(to, parts, chance);
    const before = Object.fromEntries(parts.map((part) => [part, state.scope[part]])) as Partial<Scope>;
    return happened([{ type: 'scopeChanged', at: now, reason: because.id, before, after }], { texts: [because, ...texts] });
  },
};

function keptOf(asked: ScopeWords, parts: readonly ScopePart[], chance: Chance) {
  const kept = parts.map((part) => {
    const text = isScopeText(part) ? newText(chance, asked[part] ?? '') : null;
    return { part, text, value: isScopeText(part) ? (text?.id ?? null) : asked[part] };
  });
  const scope = Object.fromEntries(kept.map(({ part, value }) => [part, value])) as Partial<Scope>;
  const texts: readonly NewText[] = kept.flatMap(({ text }) => text ?? []);
  return { scope, texts };
}

/** Words are not compared here: the rules know none of those that stand. */
function isNews(scope: Scope, to: ScopeWords, part: ScopePart): boolean {
  if (!isScopeText(part)) return to[part] !== scope[part];
  return scope[part] !== null || (to[part] ?? '').trim() !== '';
}
