import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatToDo } from '../../src/routes/gesprek/[conversation]/[seat]/doing.ts';

test('where one tells, who is asked something of their own tells, and the others listen', () => {
  const text = { nl: 'Wat is er?', en: 'What is it?' };
  const prompts = [null, 'presenter'].map((forRole) => ({ text, forRole, depth: null }));
  const telling = { kind: 'inform', devices: 'each', turn: 'free', prompts } as const;
  const said = (role: string) => whatToDo(telling, { me: { role, speaks: false }, may: { write: {} } });
  assert.equal(said('presenter'), 'Jij vertelt. De anderen luisteren.');
  assert.equal(said('participant'), 'Luister naar het verhaal.');
});
