import assert from 'node:assert/strict';
import { after, test } from 'node:test';
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

function get(path: string, who: Carrier | null): Promise<Response> {
  return fetch(house.url + path, { redirect: 'manual', headers: who ? { cookie: `apparaat=${who.secret}`, 'accept-language': 'nl' } : {} });
}

function textIn(xml: string): string {
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
}
