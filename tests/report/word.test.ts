import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WordParts } from '#report/word/document.ts';
import { WordOffice } from '#report/word/office.ts';
import { partsOf } from '../screens/unzip.ts';

const PARTS: WordParts = {
  title: 'Een gesprek',
  eyebrow: 'Gespreksverslag',
  body: '<h2>Wat eruit kwam</h2><p>Iets.</p>',
  language: 'nl',
  address: 'http://127.0.0.1/verslag/x',
  mark: null,
  warning: null,
};

test('who asks for a file that is being made gets that one; another is made after it', async (t) => {
  const office = new WordOffice();
  t.after(() => office.stop());
  const [first, same] = [office.write(PARTS), office.write({ ...PARTS })];
  assert.equal(first, same);
  const files = await Promise.all([first, office.write({ ...PARTS, title: 'Een ander gesprek' })]);
  for (const file of files) assert.equal(Buffer.from(file.subarray(0, 2)).toString(), 'PK');
  assert.notEqual(office.write(PARTS), first, 'nothing of what people said is kept');
});

test('a sign that no XML may hold does not keep Word from opening what else was said', async (t) => {
  const office = new WordOffice();
  t.after(() => office.stop());
  const odd = 'een\uffff en\ufffe twee\u0001';
  const file = await office.write({ ...PARTS, title: odd, eyebrow: odd, body: `<p>${odd}</p>` });
  for (const [name, part] of partsOf(Buffer.from(file))) assert.doesNotMatch(part, /[\u0001\ufffe\uffff]/, name);
  assert.match(partsOf(Buffer.from(file)).get('word/document.xml') ?? '', /een en twee/);
});

test('when it was ended in the middle, who asked hears so, and the next is made', async (t) => {
  const office = new WordOffice();
  t.after(() => office.stop());
  const asked = office.write(PARTS);
  await new Promise((done) => setImmediate(done));
  await office.stop();
  await assert.rejects(asked, /not finished/);
  assert.ok((await office.write(PARTS)).length > 1_000);
});
