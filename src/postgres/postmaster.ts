import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isFileError, readIfThere } from './files.ts';

/** What a running server, or one that was killed, wrote about itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Only certain once the server is ready: it writes this file line by line. */
  onSocket: boolean;
  ready: boolean;
}

export function readPostmaster(dataFolder: string): Postmaster | undefined {
  const lines = (readIfThere(join(dataFolder, 'postmaster.pid')) ?? '').split('\n').map((line) => line.trim());
  const [pid, , , port, socketFolder, , , status] = lines;
  if (!pid || !port) return undefined;
  return { pid: Number(pid), port: Number(port), onSocket: Boolean(socketFolder), ready: status === 'ready' };
}

/** Is this process the server of this data, and not a zombie or a stranger who was given the same number? */
export function serves(pid: number, dataFolder: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const itsFolder = statSync(`/proc/${pid}/cwd`);
    const ours = statSync(dataFolder);
    return itsFolder.dev === ours.dev && itsFolder.ino === ours.ino;
  } catch (error) {
    // Root in a container may not look into a process of another user; its name and owner are public.
    return isFileError(error, 'EACCES', 'EPERM') && looksLikeServer(pid, dataFolder);
  }
}

/**
 * PostgreSQL steps over a dead process's file by itself, but believes a zombie or a stranger with the same
 * number. Only the claim goes: its own check on shared memory still guards the data against a second server.
 */
export function removeFalseClaim(dataFolder: string): void {
  const claim = readPostmaster(dataFolder);
  if (claim === undefined || !isAlive(claim.pid) || serves(claim.pid, dataFolder)) return;
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
  rmSync(join(dataFolder, `.s.PGSQL.${claim.port}.lock`), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isFileError(error, 'EPERM');
  }
}

function looksLikeServer(pid: number, dataFolder: string): boolean {
  try {
    const [, name, state] = /\((.*)\) (\w)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === 'postgres' && state !== 'Z' && state !== 'X' && statSync(`/proc/${pid}`).uid === statSync(dataFolder).uid;
  } catch {
    return false;
  }
}
