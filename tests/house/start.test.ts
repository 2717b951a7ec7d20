import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../helpers/app.ts';
import { ask } from '../helpers/ask.ts';
import { startChild } from '../helpers/child.ts';

test('npm start says where to go, answers there, and stops in order when asked', async (t) => {
  const house = startChild(t);
  const url = await house.url;
  assert.equal((await ask(url)).status, 200);
  house.child.kill('SIGTERM');
  assert.equal(await house.ended, 0);
  assert.match(house.said(), /wat bewaard is, blijft/);
});

test('in hall mode it shows the address and a QR code', async (t) => {
  const house = startChild(t, { HOST: '0.0.0.0' });
  const url = await house.url;
  assert.equal((await ask(url)).status, 200);
  assert.match(house.said(), /[▀▄█]{10}/);
  assert.match(house.said(), /Zonder https alleen voor gesprekken zonder privé- of gezondheidszaken/);
});

test('a port that is taken is said in a sentence', async (t) => {
  const { port } = new URL((await openHouse(t)).listensAt);
  const house = startChild(t, { PORT: port });
  assert.equal(await house.ended, 1);
  assert.match(house.said(), new RegExp(`Poort ${port} is al in gebruik.*Port ${port} is already in use`, 's'));
});

test('a wrong setting is said in a sentence, before anything is started', async (t) => {
  const house = startChild(t, { PUBLIC_URL: 'samenspraak' });
  assert.equal(await house.ended, 1);
  assert.equal(
    house.said(),
    'PUBLIC_URL is "samenspraak", maar moet een adres zonder pad zijn, zoals https://samenspraak.voorbeeld.nl.\n' +
      'PUBLIC_URL is "samenspraak", but has to be an address without a path, such as https://samenspraak.example.org.\n',
  );
});

test('an address that is not of this computer is said in a sentence', async (t) => {
  const house = startChild(t, { HOST: '192.0.2.1' });
  assert.equal(await house.ended, 1);
  assert.match(house.said(), /dat is geen adres van deze computer/);
});
