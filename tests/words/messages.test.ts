import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

type Messages = { readonly [key: string]: unknown };

const [dutch, english] = ['nl', 'en'].map((language): Messages => {
  const read: unknown = JSON.parse(readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'));
  assert.ok(typeof read === 'object' && read !== null);
  return Object.fromEntries(Object.entries(read));
});

test('every sentence exists in Dutch and in English', () => {
  assert.deepEqual(Object.keys(english ?? {}).toSorted(), Object.keys(dutch ?? {}).toSorted());
});

test('both say the same values', () => {
  for (const key of Object.keys(dutch ?? {})) assert.deepEqual(placeholders(english?.[key]), placeholders(dutch?.[key]), key);
});

test('every sentence is said somewhere', () => {
  const root = new URL('../../', import.meta.url);
  const files = globSync('src/**/*.{ts,svelte}', { cwd: root, exclude: ['src/words/compiled/**'] });
  const said = new Set(files.flatMap((file) => readFileSync(new URL(file, root), 'utf8').match(/\bm\.\w+/g) ?? []));
  assert.deepEqual(
    Object.keys(dutch ?? {}).filter((key) => !key.startsWith('$') && !said.has(`m.${key}`)),
    [],
  );
});

/** Values named in every variant of one sentence. */
function placeholders(message: unknown): string[] {
  return [...new Set(JSON.stringify(message).match(/\{[a-zA-Z]+\}/g))].toSorted();
}
