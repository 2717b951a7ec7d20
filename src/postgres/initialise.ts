import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { initialiseAccount, serverAccount } from './account.ts';
import { superuser } from './connection.ts';
import { giveTo, isFileError, readIfThere, syncFolder, writeSecret } from './files.ts';
import { runToEnd } from './launch.ts';
import { isAlive } from './postmaster.ts';
import { PostgresProblem } from './problem.ts';
import type { Programs } from './programs.ts';

/** Makes the database in `<home>/postgres` unless it is there already, and gives its password. */
export async function ensureInitialised(home: string, programs: Programs): Promise<string> {
  const dataFolder = join(home, 'postgres');
  if (versionOf(dataFolder) === undefined) await initialise(home, dataFolder, programs);
  const version = versionOf(dataFolder);
  if (version === majorVersion) return readPassword(dataFolder);
  throw new PostgresProblem(
    'otherVersion',
    `${dataFolder} holds ${version ? `data of PostgreSQL ${version}` : 'something else than a database'}; this app brings PostgreSQL ${majorVersion}. Nothing was changed. Start the version of the app that made it, or choose another DATA_DIR.`,
  );
}

const majorVersion = '18';
const freshPrefix = 'postgres.fresh-';
const passwordFile = 'password';

/** Made beside its place and moved there when whole: a kill half-way, or a second start, leaves no half database. */
async function initialise(home: string, dataFolder: string, programs: Programs): Promise<void> {
  removeAbandoned(home);
  const fresh = join(home, `${freshPrefix}${process.pid}`);
  const password = randomBytes(32).toString('base64url');
  try {
    mkdirSync(fresh, { mode: 0o700 });
    await runInitdb(programs, fresh, password);
    const owner = serverAccount(dataFolder);
    if (owner) giveTo(owner, fresh);
    await writeSecret(join(fresh, passwordFile), password);
    await syncFolder(fresh);
    await rename(fresh, dataFolder);
    await syncFolder(home);
  } catch (error) {
    if (!isFileError(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function versionOf(dataFolder: string): string | undefined {
  return readIfThere(join(dataFolder, 'PG_VERSION'))?.trim();
}

function readPassword(dataFolder: string): string {
  const path = join(dataFolder, passwordFile);
  const password = readIfThere(path);
  if (password) return password;
  throw new PostgresProblem(
    'passwordLost',
    `The password of the database, ${path}, is missing. The data is still there. Put the file back from a backup.`,
  );
}

function removeAbandoned(home: string): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(freshPrefix)) continue;
    const maker = Number.parseInt(name.slice(freshPrefix.length), 10);
    if (maker === process.pid || !isAlive(maker)) rmSync(join(home, name), { recursive: true, force: true });
  }
}

/**
 * As root initdb runs as somebody who may not enter the folders above: it finds its folder by its working
 * directory and the password by an open file, so that neither needs a path.
 */
async function runInitdb(programs: Programs, fresh: string, password: string): Promise<void> {
  const account = initialiseAccount();
  const passwordPath = `${fresh}.${passwordFile}`;
  await writeSecret(passwordPath, password);
  if (account) {
    giveTo(account, fresh);
    chownSync(passwordPath, account.uid, account.gid);
  }
  const passwordHandle = openSync(passwordPath, 'r');
  const places = account ? ['-D', '/proc/self/cwd', '--pwfile=/proc/self/fd/3'] : ['-D', fresh, `--pwfile=${passwordPath}`];
  try {
    await runToEnd(programs.initdb, [...initdbArguments, ...places], { folder: fresh, account, handle: passwordHandle });
  } catch (cause) {
    throw new PostgresProblem('initialiseFailed', 'The database could not be made. Nothing was kept. Is there room on the disk?', {
      cause,
    });
  } finally {
    closeSync(passwordHandle);
    rmSync(passwordPath, { force: true });
  }
}

/** The built-in C.UTF-8 sorts and folds the same on every machine, whatever locales it has. */
const initdbArguments = [
  `--username=${superuser}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];
