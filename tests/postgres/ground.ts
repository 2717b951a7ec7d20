import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres, type Connection, type PostgresServer } from '#postgres/server.ts';

export const isRoot = process.getuid?.() === 0;
export const nobody = { uid: 65534, gid: 65534 };

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder of the test's own, 0700, gone after the tests of the file: the servers in it must have ended first. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  folders.push(folder);
  return folder;
}

/** A server that ends with the test; what it tells (measured times too) stands in the test's output. */
export async function server(t: TestContext, dataDir: string): Promise<PostgresServer> {
  const started = await startPostgres({ dataDir, log: (line) => t.diagnostic(line) });
  t.after(() => started.stop());
  return started;
}

export async function query(connection: Connection, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Asks until the answer comes: for a server that is being started again. */
export async function until<Answer>(ask: () => Promise<Answer> | Answer): Promise<NonNullable<Answer>> {
  const giveUp = Date.now() + 20_000;
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error: unknown) => {
        if (Date.now() > giveUp) throw error;
        return undefined;
      });
    if (answer) return answer;
    if (Date.now() > giveUp) throw new Error('It did not happen within 20 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the small app in app.ts says of itself. */
export interface Report {
  adopted: boolean;
  connection: Connection;
  serverPid: number;
  lines: string[];
  held: boolean;
  runningOn: { pid: number; port: number; url: string } | undefined;
}

export interface App {
  process: ChildProcess;
  report: Report;
  nextReport(): Promise<Report>;
  /** Ends app and database as a person would. */
  end(): Promise<void>;
}

/** Starts the small app in a process of its own and waits for its first report. */
export async function app(t: TestContext, dataDir: string, options: ForkOptions = {}, script = appScript): Promise<App> {
  const child = fork(script, [dataDir], { stdio: 'inherit', ...options });
  const nextReport = (): Promise<Report> =>
    new Promise((resolve, reject) => {
      child.once('message', (message: Report) => resolve(message));
      child.once('exit', (code) => reject(new Error(`The app ended with code ${code}.`)));
    });
  const report = await nextReport();
  report.lines.forEach((line) => t.diagnostic(line));
  return { process: child, report, nextReport, end: () => endOf(child) };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.send('end');
  await ended;
}

const appScript = fileURLToPath(new URL('app.ts', import.meta.url));
