import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import type { House as App } from '#app/house.ts';
import { StoreProblem } from '#app/ports.ts';
import { Desk } from '#doors/desk.ts';
import { m } from '#words/compiled/messages.js';
import { LANGUAGES } from '#words/language.ts';
import { handOver } from '../../src/house.ts';
import type { Answer } from '../helpers/ask.ts';
import { Browser } from '../secrecy/browser.ts';
import { Hall } from '../secrecy/hall.ts';

const hall = await Hall.open({ after });
await hall.goTo('table');
afterEach(() => handOver(hall.house));

for (const language of LANGUAGES) {
  test(`a database that stays away: 503, when to try again and a plain sentence, wherever the page needs it (${language})`, async () => {
    const anna = await hall.join(1, hall.leader, language);
    const { conversation, seat } = anna.place;
    const page = `/gesprek/${conversation}/${seat}`;
    awayFor('whoAsks');
    saysAway(await anna.browser.get(page), language);
    awayFor('mayReach', 'refresh', 'lookAt');
    saysAway(await anna.browser.get(page), language);
    awayFor('findInvitation');
    saysAway(await new Browser(hall.url, { language }).post('/doe-mee', { code: 'linde 42' }), language);
    handOver(hall.house);
    assert.equal((await anna.browser.get(page)).status, 200);
  });
}

/** The pages are handed a house in which these questions find no database. */
function awayFor(...questions: readonly (keyof App)[]): void {
  const away = () => Promise.reject(new StoreProblem('away', '57P01'));
  const app: App = { ...hall.house.app, ...Object.fromEntries(questions.map((question) => [question, away])) };
  handOver({ ...hall.house, app, desk: new Desk(app) });
}

function saysAway({ status, headers, body }: Answer, language: (typeof LANGUAGES)[number]): void {
  assert.equal(status, 503);
  assert.match(String(headers['retry-after']), /^[1-9]$/);
  assert.ok(body.includes(m.door_database_away({}, { locale: language })), body);
  assert.match(body, new RegExp(`<html lang="${language}"`));
}
