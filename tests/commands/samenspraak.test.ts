import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formats } from '#formats/list.ts';

test('names the formats of the house, one a line and nothing else', () => {
  const { stdout, stderr, status } = samenspraak('format', 'list');
  assert.deepEqual(stdout.split('\n'), [...formats.map(({ id }) => id), '']);
  assert.deepEqual([stderr, status], ['', 0]);
});

for (const words of [[], ['format'], ['format', 'dance'], ['format', 'list', 'all'], ['toString']]) {
  test(`says what can be asked when it does not know "${words.join(' ')}"`, () => {
    const { stdout, stderr, status } = samenspraak(...words);
    assert.deepEqual([stdout, status], ['', 1]);
    assert.match(stderr, /npm run -s samenspraak -- format list/);
  });
}

function samenspraak(...words: readonly string[]) {
  return spawnSync(process.execPath, ['src/commands/samenspraak.ts', ...words], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    encoding: 'utf8',
  });
}
