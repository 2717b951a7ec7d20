import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openPost, type Postman } from '#mail/smtp.ts';
import { openPostOffice, type PostOffice } from './postOffice.ts';

const LETTER = { to: 'iemand@voorbeeld.nl', subject: 'Er staat een vraag voor je klaar', text: 'Kijk op je terugleeskaart.', id: 'a1' };

test('a letter is brought to one address, with a name that stays the same when it is brought again', async (t) => {
  const { office, post } = await opened(t);
  assert.deepEqual([await post.bring(LETTER), await post.bring(LETTER)], ['brought', 'brought']);
  const [first, second] = office.received;
  assert.equal(first?.to, LETTER.to);
  assert.match(first?.whole ?? '', /Subject: Er staat een vraag voor je klaar/);
  assert.match(first?.whole ?? '', /Kijk op je terugleeskaart[.]/);
  for (const letter of [first, second]) assert.match(letter?.whole ?? '', /Message-ID: <a1@house[.]example>/i);
});

test('an address that takes nothing is refused for good; what may pass is for later', async (t) => {
  const { office, post, trouble } = await opened(t);
  office.answer(LETTER.to, 550);
  assert.equal(await post.bring(LETTER), 'refused');
  assert.deepEqual(trouble, []);
  office.answer(LETTER.to, 451);
  assert.equal(await post.bring(LETTER), 'later');
  office.answer(LETTER.to);
  assert.equal(await post.bring(LETTER), 'brought');
  assert.deepEqual(trouble, []);
});

test('a server that is away, or that nobody may speak to unsealed, is trouble and not the address', async (t) => {
  const { office, post, trouble } = await opened(t);
  const sealed = openPost({
    url: new URL(office.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')),
    from: FROM,
    onTrouble: (code) => trouble.push(code),
  });
  t.after(() => sealed.stop());
  assert.equal(await sealed.bring(LETTER), 'away');
  await office.stop();
  assert.equal(await post.bring(LETTER), 'away');
  assert.equal(office.received.length, 0);
  assert.match(trouble.join(), /^ETLS 500,E/);
});

const FROM = 'post@house.example';

async function opened(t: TestContext): Promise<{ office: PostOffice; post: Postman; trouble: string[] }> {
  const office = await openPostOffice();
  const trouble: string[] = [];
  const post = openPost({ url: new URL(office.url), from: FROM, onTrouble: (code) => trouble.push(code) });
  t.after(() => (post.stop(), office.stop()));
  return { office, post, trouble };
}
