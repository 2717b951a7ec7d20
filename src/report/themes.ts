import type { EntryId } from '#conversation/state.ts';
import type { CardView } from '#inputs/card/rules.ts';
import type { ReportCard } from './cards.ts';
import type { Report } from './model.ts';

/** The words of the themes that each card belongs to, of what stands in the report; `names` says which cards are themes. */
export function themesIn(
  { outcomes, cards }: Report,
  names: (theme: ReportCard) => boolean = () => true,
): ReadonlyMap<EntryId, readonly string[]> {
  const found = new Map<EntryId, string[]>();
  const themes = outcomes.flatMap(({ kind, cards: ids }) => (kind === 'themeMap' ? ids : []));
  for (const id of themes) {
    const theme = cards[id];
    if (theme?.kind !== 'card' || !names(theme)) continue;
    const { links, text } = theme.body as CardView;
    for (const card of links as readonly EntryId[]) if (text !== null) found.set(card, [...(found.get(card) ?? []), text]);
  }
  return found;
}
