import type { Change, House, Place } from '#app/house.ts';
import { placeOf } from '#conversation/format.ts';
import { visibilityOfEntry } from '#conversation/lookup.ts';
import { planOf } from '#conversation/plan.ts';
import { facilitatorView } from '#conversation/views/facilitator.ts';
import type { FacilitatorShape } from '#conversation/views/shapes.ts';
import { wished } from '#conversation/seatingWishes.ts';
import type { Entry, State } from '#conversation/state.ts';
import { minuteOfDay } from '#words/time.ts';

/** Where the entries of a conversation ended up, by the page of its report as somebody who was there reads it. */
export interface Whereabouts {
  readonly inReport: number;
  /** Kept there by who wrote them, or only ever meant for that table. */
  readonly keptAtTable: number;
  /** Held back by those who lead, or by the numbers under which nothing is told. */
  readonly keptBack: number;
  readonly nowhere: number;
}

export function whereabouts(state: State, page: string): Whereabouts {
  const stands = new Set(Array.from(page.matchAll(/ id="kaartje-(\w+)"/g), ([, id]) => id));
  const told = resultsOn(page);
  const places = [...state.entries.values()].map((entry) =>
    stands.has(entry.id) || (entry.released && told.has(`${entry.place}-${entry.input}`)) ? 'inReport' : outside(state, entry),
  );
  const count = (place: keyof Whereabouts) => places.filter((each) => each === place).length;
  return { inReport: count('inReport'), keptAtTable: count('keptAtTable'), keptBack: count('keptBack'), nowhere: count('nowhere') };
}

/** The inputs whose answers are told together there: each by its step and its key. */
function resultsOn(page: string): ReadonlySet<string> {
  const [, ...inputs] = page.split(/ id="stap-(?=[^"]+-)/);
  return new Set(inputs.filter((part) => /class="result\b/.test(part)).map((part) => part.slice(0, part.indexOf('"'))));
}

function outside(state: State, entry: Entry): keyof Whereabouts {
  if (entry.kept || !entry.laid || visibilityOfEntry(state, entry)?.who === 'me') return 'keptAtTable';
  if (entry.status === 'hidden' || entry.released || visibilityOfEntry(state, entry)?.who === 'facilitators') return 'keptBack';
  return 'nowhere';
}

/** Looks at every change: pairs that sat together though they asked not to, each once in a seating. */
export class Pairs {
  readonly #seen = new Set<string>();

  readonly look = ({ situation: { state } }: Change): void => {
    if (state.seatings === 0) return;
    for (const pair of wished(state, 'apart')) {
      const [one, other] = pair.map((id) => state.seats.get(id));
      if (one?.here && other?.here && one.table > 0 && one.table === other.table) this.#seen.add(`${state.seatings} ${pair.join()}`);
    }
  };

  get together(): number {
    return this.#seen.size;
  }
}

/** How many minutes after its promised time a step began; negative when it did not wait for it. */
export function minutesAfterPromise({ runs }: State, { phase, at }: { readonly phase: string; readonly at: number }): number {
  const began = runs.find(({ place }) => place === placeOf(phase, 1))?.startedAt;
  if (began === undefined) throw new Error(`${phase} did not begin.`);
  return minuteOfDay(began) - at;
}

/** How many minutes later than people were told it was closed, by the run sheet of the console. */
export async function minutesLate(app: House, { conversation }: Place): Promise<number> {
  const late = await app.read(conversation, (situation, words) => {
    const { run, closedAt } = situation.state;
    const { sheet } = facilitatorView(situation, words) as FacilitatorShape;
    return closedAt === null ? null : planOf(sheet, run, closedAt, minuteOfDay).late;
  });
  if (late === null) throw new Error('The evening did not end.');
  return Math.max(0, late);
}
