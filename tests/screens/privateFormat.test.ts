import assert from 'node:assert/strict';
import { test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { openDevice } from '../helpers/browser.ts';
import { HeldEvening } from './heldEvening.ts';
import { carry } from './look.ts';

test('a private format asks for https in a hall, and says why', async (t) => {
  const hall = await openHouse(t, { HOST: '0.0.0.0' });
  const evening = await HeldEvening.open(
    theHouse().app,
    { setUpFile: hall.setUpFile ?? '' },
    { format: 'in-huis-zaaien', title: 'In een zaal' },
  );
  const device = await openDevice(t, { width: 1280 });
  await carry(device, hall.url, evening.organiser.secret);
  await device.page.goto(`${hall.url}/leiden/nieuw`);
  await device.page.getByText('Dit gesprek vraagt om een beveiligde verbinding').waitFor();
  assert.equal(await device.page.getByRole('button', { name: 'Kies Ruimte voor reflectie' }).count(), 0);
  assert.equal(await device.page.getByRole('button', { name: 'Kies In huis en nog zaaien' }).count(), 1);
});
