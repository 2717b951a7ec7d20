import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { app, freshFolder, query, type App } from './ground.ts';

test('a killed app leaves its database running; the next start adopts it and may hold the lock', async (t) => {
  const dataDir = freshFolder();
  const killed = await app(t, dataDir);
  await query(killed.report.connection, 'CREATE TABLE card AS SELECT 1 AS number');
  await kill(killed);

  const next = await app(t, dataDir);
  t.after(next.end);
  assert.equal(next.report.adopted, true);
  assert.equal(next.report.serverPid, killed.report.serverPid);
  assert.equal(next.report.held, true);
  assert.deepEqual(await query(next.report.connection, 'SELECT number FROM card'), [{ number: 1 }]);
});

test('an adopted server that is killed comes back too', async (t) => {
  const dataDir = freshFolder();
  const killed = await app(t, dataDir);
  await kill(killed);
  const next = await app(t, dataDir);
  t.after(next.end);

  process.kill(next.report.serverPid, 'SIGKILL');
  const { serverPid, connection } = await next.nextReport();

  assert.notEqual(serverPid, next.report.serverPid);
  assert.deepEqual(await query(connection, 'SELECT 1 AS one'), [{ one: 1 }]);
});

test('app and database killed together: the next start has the data', async (t) => {
  const dataDir = freshFolder();
  const killed = await app(t, dataDir);
  await query(killed.report.connection, 'CREATE TABLE card AS SELECT generate_series(1, 1000) AS number');
  process.kill(killed.report.serverPid, 'SIGKILL');
  await kill(killed);

  const next = await app(t, dataDir);
  t.after(next.end);
  assert.deepEqual(await query(next.report.connection, 'SELECT count(*)::int FROM card'), [{ count: 1000 }]);
});

test('a second start says where the first one runs, and leaves it alone', async (t) => {
  const dataDir = freshFolder();
  const first = await app(t, dataDir);
  t.after(first.end);
  const second = await app(t, dataDir);
  await second.end();

  assert.equal(second.report.held, false);
  assert.deepEqual(second.report.runningOn, { pid: first.process.pid, port: 3000, url: 'http://127.0.0.1:3000' });
  assert.equal(statSync(join(dataDir, 'running.json')).mode & 0o777, 0o600);
  assert.deepEqual(await query(first.report.connection, 'SELECT 1 AS one'), [{ one: 1 }]);
});

test('two first starts at the same moment make one database, and one of them holds it', async (t) => {
  const dataDir = freshFolder();
  const both = await Promise.all([app(t, dataDir), app(t, dataDir)]);
  both.forEach((one) => t.after(one.end));
  assert.deepEqual(both.map((one) => one.report.held).sort(), [false, true]);
  assert.equal(both[0].report.serverPid, both[1].report.serverPid);
});

test('the lock is taken again after the database was killed', async (t) => {
  const dataDir = freshFolder();
  const first = await app(t, dataDir);
  t.after(first.end);
  process.kill(first.report.serverPid, 'SIGKILL');
  await first.nextReport();

  const second = await app(t, dataDir);
  await second.end();
  assert.equal(second.report.held, false);
});

test('Ctrl-C in the terminal reaches the app, not the database', async (t) => {
  const dataDir = freshFolder();
  const one = await app(t, dataDir, { detached: true });
  t.after(one.end);
  const reported = one.nextReport();
  process.kill(-(one.process.pid ?? 0), 'SIGINT');
  assert.equal((await reported).serverPid, one.report.serverPid);
  assert.deepEqual(await query(one.report.connection, 'SELECT 1 AS one'), [{ one: 1 }]);
  assert.doesNotMatch(readFileSync(join(dataDir, 'postgres.log'), 'utf8'), /shutdown request/);
});

async function kill({ process: child }: App): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
