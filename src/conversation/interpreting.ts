import type { Beside } from './languages.ts';
import type { Role } from './format.ts';
import type { Entry, Seat, SeatId, State, TableNumber } from './state.ts';
import type { TextId, WordsOf } from './words.ts';

/** No id of a format has this sign in it, so that no role of any format, also of an old one, is ever called so. */
const INTERPRETS = 'house_interpreter';

/** Provided by the house, so that there can be an interpreter in every format. They are no voice: they count in no number. */
export const INTERPRETER: Role = {
  id: INTERPRETS,
  name: { nl: 'Tolk', en: 'Interpreter' },
  task: 'interpret',
  tips: [
    { nl: 'Zeg wat er gezegd is, niet meer en niet minder.', en: 'Say what was said, no more and no less.' },
    { nl: 'Praat in de ik-vorm: jij bent even de stem.', en: 'Speak as “I”: for a moment you are the voice.' },
    { nl: 'Vraag gerust om langzamer of korter te praten.', en: 'Do ask people to speak slower or shorter.' },
  ],
};

/** In which language somebody said it, and how; beside the card, which says it in a language of the house. */
export type Spoken = { readonly text: TextId; readonly language: Beside | null };

/** The same on a screen. */
export type SpokenShape = { readonly words: string; readonly language: Beside | null };

/** For whom this seat interprets; null for everybody else. Whom they interpret for they stay with, wherever that one goes. */
export function interpretsFor(state: State, seat: Seat | null | undefined): Seat | null {
  const whom = seat?.role === INTERPRETS ? seat.interpretsFor : undefined;
  return (whom && state.seats.get(whom)) ?? null;
}

/** Where somebody is: an interpreter at the table of whom they interpret for. */
export function tableWith(state: State, seat: Seat): TableNumber {
  return interpretsFor(state, seat)?.table ?? seat.table;
}

export function interpretersAt(state: State, whom: SeatId): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => interpretsFor(state, seat)?.id === whom);
}

/** Not of words that were shortened: the others would still tell what was taken away. */
export function spokenView({ spoken, original }: Entry, words: WordsOf): { readonly spoken?: SpokenShape } {
  const said = spoken && original === undefined ? words(spoken.text) : null;
  return spoken && said ? { spoken: { words: said, language: spoken.language } } : {};
}
