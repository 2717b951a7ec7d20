import type { Chance } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import type { EntryId } from '#conversation/state.ts';
import type { FlatView } from '#conversation/channel.ts';
import type { CardShape, OwnCardShape } from '#conversation/views/shapes.ts';
import type { Json } from '#conversation/words.ts';
import { isAmong } from '#inputs/choices.ts';

/** Somebody with something to say, now. `sentence` is told the key of a field. */
export interface Imagining {
  readonly chance: Chance;
  readonly now: number;
  sentence(field?: string): string;
}

/** What they might do with this input, going by what lies on their screen; null when there is nothing to do. */
export function imagined(use: InputUse, inputs: Inputs, screen: FlatView, { chance, now, sentence }: Imagining): Json | null {
  const rules = inputs[use.kind];
  const cards = rules ? cardsOf(screen, rules.refersTo?.(use) ?? [], !leavesTheTable(use)) : [];
  const day = (ahead: number) => new Date(now + ahead * DAY_MS).toISOString().slice(0, 10);
  return rules?.imagine(use, { chance, language: 'nl', cards, sentence, day }) ?? null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What a table picks for the room: what stays at the table is not among it, as on the screen. */
function leavesTheTable(use: InputUse): boolean {
  const { way } = use as InputUse & { readonly way?: string };
  return way === 'picks';
}

/** The cards of these inputs on a screen, one's own among them. */
function cardsOf(screen: FlatView, keys: readonly string[], alsoKept: boolean): readonly EntryId[] {
  const found = Object.entries(screen).flatMap(([key, value]) => {
    const [place, id] = key.split('/');
    if (id === undefined || !['card', 'mine', 'desk'].includes(place ?? '')) return [];
    const card = value as object as CardShape | OwnCardShape;
    return isAmong(card, keys) && (alsoKept || !card.kept) ? [id] : [];
  });
  return [...new Set(found)] as EntryId[];
}
