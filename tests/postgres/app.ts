// A small app that holds the database and its lock, for tests that kill it. It reports by message.
import { join } from 'node:path';
import { holdLock } from '#postgres/lock.ts';
import { startPostgres } from '#postgres/server.ts';
import { until, type Report } from './ground.ts';

const [dataDir = ''] = process.argv.slice(2);
const lines: string[] = [];
const postgres = await startPostgres({ dataDir, log: (line) => lines.push(line) });
const details = { pid: process.pid, port: 3000, url: 'http://127.0.0.1:3000' };
const lock = await holdLock({ connection: postgres.connection, file: join(dataDir, 'running.json'), details });

process.on('SIGINT', () => tell());
postgres.onExit(() => {
  const ended = postgres.pid;
  void until(() => postgres.pid !== ended).then(tell);
});
process.on('message', () => void end());
tell();
if (!lock.held) postgres.leave();

function tell(): void {
  const { adopted, connection, pid } = postgres;
  const report: Report = { adopted, connection, serverPid: pid, lines, held: lock.held, runningOn: lock.held ? undefined : lock.runningOn };
  process.send?.(report);
}

async function end(): Promise<void> {
  if (lock.held) {
    await lock.release();
    await postgres.stop();
  }
  process.disconnect?.();
}
