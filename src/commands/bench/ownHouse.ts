import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import { withStore } from './prepare.ts';

/** A house of our own, started as `npm start` does, on a fresh folder that goes when we are done. */
export class OwnHouse {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));
  readonly url: URL;
  readonly #port: number;
  readonly #options: readonly string[];
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #said = '';

  private constructor(port: number, options: readonly string[]) {
    this.#port = port;
    this.#options = options;
    this.url = new URL(`http://127.0.0.1:${port}`);
    // Whatever happens to us, nothing of ours stays behind.
    process.once('exit', this.#killAll);
  }

  /** `options` are for Node, such as a profiler. */
  static async onFreePort(options: readonly string[] = []): Promise<OwnHouse> {
    return new OwnHouse(await freePort(), options);
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Of the database server; 0 when none runs. */
  get databasePid(): number {
    try {
      return Number(readFileSync(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n', 1)[0]) || 0;
    } catch {
      return 0;
    }
  }

  /** Resolves when people can come in. */
  start(): Promise<void> {
    const child = spawn(process.execPath, [...this.#options, ...START], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      env: { ...process.env, PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.dataDir, DATABASE_URL: '', PUBLIC_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#said = '';
    this.#ended = new Promise((done) => child.once('close', () => done()));
    return new Promise((ready, failed) => {
      const listen = (chunk: Buffer): void => {
        this.#said = (this.#said + chunk.toString('utf8')).slice(-10_000);
        if (this.#said.includes('is ready: http')) ready();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('close', () => failed(new Error(`The house ended before it was ready:\n${this.#said}`)));
    });
  }

  /** What it said last: errors, if there were any. */
  get said(): string {
    return this.#said;
  }

  /** As when the machine runs out of memory. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  /** The database alone; the house has to find that out by itself. */
  killDatabase(): void {
    const pid = this.databasePid;
    if (pid > 0) process.kill(pid, 'SIGKILL');
  }

  /** Ends it as an operator does; what is saved stays. */
  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM');
    await this.#ended;
    this.#child = undefined;
  }

  /** Ends whatever still runs and removes the folder. */
  async remove(): Promise<void> {
    await this.stop();
    // A database that was left behind by a killed house is adopted, and ended properly.
    if (this.databasePid > 0) await withStore(this.dataDir, async () => undefined).catch(() => undefined);
    this.#killAll();
    process.off('exit', this.#killAll);
  }

  readonly #killAll = (): void => {
    this.#child?.kill('SIGKILL');
    try {
      this.killDatabase();
    } catch {
      // It had already ended.
    }
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}

/** What `npm start` gives to Node. */
const [, ...START] = manifest.scripts.start.split(' ');

/** For a house that writes in that folder, when it is stopped, what it spent its time on. */
export function profilerIn(folder: string | undefined): readonly string[] {
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
