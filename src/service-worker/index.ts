import { version } from '$app/env';
import { self } from '$app/service-worker';

/**
 * Opens the page of one's seat again when there is no network, where browsers allow that (https and
 * localhost). It keeps the last such page and what that page is made of, nothing else; "Wis dit van mijn
 * telefoon" empties `pages`.
 */
const PAGES = 'pages';
const PARTS = `parts-${version}`;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isSeatPage(pathname)) event.respondWith(openPage(request));
  else if (pathname.startsWith(IMMUTABLE)) event.respondWith(openPart(request));
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
    if (isSeatPage(new URL(url).pathname)) await openPage(new Request(url)).catch(() => undefined);
  }
}

/** The newest there is; without a network the last one that was seen. */
async function openPage(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const pages = await caches.open(PAGES);
  try {
    const page = await fetch(request);
    if (page.ok) await keepOnly(pages, origin + pathname, page.clone());
    else if (page.status === 404) await pages.delete(origin + pathname);
    return page;
  } catch (error) {
    const kept = await pages.match(origin + pathname);
    if (kept) return kept;
    throw error;
  }
}

async function keepOnly(pages: Cache, address: string, page: Response): Promise<void> {
  for (const other of await pages.keys()) if (other.url !== address) await pages.delete(other);
  await pages.put(address, page.clone());
  const parts = await caches.open(PARTS);
  const named = (await page.text()).match(/\/_app\/immutable\/[\w./-]+\.(?:js|css|woff2)/g) ?? [];
  for (const part of new Set(named)) if (!(await parts.match(part))) await parts.add(part).catch(() => undefined);
}

/** What these are never changes under the same name. */
async function openPart(request: Request): Promise<Response> {
  const parts = await caches.open(PARTS);
  const kept = await parts.match(request);
  if (kept) return kept;
  const part = await fetch(request);
  if (part.ok) await parts.put(request, part.clone());
  return part;
}
