import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { refuse } from '#conversation/refusal.ts';
import { sentenceOf } from '#doors/problems.ts';
import { m } from '#words/compiled/messages.js';
import { LANGUAGES, type Language } from '#words/language.ts';
import type { Answer } from '../helpers/ask.ts';
import { Browser } from '../secrecy/browser.ts';
import { Hall } from '../secrecy/hall.ts';

const hall = await Hall.open({ after });
await hall.goTo('table');
const anna = await hall.join(1);
await anna.write('thought', 'Wat ik deelde');

test('an unknown code, of whatever kind, is not found, and the page says where to look', async () => {
  for (const language of LANGUAGES) {
    const browser = new Browser(hall.url, { language });
    says(await browser.post('/doe-mee', { code: 'bestaat niet' }), 404, m.join_wrong_code({}, { locale: language }));
    says(await browser.post('/doe-mee', { key: 'x'.repeat(43) }), 404, m.join_wrong_code({}, { locale: language }));
    says(await browser.post('/doe-mee', { code: '' }), 400, m.join_no_code({}, { locale: language }));
    says(
      await browser.post('/terugleeskaart?/open', { code: 'bako bako bako bako 0000' }),
      404,
      m.receipt_wrong_code({}, { locale: language }),
    );
    const link = await browser.post('/zaal/open', { link: 'x'.repeat(43) });
    says(link, 404, m.link_unknown({}, { locale: language }));
    assert.doesNotMatch(String(link.headers['set-cookie']), /apparaat/, 'who tries links is not remembered as a device');
    says(await browser.post('/leiden/begin?/link', { link: '' }), 404, m.link_unknown({}, { locale: language }));
    says(await browser.post('/leiden/begin?/code', { code: hall.setUpCode }), 404, m.lead_begin_code_wrong({}, { locale: language }));
  }
});

test('a receipt whose end date has passed opens nothing, also where it was open', async () => {
  const code = await receiptOf();
  const reader = new Browser(hall.url);
  assert.equal((await reader.post('/terugleeskaart?/open', { code })).status, 303);
  assert.match((await reader.get('/terugleeskaart')).body, /Wat ik deelde/);
  const client = new Client(await hall.database());
  await client.connect();
  await client.query(`UPDATE receipts SET ends_on = current_date - 2`);
  await client.end();
  assert.doesNotMatch((await reader.get('/terugleeskaart')).body, /Wat ik deelde/);
  for (const language of LANGUAGES) {
    const answer = await new Browser(hall.url, { language }).post('/terugleeskaart?/open', { code });
    says(answer, 404, m.receipt_wrong_code({}, { locale: language }));
  }
});

test('the code of a conversation that has ended says that it has ended', async () => {
  const { code } = await hall.invitation();
  const invited = new Browser(hall.url);
  await invited.post('/doe-mee', { code });
  await hall.lead({ type: 'close' });
  for (const language of LANGUAGES) says(await new Browser(hall.url, { language }).post('/doe-mee', { code }), 409, closed(language));
  const { conversation } = anna.place;
  const late = await invited.post(`/doe-mee/${conversation}/als`, { action: 'an-action-of-the-form', as: 'resident' });
  assert.deepEqual([late.status, late.headers.location], [303, '/doe-mee']);
});

function says({ status, body }: Answer, wanted: number, sentence: string): void {
  assert.equal(status, wanted, sentence);
  assert.ok(body.includes(sentence.replaceAll("'", '&#39;')) || body.includes(sentence), sentence);
}

function closed(language: Language): string {
  return sentenceOf(refuse('closed'), language);
}

async function receiptOf(): Promise<string> {
  const { body } = await anna.browser.post(`/gesprek/${anna.place.conversation}/${anna.place.seat}/van-mij?/code`, {});
  const [code] = /(?:[a-z]{4} ){4}\d{4}/.exec(body) ?? [];
  assert.ok(code);
  return code;
}
