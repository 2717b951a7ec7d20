import { flushSync, hydrate, type Component } from 'svelte';
import { overwriteGetLocale } from '#words/compiled/runtime.js';
import { isLanguage, LANGUAGES } from '#words/language.ts';
import { readBy } from '#words/spoken.ts';
import { DATA_ID, type ScreenName, type Written } from './island.ts';
import { loadLooks } from './looks.ts';
import type { SeatData } from './seat.ts';
import SeatRoot from './SeatRoot.svelte';

/** The script of a seat's pages: takes over what the server drew, and loads no more than this screen needs. */

interface ScreenProps {
  data: SeatData;
  form: unknown;
}
type ScreenModule = { readonly default: Component<ScreenProps> };

const SCREENS = {
  table: () => import('./Screen.svelte'),
  mine: () => import('./van-mij/Screen.svelte'),
  notes: () => import('./van-mij/notities/Screen.svelte'),
  wipe: () => import('./van-mij/wissen/Screen.svelte'),
  call: () => import('./roep/Screen.svelte'),
  leave: () => import('./weg/Screen.svelte'),
  rules: () => import('./afspraken/Screen.svelte'),
  forYou: () => import('./voor-jou/Screen.svelte'),
  card: () => import('./kaartje/[entry]/Screen.svelte'),
  seatPerson: () => import('./zonder-telefoon/Screen.svelte'),
  served: () => import('./voor/[served]/Screen.svelte'),
  paper: () => import('./papier/Screen.svelte'),
  host: () => import('./tafel/Screen.svelte'),
  countPaper: () => import('./papier-tellen/Screen.svelte'),
} satisfies { readonly [name in ScreenName]: () => Promise<object> };

// Not awaited: the screens share files with this one, and would wait for it while it waits for them.
void start();

async function start(): Promise<void> {
  const target = document.querySelector('seat-island');
  const written = JSON.parse(document.getElementById(DATA_ID)?.textContent ?? 'null') as Written | null;
  if (!target || !written) return;
  const language = document.documentElement.lang;
  overwriteGetLocale(() => (isLanguage(language) ? language : LANGUAGES[0]));
  readBy(() => written.data.reading);
  const [screen, looks] = await Promise.all([SCREENS[written.screen](), loadLooks(written.looks.phone, written.looks.shown)]);
  // Each screen gets what its own page wrote.
  const { default: Screen } = screen as ScreenModule;
  hydrate(SeatRoot<SeatData, unknown>, { target, props: { Screen, data: { ...written.data, looks } as SeatData, form: written.form } });
  flushSync();
  target.setAttribute('data-ready', '');
  // Where browsers allow it (https, this computer) the page opens again without a network. It is extra: a browser may refuse.
  if ('serviceWorker' in navigator)
    await navigator.serviceWorker.register('/service-worker.js', { scope: '/gesprek/' }).catch(() => undefined);
}
