import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { make } from '../src/commands/make.ts';
import { shareServer } from './helpers/database.ts';

/**
 * `npm test`: every check, then every test; says at the end what failed, if anything did.
 * `--checks`: only the checks. `--only a.test.ts b.test.ts`: only these tests.
 */
const { values: asked, positionals: named } = parseArgs({
  options: { checks: { type: 'boolean' }, only: { type: 'boolean' } },
  allowPositionals: true,
});
const root = fileURLToPath(new URL('..', import.meta.url));

const CHECKS: readonly (readonly [name: string, script: string, ...options: string[]])[] = [
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '-f', 'unix'],
  ['import direction', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'tests'],
  ['types', 'node_modules/svelte-check/bin/svelte-check', '--tsgo', '--fail-on-warnings', '--output', 'human'],
];

await make((sentence) => console.log(sentence));
const failed = asked.only ? [] : await runChecks();
if (!asked.checks && !(await runTests(asked.only ? named : everyTest()))) failed.push('tests');
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runChecks(): Promise<string[]> {
  // The types of the pages, which `npm ci` throws away.
  await run('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
  const bad: string[] = [];
  for (const [name, script, ...options] of CHECKS) {
    const passed = await run(script, ...options);
    console.log(`${passed ? '✔' : '✖'} ${name}`);
    if (!passed) bad.push(name);
  }
  return bad;
}

function everyTest(): string[] {
  return globSync('tests/**/*.test.ts', { cwd: root }).toSorted();
}

/**
 * What was just made, and what Node made of our TypeScript, is not looked at again by every test file and every house
 * they start. A test file waits for its browser and its database more than it reckons, so there is room for two more
 * than there are cores.
 */
async function runTests(files: readonly string[]): Promise<boolean> {
  process.env['SAMENSPRAAK_MADE'] = 'yes';
  process.env['NODE_COMPILE_CACHE'] = join(root, 'build', 'compiled');
  const server = await shareServer();
  try {
    return await run('--test', `--test-concurrency=${availableParallelism() + 2}`, ...files);
  } finally {
    await server.stop();
  }
}

function run(...command: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done) => child.on('close', (code) => done(code === 0)));
}
