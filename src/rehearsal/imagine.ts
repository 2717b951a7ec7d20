import type { Chance } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import type { EntryId } from '#conversation/state.ts';
import type { FlatView } from '#conversation/channel.ts';
import type { Json } from '#conversation/words.ts';

/** What someone might do with this input, going by what lies on their screen; null when there is nothing to do. `sentence` is told the key of a field. */
export function imagined(
  use: InputUse,
  inputs: Inputs,
  screen: FlatView,
  chance: Chance,
  sentence: (field?: string) => string,
): Json | null {
  const rules = inputs[use.kind];
  const cards = rules ? cardsOf(screen, rules.refersTo?.(use) ?? []) : [];
  return rules?.imagine(use, { chance, language: 'nl', cards, sentence }) ?? null;
}

/** The cards of these inputs on a screen, one's own among them. */
function cardsOf(screen: FlatView, keys: readonly string[]): readonly EntryId[] {
  const found = Object.entries(screen).flatMap(([key, card]) => {
    const [place, id] = key.split('/');
    const isCard = (place === 'card' || place === 'mine' || place === 'desk') && id !== undefined;
    return isCard && keys.includes(inputOf(card)) ? [id] : [];
  });
  return [...new Set(found)] as EntryId[];
}

function inputOf(card: Json): string {
  const { input } = card as { readonly input: string };
  return input;
}
