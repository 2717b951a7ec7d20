import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refuse } from '#conversation/refusal.ts';
import { sentenceOf } from '#doors/problems.ts';
import { LANGUAGES } from '#words/language.ts';
import type { Answer } from '../helpers/ask.ts';
import { Browser } from '../secrecy/browser.ts';
import { codeIn, freshId, type Guest } from '../secrecy/guest.ts';
import { Hall } from '../secrecy/hall.ts';

const hall = await Hall.open({ after }, { environment: { TRUST_PROXY: '1' } });
await hall.goTo('table');

for (const language of LANGUAGES) {
  test(`ten at once of one seat, whichever door they come by; the eleventh waits, its words kept on the page (${language})`, async () => {
    const [anna, bo] = [await hall.join(1, hall.leader, language), await hall.join(1)];
    for (let count = 0; count < 5; count++) {
      await anna.write('thought', `Door de ene deur ${count}`);
      assert.equal((await writeOnPage(anna, `Door de andere deur ${count}`)).status, 303);
    }
    const page = await writeOnPage(anna, 'Dit ging te snel');
    assert.equal(page.status, 429);
    assert.match(page.body, /<textarea[^>]*>Dit ging te snel<\/textarea>/);
    const [, seconds = ''] = /(?:Wacht|Wait) (\d)/.exec(page.body) ?? [];
    assert.ok(page.body.includes(sentenceOf(refuse('tooFast', { seconds: Number(seconds) }), language)));
    const api = await anna.act({ type: 'call', words: '' });
    assert.deepEqual([api.status, codeIn(api)], [429, 'tooFast']);
    assert.match(String(api.headers['retry-after']), /^[12]$/);
    await bo.write('thought', 'Een ander schrijft gewoon door');
    assert.equal((await hall.state()).entries.size % 11, 0, 'ten of one and one of the other');
  });
}

test('four thousand signs fit, one more does not; the page keeps it and says how many may', async () => {
  const anna = await hall.join(1);
  assert.equal((await writeOnPage(anna, 'a'.repeat(4_000))).status, 303);
  for (const language of LANGUAGES) {
    const page = await writeOnPage(anna, 'b'.repeat(4_001), { 'accept-language': language });
    assert.equal(page.status, 413);
    assert.ok(page.body.includes('b'.repeat(4_001)) && page.body.includes(sentenceOf(refuse('tooLong', { maximum: 4_000 }), language)));
  }
});

test('thirty wrong codes of one address, of whatever kind and by whichever door; then no code of it is tried', async () => {
  const from = { 'x-forwarded-for': '192.0.2.7' };
  const guesser = new Browser(hall.url);
  const { code, secret: key } = await hall.invitation();
  const guesses: (() => Promise<Answer>)[] = [
    () => guesser.post('/doe-mee', { code: 'verkeerd 00' }, from),
    () => guesser.post('/terugleeskaart?/open', { code: 'bako bako bako bako 0000' }, from),
    () => guesser.post('/leiden/begin?/code', { code: 'bako bako bako bako 0000' }, from),
    () => guesser.send('/v1/joinings', { code: 'verkeerd 00' }, from),
  ];
  const statuses: number[] = [];
  while (statuses.at(-1) !== 429 && statuses.length < 60) statuses.push((await guesses[statuses.length % 4]?.())?.status ?? 0);
  assert.ok(statuses.length > 30 && statuses.length <= 36, `after ${statuses.length}`);
  assert.deepEqual([...new Set(statuses)], [404, 429]);
  for (const guess of guesses) assert.equal((await guess()).status, 429);
  for (const language of LANGUAGES) {
    const right = await guesser.post('/doe-mee', { code }, { ...from, 'accept-language': language });
    assert.equal(right.status, 429, 'also a right code: the answer tells a guesser nothing');
    assert.match(right.body, language === 'nl' ? /Wacht \d+ seconde/ : /Wait \d+ second/);
  }
  const api = await guesser.send('/v1/joinings', { code }, from);
  assert.match(String(api.headers['retry-after']), /^\d+$/);

  for (let count = 0; count < 40; count++)
    assert.equal((await new Browser(hall.url).send('/v1/joinings', { key, perspectives: [] }, from)).status, 201);
  assert.equal((await new Browser(hall.url).post('/doe-mee', { key }, from)).status, 303);
  assert.equal((await new Browser(hall.url).post('/doe-mee', { code }, { 'x-forwarded-for': '192.0.2.8' })).status, 303);
});

async function writeOnPage(guest: Guest, text: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { conversation, seat } = guest.place;
  const fields = { action: freshId(), run: await guest.run(), input: 'thought', text };
  return guest.browser.post(`/gesprek/${conversation}/${seat}?/write`, fields, headers);
}
