import { toldBy, type Authors } from '../authors.ts';
import { counts } from '../heads.ts';
import type { Situation } from '../input.ts';
import { roleOf, seatsAt, takesPart } from '../lookup.ts';
import type { Seat, State, Table } from '../state.ts';
import { NEEDS } from '../told.ts';
import type { Json } from '../words.ts';

/** What those who lead must know to look after people: needs with their tables, and where a photograph may be made. Never who, never how old. */
export function careView({ state, authors }: Situation): Json {
  const here = [...state.seats.values()].filter((seat) => seat.here && takesPart(roleOf(state, seat)));
  return {
    needs: NEEDS.flatMap((need) => {
      const asking = here.filter((seat) => toldBy(authors, seat.id).needs.includes(need));
      const tables = [...new Set(asking.map(({ table }) => table))].sort((a, b) => a - b);
      return asking.length === 0 ? [] : [{ need, people: asking.length, tables }];
    }),
    photos: state.offered.photos && someoneSaid(authors) ? photosByTable(state, authors) : null,
  };
}

function photosByTable(state: State, authors: Authors): Json {
  return Object.fromEntries(
    state.tables.flatMap((table) => (table.seats.length === 0 ? [] : [[table.number, photosAt(state, authors, table)]])),
  );
}

/** At a small table the answer would tell of one person: there it is asked aloud. Who did not say is not in the picture. */
function photosAt(state: State, authors: Authors, table: Table): 'all' | 'ask' | 'few' {
  const here = seatsAt(state, table).filter((seat) => seat.here);
  if (here.filter(counts).length < FEWEST_PEOPLE) return 'few';
  return here.every((seat: Seat) => toldBy(authors, seat.id).photo === true) ? 'all' : 'ask';
}

const FEWEST_PEOPLE = 5;

function someoneSaid({ told }: Authors): boolean {
  return [...told.values()].some(({ photo }) => photo !== null);
}
