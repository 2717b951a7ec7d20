import type { Looks } from './looks.ts';
import type { SeatData } from './seat.ts';

/** The screens of a seat by name, and below which folder they stand. */
const SCREENS = {
  table: '',
  mine: 'van-mij/',
  notes: 'van-mij/notities/',
  wipe: 'van-mij/wissen/',
  call: 'roep/',
  leave: 'weg/',
  rules: 'afspraken/',
  forYou: 'voor-jou/',
  card: 'kaartje/[entry]/',
  seatPerson: 'zonder-telefoon/',
  served: 'voor/[served]/',
  paper: 'papier/',
  host: 'tafel/',
  countPaper: 'papier-tellen/',
} as const;
export type ScreenName = keyof typeof SCREENS;

const SEAT = 'routes/gesprek/[conversation]/[seat]';
export const ENTRY = `${SEAT}/client.ts`;

/** What the script of a page loads by itself, so that the page can announce it. */
export function modulesOf(screen: ScreenName, looks: Looks | undefined): readonly string[] {
  return [
    `${SEAT}/${SCREENS[screen]}Screen.svelte`,
    ...Object.keys(looks?.phone ?? {}).map((kind) => `inputs/${kind}/phone.svelte`),
    ...Object.keys(looks?.shown ?? {}).map((kind) => `inputs/${kind}/shown.svelte`),
  ];
}

/** What stands in the page for the script. Looks are named: the phone loads them itself. */
export interface Written {
  readonly screen: ScreenName;
  readonly data: SeatData;
  readonly form: unknown;
  readonly looks: { readonly phone: readonly string[]; readonly shown: readonly string[] };
}

export const DATA_ID = 'seat-data';

/** As a block that no browser runs. */
export function writtenFor(screen: ScreenName, { looks, ...data }: SeatData & { looks?: Looks }, form: unknown): string {
  const named = { phone: Object.keys(looks?.phone ?? {}), shown: Object.keys(looks?.shown ?? {}) };
  const written: Written = { screen, data, form, looks: named };
  return `<script type="application/json" id="${DATA_ID}">${JSON.stringify(written).replaceAll('<', '\\u003c')}</script>`;
}

/**
 * Puts the marks around an island by which Svelte takes over what the server drew: the same as around a page
 * that is drawn by itself.
 */
export function markIsland(html: string): string {
  return html.replace('<seat-island>', '<seat-island><!--[-->').replace(/(?:<!---->)?<\/seat-island>/, '<!--]--></seat-island>');
}
