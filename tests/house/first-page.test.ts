import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice } from '../helpers/browser.ts';

const { url } = await openHouse({ after });

test('the first page shows in a real browser without one breach of the policy', async (t) => {
  const device = await openDevice(t);
  const answer = await device.page.goto(url);
  assert.equal(answer?.status(), 200);
  assert.equal(await device.page.locator('h1').count(), 1);
  assert.equal(await device.page.getAttribute('html', 'lang'), 'nl');
  assert.equal(await device.page.getAttribute('html', 'dir'), 'ltr');
  assertQuiet(device);
});

for (const script of [true, false]) {
  test(`somebody changes the language ${script ? 'with' : 'without'} script, and the page stays the same`, async (t) => {
    const device = await openDevice(t, { script });
    await device.page.goto(url);
    await device.page.getByRole('button', { name: 'English' }).click();
    await device.page.locator('html[lang=en]').waitFor();
    await device.page.getByRole('button', { name: 'Nederlands' }).click();
    await device.page.locator('html[lang=nl]').waitFor();
    assert.equal(device.page.url(), `${url}/`);
    assertQuiet(device);
  });
}
