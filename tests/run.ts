import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { make } from '../src/commands/make.ts';

/** `npm test`: every check, then every test. With `--checks` only the checks. Ends with what failed, if anything did. */
const root = fileURLToPath(new URL('..', import.meta.url));

const CHECKS: readonly (readonly [name: string, script: string, ...options: string[]])[] = [
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '-f', 'unix'],
  ['import direction', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'tests'],
  ['types', 'node_modules/svelte-check/bin/svelte-check', '--tsgo', '--fail-on-warnings', '--output', 'human'],
];

await run('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
await make((sentence) => console.log(sentence));
const failed = await runChecks();
if (!process.argv.includes('--checks') && !(await runTests())) failed.push('tests');
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runChecks(): Promise<string[]> {
  const bad: string[] = [];
  for (const [name, script, ...options] of CHECKS) {
    const passed = await run(script, ...options);
    console.log(`${passed ? '✔' : '✖'} ${name}`);
    if (!passed) bad.push(name);
  }
  return bad;
}

function runTests(): Promise<boolean> {
  const files = globSync('tests/**/*.test.ts', { cwd: root }).toSorted();
  return run('--test', ...files);
}

function run(...command: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done) => child.on('close', (code) => done(code === 0)));
}
