import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { m } from '#words/compiled/messages.js';
import { dump } from '../helpers/dump.ts';
import { assertQuiet, openDevice } from '../helpers/browser.ts';
import { Hall } from './hall.ts';
import { overhear } from './overhear.ts';
import { WORDS } from './words.ts';

const said = overhear({ after });
const hall = await Hall.open({ after });

test('a note that is only for me stays on the phone: no request carries it, and the house has it nowhere', async (t) => {
  await hall.goTo('reflect');
  const anna = await hall.join(1);
  const device = await openDevice(t);
  const { context, page } = device;
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`));
  await context.addCookies([{ name: 'apparaat', value: String(anna.browser.deviceSecret), url: hall.url }]);
  const address = `${hall.url}/gesprek/${anna.place.conversation}/${anna.place.seat}`;
  await page.goto(address);
  await page.getByRole('textbox').first().fill(WORDS.private);
  const kept = page.getByText(m.private_kept({}, { locale: 'nl' }));
  await kept.waitFor();
  await page.reload();
  await kept.waitFor();
  await page.goto(`${address}/van-mij/notities`);
  await page.getByText(WORDS.private).first().waitFor();

  assert.ok(sent.length > 3);
  assert.ok(!sent.some((request) => request.includes(WORDS.private)));
  assert.doesNotMatch(JSON.stringify(await dump(await hall.database())), new RegExp(WORDS.private));
  assert.doesNotMatch(said(), new RegExp(WORDS.private));
  assertQuiet(device);
});
