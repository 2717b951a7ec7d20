import type { Situation } from '#conversation/input.ts';
import { cardsBehind, cardThatTells } from '#conversation/lineage.ts';
import { sinceOpening, type Effect, type Outcome, type OutcomeId } from '#conversation/outcome.ts';
import type { Entry, EntryId } from '#conversation/state.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import { maySee, outcomeView, turnsShown, type ShownStanding, type ShownTurn } from './thread.ts';

/** What grew from a card, as its own writer reads it: how it stands, who sees to it, and what they said they notice of it. */
export interface GrownFromCard {
  readonly id: OutcomeId;
  readonly name: Words;
  readonly title: string | null;
  readonly owner: string | null;
  readonly now: ShownStanding;
  readonly daysLate: number;
  /** Whether it was talked over with residents; null where that is not asked. */
  readonly withResidents: boolean | null;
  /** Whether they tell with this card what they notice of it; of several cards that it grew from one does. */
  readonly tells: boolean;
  readonly noticed: Effect | null;
  /** It was dropped: why, or null in place of words that were erased. Else nothing. */
  readonly dropped: { readonly because: string | null } | null;
  /** "Het loopt anders": what its owner told, and what they told back with this card. Null where nobody is asked. */
  readonly turns: readonly ShownTurn[] | null;
  /** When it last stood or was worded otherwise (ms since 1970). */
  readonly changedAt: number;
}

/** For each of somebody's cards what everybody may know grew from it, oldest first; what was dropped says so. `today` is year-month-day. */
export function grownFrom(
  situation: Situation,
  words: WordsOf,
  today: string,
  mine: readonly Pick<Entry, 'id'>[],
): (card: EntryId) => readonly GrownFromCard[] {
  const grown = situation.state.outcomes
    .filter((outcome) => maySee(outcome, 'room'))
    .flatMap((outcome) => {
      const view = outcomeView(situation, outcome, words, 'room', today, () => false);
      if (!view) return [];
      const behind = cardsBehind(situation, outcome);
      return [{ view, outcome, behind, teller: cardThatTells(outcome, behind, mine) }];
    });
  return (card) =>
    grown
      .filter(({ behind }) => behind.has(card))
      .map(({ view: { id, name, title, owner, now, daysLate, withResidents }, outcome, teller }) => ({
        id,
        name,
        title,
        owner,
        now,
        daysLate,
        withResidents,
        dropped: outcome.dropped && { because: words(outcome.dropped) },
        tells: card === teller,
        noticed: (card === teller && outcome.effects[card]) || null,
        turns:
          !outcome.dropped && situation.kinds[outcome.kind]?.mayRunDifferently
            ? turnsShown(sinceOpening(outcome), words, (each) => each === card)
            : null,
        changedAt: changedAt(outcome),
      }));
}

function changedAt({ history, changes }: Outcome): number {
  return Math.max(...history.map(({ at }) => at), ...changes.map(({ at }) => at));
}
