import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JOIN_WORDS } from '#words/joinWords.ts';
import { RECEIPT_WORDS } from '#words/receiptWords.ts';
import { freshCode, readCode } from '#app/receiptCode.ts';
import { serverRandomness } from '#app/world.ts';

test('there are 4,096 words for receipts, all different, each of two open syllables', () => {
  assert.equal(RECEIPT_WORDS.length, 4_096);
  assert.equal(new Set(RECEIPT_WORDS).size, 4_096);
  for (const word of RECEIPT_WORDS) assert.match(word, /^[bdfghjklmnprstvw][aeiou][bdfghjklmnprstvw][aeio]$/);
  for (const hurtful of ['homo', 'nega', 'pedo', 'rape', 'paki', 'jode']) assert.ok(!RECEIPT_WORDS.includes(hurtful), hurtful);
});

test('a fresh code can be read back however it is typed', () => {
  for (let times = 0; times < 1_000; times++) {
    const code = freshCode(serverRandomness);
    assert.match(code, /^([a-z]{4} ){4}\d{4}$/);
    assert.equal(readCode(code), code);
    assert.equal(readCode(` ${code.toUpperCase().replaceAll(' ', ' - ')}\n`), code);
  }
});

test('join words are short, plain and different', () => {
  assert.ok(JOIN_WORDS.length >= 250);
  assert.equal(new Set(JOIN_WORDS).size, JOIN_WORDS.length);
  for (const word of JOIN_WORDS) assert.match(word, /^[a-z]{3,10}$/);
});
