import { existsSync, globSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One page or endpoint as its folder names it, such as `/gesprek/[conversation]/[seat]`, with what its forms can do. */
export interface PageRoute {
  readonly id: string;
  readonly actions: readonly string[];
}

/** What may stand in an address for each `[name]` in a route. */
export type Places = { readonly [name: string]: readonly string[] };

/** Every route there is, read from the folders: whoever adds one is looked after without having to think of it. */
export async function pageRoutes(): Promise<readonly PageRoute[]> {
  const found = new Set(globSync('**/{+page.svelte,+page.server.ts,+server.ts}', { cwd: ROUTES }).map((file) => dirname(file)));
  return Promise.all([...found].sort().map(async (folder) => ({ id: idOf(folder), actions: await actionsIn(folder) })));
}

/** All addresses of a route with these places filled in. */
export function addressesOf({ id }: PageRoute, places: Places): string[] {
  const start = [''];
  return id.split('/').reduce((before, part) => before.flatMap((path) => valuesOf(part, places).map((value) => join(path, value))), start);
}

const ROUTES = fileURLToPath(new URL('../../src/routes/', import.meta.url));

function idOf(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '.' && !part.startsWith('('));
  return `/${parts.join('/')}`;
}

async function actionsIn(folder: string): Promise<readonly string[]> {
  const file = `${ROUTES}${folder}/+page.server.ts`;
  if (!existsSync(file)) return [];
  const page: unknown = await import(file);
  const actions = typeof page === 'object' && page !== null && 'actions' in page ? page.actions : null;
  return typeof actions === 'object' && actions !== null ? Object.keys(actions) : [];
}

function valuesOf(part: string, places: Places): readonly string[] {
  const name = /^\[(.+)\]$/.exec(part)?.[1];
  if (name === undefined) return [part];
  const known = places[name];
  if (!known) throw new Error(`Say in this test what may stand for [${name}].`);
  return known;
}

function join(start: string, part: string): string {
  return part === '' ? start || '/' : `${start === '/' ? '' : start}/${part}`;
}
