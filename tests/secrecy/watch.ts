import type { Place } from '#app/house.ts';
import type { State } from '#conversation/state.ts';
import { ROUTES } from '#doors/api/routes.ts';
import type { Stream } from '../doors/hallDoor.ts';
import { addressesOf, pageRoutes, type PageRoute, type Places } from '../helpers/routes.ts';
import type { Browser } from './browser.ts';
import type { Guest } from './guest.ts';
import type { Hall } from './hall.ts';

/** Somebody who looks: from a seat, or as what comes by without one. */
export interface Viewer {
  readonly name: string;
  readonly browser: Browser;
  readonly guest: Guest | null;
}

/** Who found which marker: their names in the order of the viewers. */
export type Seen = { readonly [marker: string]: readonly string[] };

/** Looks at everything there is to see, with the eyes of everybody, for words that were planted. */
export class Watch {
  readonly #hall: Hall;
  readonly #viewers: readonly Viewer[];
  readonly #streams: Streams;
  readonly #routes: readonly PageRoute[];

  static async begin(hall: Hall, viewers: readonly Viewer[]): Promise<Watch> {
    const seated = viewers.flatMap((viewer) => (viewer.guest ? [{ viewer, guest: viewer.guest }] : []));
    const streams = await Promise.all(seated.map(async ({ viewer, guest }) => [viewer, await guest.listen()] as const));
    return new Watch(hall, viewers, streams, await pageRoutes());
  }

  private constructor(hall: Hall, viewers: readonly Viewer[], streams: Streams, routes: readonly PageRoute[]) {
    this.#hall = hall;
    this.#viewers = viewers;
    this.#streams = streams;
    this.#routes = routes;
  }

  /**
   * What each viewer gets to see now by pages and the API. `everywhere`: also older cards by themselves, what is the same for
   * everybody, and the data that a page asks for when one goes there by a link.
   */
  async look(markers: Markers, { everywhere = false } = {}): Promise<Seen> {
    const state = await this.#hall.state();
    const looks = this.#viewers.map(async (viewer) => {
      const paths = this.#pathsFor(viewer, state, everywhere);
      return [viewer.name, await textAt(viewer, everywhere ? [...paths, ...paths.map(dataOf)] : paths)] as const;
    });
    return whoSaw(markers, await Promise.all(looks));
  }

  /** Everything the streams of each viewer ever said. */
  heard(markers: Markers): Seen {
    return whoSaw(
      markers,
      this.#streams.map(([{ name }, { text }]) => [name, text]),
    );
  }

  close(): void {
    for (const [, stream] of this.#streams) stream.close();
  }

  #pathsFor({ guest }: Viewer, state: State, everywhere: boolean): string[] {
    const places = placesIn(state, guest?.place ?? this.#hall.leader.place);
    const all = [...this.#routes, ...API];
    if (everywhere) return all.flatMap((route) => addressesOf(route, places));
    const newest = { ...places, entry: places['entry']?.slice(-NEWEST) ?? [] };
    return all.filter(({ id }) => !SAME_FOR_ALL.test(id)).flatMap((route) => addressesOf(route, newest));
  }
}

const NEWEST = 3;
/** The house's own words: no conversation can be read there. */
const SAME_FOR_ALL = /^[/](onderdelen|hulp|schema|v1[/](formats|openapi|outcome-kinds|outcome-choices|library-choices))\b/;

/** Everything that can be read by the API, but the stream, which is listened to. */
const API: readonly PageRoute[] = ROUTES.filter(({ method, path }) => method === 'GET' && !path.endsWith('/stream')).map(({ path }) => ({
  id: `/v1${path.replaceAll(/\{(\w+)\}/g, '[$1]')}`,
  actions: [],
}));

/** Everything in a conversation that an address of this seat can name. */
export function placesIn({ entries, runs, seats, outcomes }: State, { conversation, seat }: Place): Places {
  return {
    conversation: [conversation],
    seat: [seat],
    served: [...seats.values()].filter(({ id, phoneless }) => phoneless || id === seat).map(({ id }) => id),
    entry: [...entries.values()].map(({ id }) => id),
    // One that is not there finds nothing, and breaks nothing.
    outcome: [...outcomes.map(({ id }) => id), '0'.repeat(20)],
    trajectory: ['0'.repeat(20)],
    place: [...new Set(runs.map(({ place }) => place))],
    step: [...new Set(runs.map(({ place }) => place))],
    format: ['secrets'],
    language: ['nl'],
  };
}

type Streams = readonly (readonly [Viewer, Stream])[];
export type Markers = { readonly [name: string]: string };

function whoSaw(markers: Markers, looks: readonly (readonly [name: string, text: string])[]): Seen {
  const saw = (marker: string) => looks.filter(([, text]) => text.includes(marker)).map(([name]) => name);
  return Object.fromEntries(Object.entries(markers).map(([name, marker]) => [name, saw(marker)]));
}

/** With the headers: a secret may also leak in a cookie or an address. */
async function textAt({ browser }: Viewer, paths: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const path of paths) texts.push(JSON.stringify(await browser.get(path)));
  return texts.join('\n');
}

function dataOf(path: string): string {
  return `${path === '/' ? '' : path}/__data.json`;
}
