import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refuse, type RefusalCode } from '#conversation/refusal.ts';
import { sentenceOf } from '#doors/problems.ts';
import { LANGUAGES } from '#words/language.ts';
import { until } from '../app/evening.ts';
import { assertQuiet, openDevice } from '../helpers/browser.ts';
import type { Answer } from '../helpers/ask.ts';
import { codeIn, freshId, type Guest } from '../secrecy/guest.ts';
import { Hall } from '../secrecy/hall.ts';
import { CHOICE } from '../secrecy/words.ts';

const hall = await Hall.open({ after });

test('a card for a step that is over is taken and lies with its step; a vote for one is refused in a sentence', async () => {
  const anna = await hall.join(1);
  await hall.goTo('vote');
  const run = await anna.run();
  const before = (await hall.state()).runs.find(({ place }) => place === 'table.1');
  await hall.goTo('reflect');
  const late = await anna.act({ type: 'write', run: before?.id, input: 'thought', act: { text: 'Deze lag nog op mijn telefoon' } });
  assert.equal(late.status, 200);
  assert.match(late.body, /"late":true/);
  for (const language of LANGUAGES) {
    const vote = { id: freshId(), action: { type: 'write', run, input: 'best', act: { order: CHOICE } } };
    isRefused(await anna.browser.send(`${anna.path}/actions`, vote, { 'accept-language': language }), 'tooLate', language);
  }
});

test('two facilitators who tap at the same time move one step; the other hears that it had moved on', async () => {
  const second = await hall.enter(await hall.link('coFacilitator'));
  await hall.goTo('silent');
  const { run, runs } = await hall.state();
  const tap = (guest: Guest) => guest.act({ type: 'next', from: run?.id });
  const answers = await Promise.all([tap(hall.leader), tap(second), tap(hall.leader), tap(second)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
  assert.deepEqual(answers.filter(({ status }) => status === 409).map(codeIn), ['movedOn', 'movedOn', 'movedOn']);
  assert.equal((await hall.state()).runs.length, runs.length + 1);
  const { conversation, seat } = second.place;
  for (const language of LANGUAGES) {
    const fields = { id: freshId(), type: 'next', from: run?.id ?? '' };
    const page = await second.browser.post(`/leiden/${conversation}/${seat}?/do`, fields, { 'accept-language': language });
    assert.equal(page.status, 409);
    assert.ok(page.body.includes(sentenceOf(refuse('movedOn'), language)));
  }
});

test('the same form twice is one card; other words under its id are refused, and stay on the page', async () => {
  const anna = await hall.join(1);
  const run = (await hall.state()).runs.find(({ place }) => place === 'table.1')?.id ?? '';
  const path = `/gesprek/${anna.place.conversation}/${anna.place.seat}?/write`;
  const form = { action: freshId(), run, input: 'thought' };
  for (const _ of ['first', 'again']) assert.equal((await anna.browser.post(path, { ...form, text: 'Eén keer' })).status, 303);
  for (const language of LANGUAGES) {
    const other = await anna.browser.post(path, { ...form, text: 'Iets heel anders' }, { 'accept-language': language });
    assert.equal(other.status, 409);
    assert.ok(other.body.includes(sentenceOf(refuse('otherBody'), language)));
  }
  assert.match((await anna.browser.get(`${anna.path}/cards`)).body, /Eén keer/);
  assert.doesNotMatch((await anna.browser.get(`${anna.path}/cards`)).body, /heel anders/);
});

test('two tabs of one seat: both show a card once, whichever wrote it', async (t) => {
  await hall.goTo('table');
  const anna = await hall.join(2);
  const { context, page: one, trouble } = await openDevice(t);
  await context.addCookies([{ name: 'apparaat', value: String(anna.browser.deviceSecret), url: hall.url }]);
  const other = await context.newPage();
  for (const page of [one, other]) await page.goto(`${hall.url}/gesprek/${anna.place.conversation}/${anna.place.seat}`);
  for (const [page, text] of [
    [one, 'Uit het ene tabblad'],
    [other, 'Uit het andere tabblad'],
  ] as const) {
    await page.getByRole('textbox').first().fill(text);
    await page.getByRole('button', { name: 'Bewaar kaartje' }).click();
    for (const each of [one, other]) await each.getByText(text).first().waitFor({ state: 'attached' });
  }
  const { cards } = JSON.parse((await anna.browser.get(`${anna.path}/cards`)).body) as { cards: unknown[] };
  assert.equal(cards.length, 2);
  assertQuiet({ context, page: one, trouble });
});

test('a phone whose clock is five minutes off, early or late, writes as any other', async (t) => {
  for (const minutes of [-5, 5]) {
    const anna = await hall.join(2);
    const device = await openDevice(t);
    await device.context.addInitScript((off) => {
      const right = Date.now.bind(Date);
      Date.now = () => right() + off;
    }, minutes * 60_000);
    await device.context.addCookies([{ name: 'apparaat', value: String(anna.browser.deviceSecret), url: hall.url }]);
    await device.page.goto(`${hall.url}/gesprek/${anna.place.conversation}/${anna.place.seat}`);
    await device.page.getByRole('textbox').first().fill('Mijn klok loopt niet gelijk');
    await device.page.getByRole('button', { name: 'Bewaar kaartje' }).click();
    await until(async () => (await anna.browser.get(`${anna.path}/cards`)).body.includes('Mijn klok loopt niet gelijk'));
    assertQuiet(device);
  }
});

test('after closing everything is refused in a sentence, and a form keeps its words', async () => {
  const anna = await hall.join(1);
  const run = (await hall.state()).run?.id ?? '';
  await hall.lead({ type: 'close' });
  for (const language of LANGUAGES) {
    const write = { id: freshId(), action: { type: 'write', run, input: 'thought', act: { text: 'Te laat' } } };
    isRefused(await anna.browser.send(`${anna.path}/actions`, write, { 'accept-language': language }), 'closed', language);
    const form = { action: freshId(), words: 'Ik wilde nog iets vragen' };
    const page = await anna.browser.post(`/gesprek/${anna.place.conversation}/${anna.place.seat}/roep?/call`, form, {
      'accept-language': language,
    });
    assert.equal(page.status, 409);
    assert.ok(page.body.includes(sentenceOf(refuse('closed'), language)) && page.body.includes('Ik wilde nog iets vragen'));
  }
});

function isRefused(answer: Answer, code: RefusalCode, language: (typeof LANGUAGES)[number]): void {
  assert.deepEqual([answer.status, codeIn(answer)], [409, code]);
  assert.equal((JSON.parse(answer.body) as { detail: string }).detail, sentenceOf(refuse(code), language));
}
