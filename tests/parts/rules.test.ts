import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const PARTS = new URL('../../src/parts/', import.meta.url);
const files = readdirSync(PARTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte') || name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(new URL(name, PARTS), 'utf8') }));

const RULES: readonly { readonly rule: string; readonly breach: RegExp }[] = [
  { rule: 'no style attribute: the Content-Security-Policy forbids it', breach: /\sstyle(:[\w-]+)?=[{"']/ },
  { rule: 'no placeholder: it is not a label', breach: /\splaceholder=/ },
  { rule: 'no disabled: say why it cannot be pressed instead', breach: /<[^>]*\sdisabled[=\s{>]/ },
  { rule: 'no request to another site', breach: /(url\(|src=|href=|@import\s*)["'(]*https?:/ },
  { rule: 'logical properties, so that right-to-left works', breach: /^\s*(margin|padding|border)-(left|right|top|bottom)\b/m },
  { rule: 'logical sizes', breach: /^\s*(min-|max-)?(width|height):.*;/m },
  { rule: 'no text alignment by side', breach: /text-align:\s*(left|right)/ },
];

for (const { rule, breach } of RULES) {
  test(`parts keep the rule: ${rule}`, () => {
    const broken = files.filter(({ text }) => breach.test(text)).map(({ name }) => name);
    assert.deepEqual(broken, []);
  });
}
