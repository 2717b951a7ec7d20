import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One short hash over the content of these files and folders, whatever their dates say. */
export async function stampOf(root: string, paths: readonly string[], without: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node.split('.', 1)[0] ?? '');
  for (const path of paths) await add(hash, root, path, without);
  return hash.digest('hex').slice(0, 16);
}

async function add(hash: Hash, root: string, path: string, without: readonly string[]): Promise<void> {
  if (without.includes(path)) return;
  const names = await namesIn(join(root, path));
  if (names) for (const name of names) await add(hash, root, `${path}/${name}`, without);
  else hash.update(path).update(await readFile(join(root, path)).catch(() => 'none'));
}

/** Undefined for a file, and for what is not there. */
async function namesIn(path: string): Promise<string[] | undefined> {
  return readdir(path).then(
    (names) => names.sort(),
    () => undefined,
  );
}
