import { rm, writeFile } from 'node:fs/promises';
import type { Refusal } from '#conversation/refusal.ts';
import type { Entrance, Links } from './links.ts';
import type { Visitor } from './ports/people.ts';

/** The code works once; its file goes with it. */
export async function useSetUpCode(links: Links, file: string, visitor: Visitor, typed: string): Promise<Entrance | Refusal> {
  const entrance = await links.useSetUpCode(visitor, typed);
  if (!('refused' in entrance)) await rm(file, { force: true });
  return entrance;
}

/** While nobody leads yet: writes the code for the first organiser in a file that only its owner can read. */
export async function writeSetUpCode(links: Links, file: string): Promise<string | null> {
  await rm(file, { force: true });
  const code = await links.setUpCode();
  if (code === null) return null;
  await writeFile(file, `${code}\n`, { flag: 'wx', mode: 0o600 });
  return file;
}
