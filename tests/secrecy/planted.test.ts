import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { ask } from '../helpers/ask.ts';

const PUBLIC = 'https://samenspraak.example.org';
const { listensAt } = await openHouse({ after }, { PUBLIC_URL: PUBLIC, TRUST_PROXY: '1' });
const { secret, visitor } = await theHouse().app.newDevice();
const organiser = await theHouse().app.organiserLink(
  { ...visitor, organiser: 'somebody' as NonNullable<typeof visitor.organiser> },
  'myself',
);
assert.ok('secret' in organiser);
await theHouse().app.useLink(visitor, organiser.secret);

test('where people come by https, a cookie that a neighbouring site or plain http could plant is not looked at', async () => {
  assert.equal(await statusWith(`__Host-apparaat=${secret}`), 200);
  for (const planted of [`apparaat=${secret}`, `__Secure-apparaat=${secret}`, `__host-apparaat=${secret}`, ` apparaat=${secret}; x=y`])
    assert.equal(await statusWith(planted), 303, planted);
});

test('and the cookie we give can be planted by nobody: its name, its path, Secure and HttpOnly say so', async () => {
  const { headers } = await ask(`${listensAt}/leiden/begin?/code`, {
    method: 'POST',
    headers: { host: 'samenspraak.example.org', origin: PUBLIC, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'code=geen',
  });
  const [cookie = ''] = headers['set-cookie'] ?? [];
  assert.match(cookie, /^__Host-apparaat=/);
  for (const part of [/; Path=\/(;|$)/, /; Secure/, /; HttpOnly/, /; SameSite=Lax/i]) assert.match(cookie, part);
  assert.doesNotMatch(cookie, /Domain=/i);
});

/** 200 for whoever leads here; whoever does not is sent to the beginning. */
async function statusWith(cookie: string): Promise<number> {
  return (await ask(`${listensAt}/leiden`, { headers: { host: 'samenspraak.example.org', cookie } })).status;
}
