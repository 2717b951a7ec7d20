import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeStatus } from '#conversation/outcome.ts';
import { overwriteGetLocale } from '#words/compiled/runtime.js';
import { standsWords } from '../../src/routes/outcomes/standing.ts';

overwriteGetLocale(() => 'nl');

const TOLD: readonly (readonly [OutcomeStatus, string, string])[] = [
  ['noBecause', 'er is geen geld', 'Nee, want: er is geen geld.'],
  ['stopped', 'er kwam niemand.', 'Gestopt, want: er kwam niemand.'],
  ['different', 'Het werd een schommel', 'Anders gegaan: Het werd een schommel.'],
  ['busy', 'Vier mensen doen mee!', 'Mee bezig: Vier mensen doen mee!'],
];

for (const [status, because, told] of TOLD)
  test(`what was said with ‘${status}’ is told as a reason only where it is one`, () =>
    assert.equal(standsWords({ status, said: null, because }), told));

test('without a word with it, how it stands is enough', () =>
  assert.equal(standsWords({ status: 'succeeded', said: null, because: null }), 'Gelukt.'));
