import assert from 'node:assert/strict';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { addressOf } from '#doors/address.ts';

const cases: readonly (readonly [string, number, string | undefined, string])[] = [
  ['without trust the header means nothing', 0, '10.0.0.1', '192.0.2.9'],
  ['one proxy: what it added', 1, '10.0.0.1, 203.0.113.5', '203.0.113.5'],
  ['two proxies: one further left', 2, '10.0.0.1, 203.0.113.5, 198.51.100.7', '203.0.113.5'],
  ['fewer than promised: it came another way', 2, '203.0.113.5', '192.0.2.9'],
  ['no header: it came another way', 1, undefined, '192.0.2.9'],
  ['nonsense is no address', 1, 'evil', '192.0.2.9'],
  ['IPv4 in IPv6 clothes is the same visitor', 1, '::ffff:203.0.113.5', '203.0.113.5'],
];

for (const [name, trusted, header, expected] of cases) {
  test(name, () => {
    const incoming = new IncomingMessage(new Socket());
    Object.defineProperty(incoming.socket, 'remoteAddress', { value: '::ffff:192.0.2.9' });
    if (header !== undefined) incoming.headers['x-forwarded-for'] = header;
    assert.equal(addressOf(incoming, trusted), expected);
  });
}
