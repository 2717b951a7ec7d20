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

type Check = readonly [name: string, script: string, ...options: string[]];
const FORMAT: Check = ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'];
/** They read what is made, and making writes it anew: not beside each other. */
const OTHERS: readonly Check[] = [
  ['lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '-f', 'unix'],
  ['import direction', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'tests'],
  ['types', 'node_modules/svelte-check/bin/svelte-check', '--tsgo', '--fail-on-warnings', '--output', 'human'],
];

const checks = !asked.only;
const [unformatted] = await Promise.all([checks ? failing([FORMAT]) : [], make((sentence) => console.log(sentence))]);
const failed: string[] = [...unformatted, ...(checks ? await runOthers() : [])];
if (!asked.checks && !(await runTests(asked.only ? named : everyTest()))) failed.push('tests');
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runOthers(): Promise<readonly string[]> {
  // The types of the pages, which `npm ci` throws away.
  await run('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
  return failing(OTHERS);
}

/** All at once: most of them use one core. */
async function failing(checks: readonly Check[]): Promise<string[]> {
  const bad = await Promise.all(
    checks.map(async ([name, script, ...options]) => {
      const passed = await run(script, ...options);
      console.log(`${passed ? '✔' : '✖'} ${name}`);
      return passed ? [] : [name];
    }),
  );
  return bad.flat();
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
