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
    const run = await anna.run();
    const write = { type: 'write', run, input: 'thought', act: { text: 'Door de andere deur' } };
    const start = performance.now();
    let taken = 0;
    let page = await writeOnPage(anna, 'Door deze deur');
    for (let tries = 0; page.status === 303 && tries < 30; tries++) {
      taken += (await anna.act(write)).status === 200 ? 2 : 1;
      page = await writeOnPage(anna, 'Dit ging te snel');
    }
    const grownBack = (performance.now() - start) / 2_000;
    assert.ok(taken >= 10 && taken <= 10 + grownBack + 1, `${taken} were taken`);
    assert.equal(page.status, 429);
    assert.match(page.body, /<textarea[^>]*>Dit ging te snel<\/textarea>/);
    const [, seconds = ''] = /(?:Wacht|Wait) (\d)/.exec(page.body) ?? [];
    assert.ok(page.body.includes(sentenceOf(refuse('tooFast', { seconds: Number(seconds) }), language)));
    assert.equal(page.headers['retry-after'], seconds);
    let api = await anna.act(write);
    while (api.status === 200) api = await anna.act(write);
    assert.deepEqual([api.status, codeIn(api)], [429, 'tooFast']);
    assert.match(String(api.headers['retry-after']), /^[12]$/);
    await bo.write('thought', 'Een ander schrijft gewoon door');
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
  // A guess comes back every two seconds, and a busy machine takes those.
  assert.ok(statuses.length > 30, `after ${statuses.length}`);
  assert.deepEqual([...new Set(statuses)], [404, 429]);
  const stopped = async (ask: () => Promise<Answer>): Promise<Answer> => {
    for (let tries = 0; tries < 20; tries++) {
      while ((await guesses[3]?.())?.status !== 429);
      const answer = await ask();
      if (answer.status === 429) return answer;
    }
    return assert.fail('It was never stopped.');
  };
  for (const guess of guesses) assert.match(String((await stopped(guess)).headers['retry-after']), /^[1-9]\d?$/);
  // Also a right code: the answer tells a guesser nothing.
  for (const language of LANGUAGES) {
    const right = await stopped(() => guesser.post('/doe-mee', { code }, { ...from, 'accept-language': language }));
    assert.match(right.body, language === 'nl' ? /Wacht \d+ seconde/ : /Wait \d+ second/);
  }
  const api = await stopped(() => guesser.send('/v1/joinings', { code }, from));
  assert.match(String(api.headers['retry-after']), /^\d+$/);

  for (let count = 0; count < 40; count++)
    assert.equal((await new Browser(hall.url).send('/v1/joinings', { key, perspectives: [] }, from)).status, 201);
  assert.equal((await new Browser(hall.url).post('/doe-mee', { key }, from)).status, 303);
  assert.equal((await new Browser(hall.url).post('/doe-mee', { code }, { 'x-forwarded-for': '192.0.2.8' })).status, 303);
});

test('who typed a right code comes in, also when someone beside them spends the guesses of their network meanwhile', async () => {
  const from = { 'x-forwarded-for': '192.0.2.9' };
  const anna = new Browser(hall.url);
  const { code } = await hall.invitation();
  const second = String((await anna.post('/doe-mee', { code }, from)).headers.location);
  let guess = await anna.send('/v1/joinings', { code: 'verkeerd 00' }, from);
  for (let tries = 0; guess.status === 404 && tries < 60; tries++) guess = await anna.send('/v1/joinings', { code: 'verkeerd 00' }, from);
  assert.equal(guess.status, 429);
  for (const screen of [second, `${second}/als`]) assert.equal((await anna.get(screen, from)).status, 200, screen);
  const entered = await anna.post(`${second}/als`, { action: freshId(), as: 'resident' }, from);
  assert.equal(entered.status, 303);
  assert.match(String(entered.headers.location), /^\/gesprek\//);
});

async function writeOnPage(guest: Guest, text: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { conversation, seat } = guest.place;
  const fields = { action: freshId(), run: await guest.run(), input: 'thought', text };
  return guest.browser.post(`/gesprek/${conversation}/${seat}?/write`, fields, headers);
}
