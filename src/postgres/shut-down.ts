import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './bring-up.ts';
import { runToEnd } from './launch.ts';

/** Ends the server and waits until it has: politely first, then so that the next start repeats its last seconds. */
export async function shutDown(server: Running, dataFolder: string, control: string): Promise<void> {
  if (!server.stillThere()) return;
  await ask(server.pid, dataFolder, control, 'fast');
  if (await isGone(server, 15_000)) return;
  await ask(server.pid, dataFolder, control, 'immediate');
  await isGone(server, 5_000);
}

const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

async function ask(pid: number, dataFolder: string, control: string, mode: keyof typeof signals): Promise<void> {
  // A signal on Windows ends a process on the spot; pg_ctl has another way to ask.
  if (process.platform === 'win32') await runToEnd(control, ['stop', '-D', dataFolder, '-m', mode, '--no-wait'], { folder: dataFolder });
  else process.kill(pid, signals[mode]);
}

async function isGone(server: Running, patienceMs: number): Promise<boolean> {
  const giveUp = performance.now() + patienceMs;
  while (performance.now() < giveUp) {
    if (!server.stillThere()) return true;
    await sleep(10);
  }
  return !server.stillThere();
}
