import type { HideRule } from '#conversation/state.ts';
import { m } from '#words/compiled/messages.js';

/** By which house rule a card is hidden, in words. */
export function ruleWords(rule: HideRule): string {
  return WORDS[rule]();
}

const WORDS: { readonly [rule in HideRule]: () => string } = {
  aboutSomeoneElse: () => m.rule_about_someone_else(),
  unkind: () => m.rule_unkind(),
  name: () => m.rule_name(),
  mistake: () => m.rule_mistake(),
};
