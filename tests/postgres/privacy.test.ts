import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Connection } from '#postgres/server.ts';
import { freshFolder, isRoot, nobody, query, server } from './ground.ts';

test('the data folder is 0700 and every file with a secret or a word in it 0600', async (t) => {
  const dataDir = freshFolder();
  await server(t, dataDir);
  const mode = (...names: string[]): string => (statSync(join(dataDir, ...names)).mode & 0o777).toString(8);
  assert.equal(mode('postgres'), '700');
  assert.equal(mode('postgres', 'password'), '600');
  assert.equal(mode('postgres', 'pg_hba.conf'), '600');
  assert.equal(mode('postgres.log'), '600');
  assert.deepEqual(readdirSync(dataDir).sort(), ['postgres', 'postgres.log']);
});

test('a data folder that was opened to others is closed again at the next start', async (t) => {
  const dataDir = freshFolder();
  await (await server(t, dataDir)).stop();
  chmodSync(join(dataDir, 'postgres'), 0o755);
  await server(t, dataDir);
  assert.equal(statSync(join(dataDir, 'postgres')).mode & 0o777, 0o700);
});

test('nobody gets in without the password, by no road', async (t) => {
  const { connection } = await server(t, freshFolder());
  await assert.rejects(query({ ...connection, password: 'guess' }, 'SELECT 1'), { code: '28P01' });
  const roads = await query(connection, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
  assert.deepEqual(roads, [{ auth_method: 'scram-sha-256' }]);
});

test('another user of this machine can neither reach the server nor read a file', { skip: !isRoot && 'needs root' }, async (t) => {
  const dataDir = freshFolder();
  chmodSync(dataDir, 0o755);
  const { connection, pid } = await server(t, dataDir);
  writeFileSync(join(dataDir, 'open.txt'), 'for all');

  assert.equal(asNobody(`cat '${dataDir}/open.txt'`), 'for all');
  for (const path of ['postgres', 'postgres/password', 'postgres/base', 'postgres/PG_VERSION', 'postgres.log']) {
    assert.match(asNobody(`cat '${dataDir}/${path}' || ls '${dataDir}/${path}'`), /Permission denied/);
  }
  assert.match(asNobody(`ls /proc/${pid}/cwd/`), /Permission denied/);
  assert.match(runAsNobody('/proc/self/exe', ['-e', knock(connection)]), /EACCES/);
});

test('as root the server runs as a user that no one else is', { skip: !isRoot && 'needs root' }, async (t) => {
  const { pid } = await server(t, freshFolder());
  const { uid } = statSync(`/proc/${pid}`);
  assert.ok(uid >= 65520 && uid <= 65533, `runs as ${uid}`);
  assert.doesNotMatch(spawnSync('cat', ['/etc/passwd'], { encoding: 'utf8' }).stdout, new RegExp(`:${uid}:`));
});

function asNobody(command: string): string {
  return runAsNobody('/bin/sh', ['-c', command]);
}

function runAsNobody(program: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { ...nobody, cwd: '/', encoding: 'utf8' });
  return stdout + stderr;
}

function knock({ host, port }: Connection): string {
  return `require('node:net').connect('${host}/.s.PGSQL.${port}').on('connect', () => console.log('inside')).on('error', (error) => console.log(error.code))`;
}
