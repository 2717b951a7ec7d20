import { version } from '$app/env';
import { self } from '$app/service-worker';

/**
 * Opens the page of one's seat again when there is no network, where browsers allow that (https and
 * localhost). It keeps the last such page and what that page is made of, nothing else; "Wis dit van mijn
 * telefoon" empties `pages`. It sees to the pages of seats alone, and nothing it cannot keep stands in the way of a page.
 */
const PAGES = 'pages';
const PARTS = `parts-${version}`;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isSeatPage(pathname)) event.respondWith(openPage(event));
  else if (pathname.startsWith(IMMUTABLE)) event.respondWith(openPart(event));
});

const IMMUTABLE = '/_app/immutable/';

function isSeatPage(pathname: string): boolean {
  return /^\/gesprek\/[^/]+\/[^/]+$/.test(pathname);
}

/** Also keeps a page that was opened before this worker was there. */
async function begin(): Promise<void> {
  for (const name of await caches.keys()) if (name !== PAGES && name !== PARTS) await caches.delete(name);
  await self.clients.claim();
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    if (isSeatPage(new URL(url).pathname)) await fetch(url).then((page) => keepPage(url, page), nothing);
  }
}

/** The newest there is; without a network the last one that was seen. Nobody waits for what is kept. */
async function openPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const page = await fetch(request).catch(nothing);
  if (!page) return (await kept(PAGES, addressOf(request.url))) ?? Response.error();
  event.waitUntil(keepPage(request.url, page.clone()));
  return page;
}

/** What these are never changes under the same name. */
async function openPart(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const known = await kept(PARTS, request.url);
  if (known) return known;
  const part = await fetch(request);
  if (part.ok) event.waitUntil(keepPart(request.url, part.clone()));
  return part;
}

/** A browser that has no room to keep anything opens pages all the same. */
async function kept(name: string, address: string): Promise<Response | undefined> {
  return caches
    .open(name)
    .then((cache) => cache.match(address))
    .catch(nothing);
}

async function keepPart(address: string, part: Response): Promise<void> {
  await caches
    .open(PARTS)
    .then((parts) => parts.put(address, part))
    .catch(nothing);
}

async function keepPage(url: string, page: Response): Promise<void> {
  const pages = await caches.open(PAGES).catch(nothing);
  if (pages && page.status === 404) await pages.delete(addressOf(url)).catch(nothing);
  else if (pages && page.ok) await keepOnly(pages, addressOf(url), page).catch(nothing);
}

async function keepOnly(pages: Cache, address: string, page: Response): Promise<void> {
  for (const other of await pages.keys()) if (other.url !== address) await pages.delete(other);
  await pages.put(address, page.clone());
  const parts = await caches.open(PARTS);
  const named = (await page.text()).match(/\/_app\/immutable\/[\w./-]+\.(?:js|css|woff2)/g) ?? [];
  for (const part of new Set(named)) if (!(await parts.match(part))) await parts.add(part).catch(nothing);
}

/** Without the query: one page of one seat. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function nothing(): undefined {
  return undefined;
}
