import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshFolder, type Ending } from './app.ts';

export interface ChildHouse {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Where people reach it; rejects when it ends before it is ready. */
  readonly url: Promise<string>;
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts the house as `npm start` does, as a process of its own on a free port with a fresh data folder. */
export function startChild(test: Ending, environment: NodeJS.ProcessEnv = {}): ChildHouse {
  const child = spawn(process.execPath, ['src/commands/start.ts'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, PORT: '0', DATA_DIR: freshFolder(test), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const url = new Promise<string>((ready, failed) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const found = /is ready: (http\S+)/.exec(said)?.[1];
      if (found) ready(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', () => failed(new Error(`The house ended before it was ready:\n${said}`)));
  });
  url.catch(() => undefined);
  test.after(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { child, said: () => said, url, ended };
}
