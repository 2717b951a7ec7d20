import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { addressOfRunning, chooseAddress, type Address } from './address.ts';
import { connectionTo } from './connection.ts';
import { letsUsIn } from './knock.ts';
import { lastLines, launchServer } from './launch.ts';
import { readPostmaster, removeFalseClaim, serves } from './postmaster.ts';
import { PostgresProblem } from './problem.ts';

/** What is the same at every start of this database. */
export interface Place {
  program: string;
  dataFolder: string;
  logFile: string;
  account: Account | undefined;
  password: string;
}

/** A server that runs on our data and lets us in. */
export interface Running {
  pid: number;
  address: Address;
  adopted: boolean;
  stillThere(): boolean;
  /** Calls back once when the server has ended, however that came; gives the way to stop watching. */
  watch(ended: () => void): () => void;
}

/**
 * Adopts the server that runs on this data, else starts one: on `address` when a former server had it. A start can
 * be refused while what is left of a killed server fades away, so it is tried again for a while.
 */
export async function bringUp(place: Place, address?: Address, cancelled = (): boolean => false): Promise<Running> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const running = (await adopt(place)) ?? (await launch(place, address ?? (await chooseAddress(place.dataFolder))));
    if (running) return running;
    if (cancelled() || performance.now() > giveUp) break;
    await sleep(50);
  }
  throw new PostgresProblem(
    'startFailed',
    `The database did not start. The data in ${place.dataFolder} was kept. ${place.logFile} says why.`,
    { cause: new Error(lastLines(place.logFile)) },
  );
}

const patienceMs = 20_000;
/** A server that is alive but not ready is repeating what a kill interrupted; on a slow disk that takes a while. */
const recoveryPatienceMs = 120_000;
const pollMs = 250;

async function adopt({ dataFolder, password }: Place): Promise<Running | undefined> {
  const pid = readPostmaster(dataFolder)?.pid;
  if (pid === undefined || !serves(pid, dataFolder)) return undefined;
  const stillThere = (): boolean => serves(pid, dataFolder);
  const address = await addressWhenReady(dataFolder, pid, stillThere);
  if (address === undefined || !(await letsUsIn(connectionTo(address, password), stillThere, patienceMs))) return undefined;
  return { pid, address, adopted: true, stillThere, watch: (ended) => watchStranger(stillThere, ended) };
}

async function launch(place: Place, address: Address): Promise<Running | undefined> {
  removeFalseClaim(place.dataFolder);
  const child = launchServer({ ...place, address });
  let gone = false;
  child.once('error', () => (gone = true));
  child.once('exit', () => (gone = true));
  const { pid } = child;
  if (pid === undefined) return undefined;
  const stillThere = (): boolean => !gone;
  if (!(await addressWhenReady(place.dataFolder, pid, stillThere))) return undefined;
  if (!(await letsUsIn(connectionTo(address, place.password), stillThere, patienceMs))) return undefined;
  return { pid, address, adopted: false, stillThere, watch: (ended) => watchChild(child, gone, ended) };
}

async function addressWhenReady(dataFolder: string, pid: number, stillThere: () => boolean): Promise<Address | undefined> {
  const giveUp = performance.now() + recoveryPatienceMs;
  while (stillThere() && performance.now() < giveUp) {
    const postmaster = readPostmaster(dataFolder);
    if (postmaster?.pid === pid && postmaster.ready) return addressOfRunning(dataFolder, postmaster.port, postmaster.onSocket);
    await sleep(10);
  }
  return undefined;
}

/** An adopted server is not our child: its end is only noticed by looking. */
function watchStranger(stillThere: () => boolean, ended: () => void): () => void {
  const timer = setInterval(() => {
    if (stillThere()) return;
    clearInterval(timer);
    ended();
  }, pollMs).unref();
  return () => clearInterval(timer);
}

function watchChild(child: ChildProcess, gone: boolean, ended: () => void): () => void {
  if (gone) setImmediate(ended);
  else child.once('exit', ended);
  return () => child.off('exit', ended);
}
