import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WordParts } from '#report/word/document.ts';
import { WordOffice } from '#report/word/office.ts';

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

test('when it was ended in the middle, who asked hears so, and the next is made', async (t) => {
  const office = new WordOffice();
  t.after(() => office.stop());
  const asked = office.write(PARTS);
  await new Promise((done) => setImmediate(done));
  await office.stop();
  await assert.rejects(asked, /not finished/);
  assert.ok((await office.write(PARTS)).length > 1_000);
});
