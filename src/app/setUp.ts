import { rm, writeFile } from 'node:fs/promises';
import type { Links } from './links.ts';

/** While nobody leads yet: writes the code for the first organiser in a file that only its owner can read. */
export async function writeSetUpCode(links: Links, file: string): Promise<string | null> {
  await rm(file, { force: true });
  const code = await links.setUpCode();
  if (code === null) return null;
  await writeFile(file, `${code}\n`, { flag: 'wx', mode: 0o600 });
  return file;
}
