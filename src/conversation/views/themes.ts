import { SIDES, type Side } from '../format.ts';
import { counts, peopleHere } from '../heads.ts';
import type { Situation } from '../input.ts';
import { seatsAt, tableOf, useOf } from '../lookup.ts';
import { sideOf } from '../seating.ts';
import type { Entry, Seat, State, TableNumber } from '../state.ts';
import { chosenWith, tablesOn, themeOf, themeStage } from '../themes.ts';
import { isForTheRoom } from '../visible.ts';
import type { Json, WordsOf } from '../words.ts';

/** What a table works on, as the card says it; null when it has no theme that the room may see. */
export function themeAt(situation: Situation, table: TableNumber, words: WordsOf): Json {
  const entry = themeOf(situation.state, table);
  return entry && isForTheRoom(situation.state, entry) ? bodyOf(situation, entry, words) : null;
}

/** For who leads: how many chose what, and which sides are missing where people sit by theme. */
export function themesView(situation: Situation, words: WordsOf): Json {
  const { state } = situation;
  const stage = themeStage(state);
  if (!stage) return null;
  const chosen = chosenWith(situation, stage.by);
  const people = peopleHere(state);
  const themes = [...new Set([...chosen.values(), ...Object.values(state.themes)])].flatMap((id) => state.entries.get(id) ?? []);
  const sides = SIDES.filter((side) => people.some((seat) => sideOf(seat.perspectives) === side));
  return {
    stage: stage.stage,
    open: people.filter(({ id }) => !chosen.has(id)).length,
    list: themes
      .filter((entry) => isForTheRoom(state, entry))
      .map((entry) => ({
        id: entry.id,
        body: bodyOf(situation, entry, words),
        people: people.filter(({ id }) => chosen.get(id) === entry.id).length,
        tables: tablesOn(state, entry.id).map((number) => ({ number, lacks: lacking(state, number, sides) })),
      })),
  };
}

function bodyOf({ state, inputs }: Situation, entry: Entry, words: WordsOf): Json {
  const use = useOf(state, entry);
  return (use && inputs[use.kind]?.view(use, entry.body, words)) ?? null;
}

/** Sides that are in the room and not at this table. */
function lacking(state: State, number: TableNumber, sides: readonly Side[]): readonly Side[] {
  const table = tableOf(state, number);
  const here: readonly Seat[] = table ? seatsAt(state, table).filter((seat) => seat.here && counts(seat)) : [];
  return here.length === 0 ? [] : sides.filter((side) => here.every((seat) => sideOf(seat.perspectives) !== side));
}
