import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openHouse } from '../helpers/app.ts';
import { ask } from '../helpers/ask.ts';

const PUBLIC = 'https://samenspraak.example.org';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const house = await openHouse({ after }, { PUBLIC_URL: PUBLIC, TRUST_PROXY: '1' });
const listening = house.listensAt;

test('absolute links begin with the public address', () => {
  assert.equal(house.url, PUBLIC);
});

test('under its public name everything is https: HSTS and Secure cookies', async () => {
  const answer = await ask(`${listening}/taal`, {
    method: 'POST',
    headers: { ...FORM, host: 'samenspraak.example.org', origin: PUBLIC },
    body: 'taal=en&terug=/',
  });
  assert.equal(answer.status, 303);
  assert.match(answer.headers['strict-transport-security'] ?? '', /max-age=31536000/);
  assert.match(String(answer.headers['set-cookie']), /; Secure$/);
});

test('pages accept a form under the public origin, also when the proxy shows its own inner name', async () => {
  for (const host of ['samenspraak.example.org', new URL(listening).host]) {
    const own = await ask(listening, { method: 'POST', headers: { ...FORM, host, origin: PUBLIC }, body: 'a=b' });
    assert.equal(own.status, 405);
    const foreign = await ask(listening, { method: 'POST', headers: { ...FORM, host, origin: 'https://evil.example' }, body: 'a=b' });
    assert.equal(foreign.status, 403);
  }
});
