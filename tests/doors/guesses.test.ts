import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { Guesses } from '#doors/guesses.ts';

const HALL = '192.0.2.7';

test('a full hall types the right code at the same moment: everybody comes in', async () => {
  const door = new Door();
  const answers = await door.all(Array<boolean>(200).fill(true));
  assert.deepEqual([...new Set(answers)], ['in']);
});

test('side by side nobody guesses more than one by one: thirty, and then no code is tried, right or wrong', async () => {
  const door = new Door();
  const answers = await door.all(Array<boolean>(100).fill(false));
  assert.equal(door.looks, 30);
  assert.deepEqual(
    ['notFound', 'tooFast'].map((code) => answers.filter((each) => each === code).length),
    [30, 70],
  );
  assert.equal(await door.type(true), 'tooFast');
  assert.equal(door.looks, 30);
});

test('right codes among wrong ones cost nothing, and who waits for a turn gets an answer', async () => {
  const door = new Door();
  const codes = Array.from({ length: 90 }, (_, index) => index % 3 !== 0);
  const answers = await door.all(codes);
  assert.equal(answers.filter((each) => each === 'notFound').length, 30);
  assert.equal(answers.filter((each) => each === 'tooFast').length + door.looks, 90);
  assert.ok(answers.every((answer, index) => answer !== 'in' || codes[index]));
});

test('a look that failed was no wrong code', async () => {
  const door = new Door();
  for (let count = 0; count < 40; count++) await assert.rejects(door.fail());
  assert.equal(await door.type(true), 'in');
});

/** Looks up codes as a database does: each answer a moment later. */
class Door {
  looks = 0;
  readonly #guesses = new Guesses(() => 0);

  all(codes: readonly boolean[]): Promise<string[]> {
    return Promise.all(codes.map((right) => this.type(right)));
  }

  async type(right: boolean): Promise<string> {
    const answer = await this.#guesses.guess(HALL, () => this.#look(right));
    return 'refused' in answer ? answer.refused : 'in';
  }

  fail(): Promise<object> {
    return this.#guesses.guess(HALL, () => Promise.reject(new Error('away')));
  }

  async #look(right: boolean): Promise<{ readonly conversation: string } | Refusal> {
    this.looks++;
    await new Promise((answered) => setImmediate(answered));
    return right ? { conversation: 'hall' } : refuse('notFound');
  }
}
