import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onlyHere } from '../../src/routes/leiden/onlyHere.ts';

test('codes that no phone can open are told from those that work in the hall', () => {
  for (const name of ['127.0.0.1:3000', 'localhost', '[::1]:3000']) assert.equal(onlyHere(`http://${name}`), name);
  for (const name of ['192.168.1.20:3000', 'gesprek.example', '127.example']) assert.equal(onlyHere(`http://${name}`), null);
});
