import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import type { Carrier } from './heldEvening.ts';
import { sowTogether } from './sowing.ts';
import { partsOf } from './unzip.ts';

const house = await openHouse({ after });
const evening = await sowTogether(theHouse().app, { setUpFile: house.setUpFile ?? '' });
const rehearsal = await sowTogether(theHouse().app, evening.organiser, true);
const [reader] = evening.people;
assert.ok(reader);

const office = findOffice();

test('the Word file says what the page says, under real headings, and opens nothing from elsewhere', async () => {
  const { document, links } = await wordOf(evening.path, reader);
  const text = textIn(document);
  for (const words of ['Mantelzorgers raken op', 'Op school is er één uur', 'mensen aan 2 tafels', 'Dit gesprek is niet representatief'])
    assert.ok(text.includes(words), words);
  for (const heading of ['Title', 'Heading2', 'Heading3']) assert.ok(document.includes(`w:val="${heading}"`), heading);
  assert.deepEqual(
    [...links.matchAll(/TargetMode="External"[^>]*|Target="(https?:[^"]*)"/g)]
      .map((found) => found[1])
      .filter((to) => to && !to.startsWith(house.url)),
    [],
  );
});

test('each line leads to the card it comes from, inside the file', async () => {
  const { document } = await wordOf(evening.path, reader);
  const marks = new Set([...document.matchAll(/<w:bookmarkStart[^>]* w:name="([^"]+)"/g)].map(([, name]) => name));
  const leads = [...document.matchAll(/<w:hyperlink[^>]* w:anchor="([^"]+)"/g)].map(([, name]) => name);
  assert.ok(leads.length > 30);
  assert.deepEqual(
    leads.filter((name) => !marks.has(name)),
    [],
  );
});

test('LibreOffice opens it', { skip: office ? false : 'LibreOffice is not installed here' }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspraak-word-'));
  t.after(() => rm(folder, { recursive: true }));
  const answer = await get(`${evening.path}/word`, reader);
  await writeFile(join(folder, 'verslag.docx'), Buffer.from(await answer.arrayBuffer()));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await promisify(execFile)(office ?? '', [
    profile,
    '--headless',
    '--convert-to',
    'txt:Text',
    '--outdir',
    folder,
    join(folder, 'verslag.docx'),
  ]);
  const text = await readFile(join(folder, 'verslag.txt'), 'utf8');
  for (const words of ['Mantelzorgers raken op', 'Op school is er één uur', 'Dit gesprek is niet representatief'])
    assert.ok(text.includes(words), words);
});

test('what stayed at the table is not in it', async () => {
  const page = await get(evening.path, reader);
  const kept = textIn((await wordOf(evening.path, reader)).document).match(/bleef aan tafel/g);
  assert.equal(kept?.length, (await page.text()).match(/bleef aan tafel/g)?.length);
});

test('a rehearsal says so on every page', async () => {
  const [guest] = rehearsal.people;
  const { header } = await wordOf(rehearsal.path, guest ?? assert.fail());
  assert.match(textIn(header), /oefening/i);
});

test('whoever was not there is led to the page that says so', async () => {
  for (const [path, who] of [
    [evening.path, null],
    [`/verslag/${'0'.repeat(20)}`, reader],
  ] as const) {
    const answer = await get(`${path}/word`, who);
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, path]);
  }
});

async function wordOf(path: string, who: Carrier) {
  const answer = await get(`${path}/word`, who);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="verslag\.docx"/);
  const parts = partsOf(Buffer.from(await answer.arrayBuffer()));
  const part = (name: string) => parts.get(name) ?? '';
  return { document: part('word/document.xml'), header: part('word/header1.xml'), links: part('word/_rels/document.xml.rels') };
}

/** Where LibreOffice is, if it is here. */
function findOffice(): string | null {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function get(path: string, who: Carrier | null): Promise<Response> {
  return fetch(house.url + path, { redirect: 'manual', headers: who ? { cookie: `apparaat=${who.secret}`, 'accept-language': 'nl' } : {} });
}

function textIn(xml: string): string {
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
}
