import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { everything } from '../formats/everything.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import type { HeldEvening } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after }, [everything]);

for (const script of [true, false]) {
  test(`two people count the paper of a table until they agree, ${script ? 'with' : 'without'} script`, async (t) => {
    const { evening, scribe } = await atVote();
    const first = await tables.phoneOf(scribe, { script });
    await first.page.getByRole('link', { name: 'Jouw pagina als schrijver' }).click();
    await first.page.getByRole('link', { name: 'Stemmen op papier tellen' }).click();
    await ready(first, script);
    await count(first, 'veel', '1', '1');
    await first.page.getByText('Vul hele getallen in').waitFor();
    await count(first, '2', '1', '1');
    await first.page.getByText('Eén telling is binnen.').waitFor();

    const second = await leader(t, evening, { script, width: 1280 });
    await second.page.goto(`${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}/tafels`);
    await second.page.getByRole('link', { name: 'Stemmen op papier tellen' }).click();
    const fields = second.page.locator('input[name^="count."]');
    await fields.first().waitFor();
    await ready(second, script);
    assert.equal(await second.page.locator('html[data-ready]').count(), 0, 'one script draws this page, not that of the console too');
    const typed = await fields.evaluateAll((each) => each.map((field) => (field as HTMLInputElement).value));
    assert.deepEqual(new Set(typed), new Set(['']), 'the count of the other is not here');
    await count(second, 'veel', '2', '0');
    await second.page.getByText('Vul hele getallen in').waitFor();
    assert.equal(new URL(second.page.url()).searchParams.get('tafel'), '1', 'a refused count stays that of its table');
    await ready(second, script);
    await count(second, '2', '2', '0');
    await second.page.getByText('De twee tellingen zijn niet gelijk.').waitFor();
    await first.page.reload();
    await first.page.getByText('De twee tellingen zijn niet gelijk.').waitFor();
    await ready(first, script);
    await count(first, '2', '2', '0');
    await first.page.getByText('Twee mensen telden hetzelfde.').waitFor();
    for (const each of [first, second]) assertQuiet(each, /400/);
  });
}

test('counting paper reads well in both languages, narrow, wide and large', async (t) => {
  const { evening, scribe } = await atVote();
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    for (const device of [await tables.phoneOf(scribe, kind), await leader(t, evening, kind)]) {
      await device.page.goto(`${device.page.url() === 'about:blank' ? gesprekOf(evening) : tables.pathOf(scribe)}/papier-tellen`);
      await assertReadsWell(device.page);
      assertQuiet(device);
    }
  }
});

/** What is typed while the script takes over may be typed in vain. */
async function ready({ page }: Device, script: boolean): Promise<void> {
  if (script) await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
}

async function count({ page }: Device, people: string, first: string, second: string): Promise<void> {
  const options = page.locator('form[action^="?/count"]').first();
  await options.getByLabel('Hoeveel mensen stemden op papier?').fill(people);
  const fields = options.locator('input[name^="count."]');
  await fields.nth(0).fill(first);
  await fields.nth(1).fill(second);
  await options.getByRole('button', { name: 'Bewaar mijn telling' }).click();
}

function gesprekOf({ at }: HeldEvening): string {
  return `${tables.url}/gesprek/${at.conversation}/${at.seat}`;
}

/** A table with somebody who writes for it, at a secret vote. */
async function atVote() {
  const evening = await tables.evening(everything.id);
  const scribe = await evening.join('resident');
  await evening.do(scribe, { type: 'takeRole', role: 'scribe' });
  await evening.join('professional');
  await until(evening, 'votes');
  return { evening, scribe };
}

async function leader(t: Parameters<typeof openDevice>[0], evening: HeldEvening, kind: DeviceKind): Promise<Device> {
  const device = await openDevice(t, kind);
  await carry(device, tables.url, evening.organiser.secret);
  return device;
}
