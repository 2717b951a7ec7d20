import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import type { Account } from './account.ts';
import type { Address } from './address.ts';
import { readIfThere } from './files.ts';
import { serverArguments } from './settings.ts';

export interface Launch {
  program: string;
  dataFolder: string;
  account: Account | undefined;
  address: Address;
  logFile: string;
}

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal must not reach it before the app has saved
 * its last words, and it lives on when the app is killed. It finds its data by its working directory, so that it
 * may lie below folders that the server's own user cannot enter.
 */
export function launchServer({ program, dataFolder, account, address, logFile }: Launch): ChildProcess {
  const log = openLog(logFile);
  try {
    const place = process.platform === 'linux' ? '/proc/self/cwd' : dataFolder;
    const child = spawn(program, serverArguments(place, address), {
      cwd: dataFolder,
      env: plainEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      ...account,
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Runs a program until it ends; rejects with what it wrote when it fails. `handle` becomes its file number 3. */
export function runToEnd(
  program: string,
  args: string[],
  { folder, account, handle }: { folder: string; account?: Account | undefined; handle?: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: plainEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', handle ?? 'ignore'],
      windowsHide: true,
      ...account,
    });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim() || `ended with code ${code}`))));
  });
}

/** The last lines of the server's log, for who must find out why it does not start. */
export function lastLines(logFile: string): string {
  return (readIfThere(logFile) ?? '').trimEnd().split('\n').slice(-5).join('\n');
}

const largestLog = 1_000_000;

/** A file and not a pipe: the server must be able to write when the app is gone. */
function openLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(logFile, `${logFile}.old`);
  return openSync(logFile, 'a', 0o600);
}

/** Our own environment may hold secrets; the database gets none of it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }), LC_ALL: 'C' };
}
