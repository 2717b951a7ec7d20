import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Tables } from './table.ts';

const tables = await Tables.open({ after });

/** A phone with these voices; what it says is kept in `window.said`. */
const voices = (local: boolean) => `
  const voice = { localService: ${local}, lang: 'nl-NL', name: 'Stem', voiceURI: 'stem', default: true };
  window.said = [];
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
    getVoices: () => [voice],
    speak: ({ text, voice }) => window.said.push(voice.lang + ' ' + text),
    cancel: () => undefined,
  }) });
`;

test('the question is read aloud by the voice of the phone itself, and stops on asking', async () => {
  const page = await phoneWith(voices(true));
  const button = page.getByRole('button', { name: 'Lees voor' });
  await button.click();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const said = await page.evaluate(() => (globalThis as { said?: readonly string[] }).said?.[0] ?? '');
  assert.ok(said.startsWith('nl-NL') && said.includes(heading), said);
  await page.getByRole('button', { name: 'Stop met voorlezen' }).click();
  await button.waitFor();
});

test('a voice that would send the words away is not offered', async () => {
  const page = await phoneWith(voices(false));
  assert.equal(await page.getByRole('button', { name: 'Lees voor' }).count(), 0);
});

async function phoneWith(script: string) {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  await evening.next();
  const { page, context } = await tables.phone();
  await page.addInitScript(script);
  await context.addCookies([{ name: 'apparaat', value: person.secret, url: tables.url }]);
  await page.goto(tables.pathOf(person));
  await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  return page;
}
