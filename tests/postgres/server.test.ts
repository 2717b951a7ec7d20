import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startPostgres } from '#postgres/server.ts';
import { freshFolder, query, server, until } from './ground.ts';

test('a database is made, keeps what it got, and starts again with it', async (t) => {
  const dataDir = join(freshFolder(), 'home of its own', 'data');
  const first = await server(t, dataDir);
  await query(first.connection, 'CREATE TABLE card (words text)');
  await query(first.connection, 'INSERT INTO card VALUES ($1)', ['Één straat ☂']);
  await first.stop();

  const second = await server(t, dataDir);
  assert.deepEqual(await query(second.connection, 'SELECT words FROM card'), [{ words: 'Één straat ☂' }]);
  assert.equal(second.adopted, false);
});

test('it is PostgreSQL 18, in UTF-8, sorted alike on every machine, with every write safe on disk', async (t) => {
  const { connection } = await server(t, freshFolder());
  const [facts] = await query(
    connection,
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS commit, pg_encoding_to_char(encoding) AS encoding,
            datlocale AS locale, lower('É') AS folded
       FROM pg_database WHERE datname = current_database()`,
  );
  assert.deepEqual(facts, { version: 18, fsync: 'on', commit: 'on', encoding: 'UTF8', locale: 'C.UTF-8', folded: 'é' });
});

test('a killed server comes back by itself, at the same address, with all that was acknowledged', async (t) => {
  const postgres = await server(t, freshFolder());
  const { connection, pid } = postgres;
  let ends = 0;
  postgres.onExit(() => (ends += 1));
  await query(connection, 'CREATE TABLE card AS SELECT generate_series(1, 100000) AS number');

  process.kill(pid, 'SIGKILL');
  await until(() => postgres.pid !== pid);

  assert.deepEqual(await query(connection, 'SELECT count(*)::int FROM card'), [{ count: 100000 }]);
  assert.equal(ends, 1);
  assert.deepEqual(postgres.connection, connection);
});

test('what a killed server left behind does not stop the next start, even when its number is now another process', async (t) => {
  const dataDir = freshFolder();
  const first = await server(t, dataDir);
  await query(first.connection, 'CREATE TABLE card AS SELECT 1 AS number');
  const claim = join(dataDir, 'postgres', 'postmaster.pid');
  const left = readFileSync(claim, 'utf8');
  await first.stop();
  writeFileSync(claim, left.replace(/^\d+/, String(process.pid)));

  const second = await server(t, dataDir);
  assert.deepEqual(await query(second.connection, 'SELECT number FROM card'), [{ number: 1 }]);
});

test('a folder with a path too long for a socket gets a loopback address, that also asks the password', async (t) => {
  const { connection } = await server(t, join(freshFolder(), 'a-long-name'.repeat(10)));
  assert.equal(connection.host, '127.0.0.1');
  assert.deepEqual(await query(connection, 'SELECT 1 AS one'), [{ one: 1 }]);
  await assert.rejects(query({ ...connection, password: 'guess' }, 'SELECT 1'), { code: '28P01' });
});

test('no words that people wrote reach the log of the server, not even those it refuses', async (t) => {
  const dataDir = freshFolder();
  const { connection } = await server(t, dataDir);
  await query(connection, "CREATE TABLE card (words text CHECK (words <> 'canary-in-row'), number int)");
  await assert.rejects(query(connection, 'INSERT INTO card VALUES ($1)', ['canary-in-row']), { code: '23514' });
  await assert.rejects(query(connection, 'INSERT INTO card (number) VALUES ($1)', ['canary-as-number']), { code: '22P02' });
  await assert.rejects(query(connection, "SELECT 'canary-in-statement' FROM nowhere"), { code: '42P01' });
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  assert.match(log, /ready to accept connections/);
  assert.doesNotMatch(log, /canary/);
});

test('a lost password, another version and a strange folder are refused in a sentence, with the data left alone', async (t) => {
  const dataDir = freshFolder();
  const folder = join(dataDir, 'postgres');
  const begin = (): Promise<unknown> => startPostgres({ dataDir, log: () => undefined });

  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.txt'), 'kept');
  await assert.rejects(begin(), { code: 'otherVersion' });
  assert.equal(readFileSync(join(folder, 'letter.txt'), 'utf8'), 'kept');

  writeFileSync(join(folder, 'PG_VERSION'), '15\n');
  await assert.rejects(begin(), { code: 'otherVersion', message: /PostgreSQL 15/ });

  rmSync(folder, { recursive: true });
  await (await server(t, dataDir)).stop();
  rmSync(join(folder, 'password'));
  await assert.rejects(begin(), { code: 'passwordLost' });
});
