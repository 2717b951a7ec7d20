import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import { ANYTHING, type Deck, DECKS, FIELDS } from './decks.ts';

/** What the people of one rehearsal have to say. Each sentence is dealt once before any comes again: people rarely write the same. */
export class Sayings {
  readonly #chance: Chance;
  readonly #left = new Map<Deck, string[]>();

  constructor(seed: string) {
    this.#chance = chanceFrom(`${seed} sayings`);
  }

  /** A sentence that fits this input, or one field of it. */
  next(use: InputUse, field?: string): string {
    const deck = field === undefined ? deckFor(use) : (FIELDS[field] ?? DECKS['reason'] ?? ANYTHING);
    const left = this.#left.get(deck) ?? [];
    if (left.length === 0) left.push(...this.#chance.shuffle(sentencesIn(deck)));
    this.#left.set(deck, left);
    return left.pop() ?? '';
  }
}

function deckFor(use: InputUse): Deck {
  const { card, maxWords } = use as InputUse & { readonly card?: string; readonly maxWords?: number };
  if (card === undefined) return DECKS['reason'] ?? ANYTHING;
  if (maxWords !== undefined && maxWords <= 3) return DECKS['word'] ?? ANYTHING;
  const kind = card === 'question' && use.roles ? 'problem' : card;
  return DECKS[use.key] ?? DECKS[kind] ?? ANYTHING;
}

function sentencesIn({ starts, ends }: Deck): readonly string[] {
  return ends.length === 0 ? starts : starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
}
