import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a bench as its npm script does, and gives the object on its last line. */
async function bench(name: string, ...options: readonly string[]): Promise<{ readonly [name: string]: unknown }> {
  const { stdout } = await run(process.execPath, [`src/commands/${name}.ts`, ...options, '--json'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { readonly [name: string]: unknown };
}

test('a small hall writes for a while: nothing is lost, nothing is there twice, everybody sees it', async () => {
  const { phones, acknowledged, sent, lost, duplicated, unseen, notBack } = await bench('room', '--phones', '16', '--seconds', '8');
  assert.equal(phones, 16);
  assert.ok(Number(acknowledged) > 0);
  assert.deepEqual({ sent, lost, duplicated, unseen, notBack }, { sent: acknowledged, lost: 0, duplicated: 0, unseen: 0, notBack: 0 });
});

test('people come in by the QR while somebody on their network guesses codes, who never does', async () => {
  const { joined, shutOut, guessesStopped, guessesWithin } = await bench('room', '--storm', '--phones', '24', '--seconds', '1');
  assert.deepEqual({ joined, shutOut, guessesWithin }, { joined: 24, shutOut: 0, guessesWithin: 0 });
  assert.ok(Number(guessesStopped) > 0);
});

test('the app and then the database are killed while people write: every acknowledged word is there once, in order', async () => {
  const result = await bench('crash', '--kills', '2', '--phones', '8', '--events', '300');
  const { kills, acknowledged, lost, duplicated, orderViolations } = result;
  assert.ok(Number(acknowledged) > 0);
  assert.deepEqual({ kills, lost, duplicated, orderViolations }, { kills: 2, lost: 0, duplicated: 0, orderViolations: 0 });
});
