import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Asking } from '../../src/routes/leiden/asking.ts';

function form(fields: { readonly [name: string]: string }): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries({ id: 'drawn', ...fields })) filled.set(name, value);
  return filled;
}

test('a button that heard nothing asks the same again as one action, and other words as another', () => {
  const asking = new Asking();
  const first = asking.idFor(form({ type: 'present', entry: 'one' }));
  assert.equal(asking.idFor(form({ type: 'present', entry: 'one' })), first, 'the answer was lost');
  const second = asking.idFor(form({ type: 'present', entry: 'two' }));
  assert.notEqual(second, first, 'the page showed the next card meanwhile: with the old id it would be refused');
  asking.answered();
  assert.notEqual(asking.idFor(form({ type: 'present', entry: 'two' })), second, 'once answered it is asked anew');
});
