import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivateLine } from '#doors/line.ts';

test('a line is private over https, and from this computer to itself', () => {
  for (const origin of ['https://samenspraak.voorbeeld.nl', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
    assert.equal(isPrivateLine(origin), true, origin);
  }
});

test('on the network of a hall anyone may read along over plain http', () => {
  for (const origin of [
    'http://192.168.1.20:3000',
    'http://zaal.test:3000',
    'http://127.evil.example:3000',
    'http://localhost.evil.example',
  ]) {
    assert.equal(isPrivateLine(origin), false, origin);
  }
});
