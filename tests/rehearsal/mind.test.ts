import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceFrom } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import type { RunId } from '#conversation/state.ts';
import { inHuisZaaien } from '#formats/inHuisZaaien.ts';
import { charactersOf, type Character } from '#rehearsal/crowd/character.ts';
import { type Deed, Mind, type Sight } from '#rehearsal/crowd/mind.ts';

const silent = inHuisZaaien.phases.find(({ id }) => id === 'assetsSilent');
assert.ok(silent);
const [asset] = silent.inputs;
assert.ok(asset);

/** An evening of an hour on a clock that only runs when somebody looks up: what this person did, and when. */
function evening(character: Character, seed: string, see: (run: number) => Sight = sight): readonly (readonly [second: number, Deed])[] {
  const mind = new Mind(character, ['presenter'], chanceFrom(seed));
  const done: (readonly [number, Deed])[] = [];
  for (let second = 0; second < 3_600;) {
    const { deed, again } = mind.next(see(1 + Math.floor(second / 600)));
    assert.ok(again > 0, `looks up again later, seed ${seed}`);
    if (deed) done.push([Math.round(second), deed]);
    if (deed?.does === 'leave') break;
    second += again;
  }
  return done;
}

function sight(run: number, may: Partial<Sight['me']['may']> = {}, me: Partial<Sight['me']['me']> = {}): Sight {
  return {
    run: { id: `run${run}` as RunId, ended: false },
    step: { devices: 'each', inputs: [asset as InputUse] },
    me: {
      me: { role: 'participant', ready: false, speaks: false, ...me },
      may: { ready: null, passTurn: 'notNow', takeRole: {}, ...may },
    },
    mayWrite: [asset as InputUse],
  };
}

const ORDINARY: Character = {
  perspectives: ['resident'],
  comesAfterSeconds: 1,
  pace: 1,
  talkative: 3,
  shySeconds: 10,
  losesNetworkInStep: null,
  leavesInStep: null,
};

test('the same seed does the same things at the same moments, another seed does others', () => {
  assert.deepEqual(evening(ORDINARY, 'a'), evening(ORDINARY, 'a'));
  assert.notDeepEqual(evening(ORDINARY, 'a'), evening(ORDINARY, 'b'));
});

test('nobody writes before having read, nobody floods the table, and some skip a step', () => {
  let skipped = 0;
  for (let seed = 0; seed < 60; seed++) {
    const done = evening(ORDINARY, `reading ${seed}`);
    for (let run = 0; run < 6; run++) {
      const written = done.filter(([second, deed]) => deed.does === 'write' && Math.floor(second / 600) === run);
      assert.ok(written.length <= ORDINARY.talkative, `at most three cards in a step, seed ${seed}`);
      assert.ok(
        written.every(([second]) => run > 0 || second >= 3),
        `reads first, seed ${seed}`,
      );
      if (written.length === 0) skipped++;
    }
  }
  assert.ok(skipped > 0 && skipped < 180, 'most write, not all');
});

test('whoever has the turn speaks for a while and then passes it, once', () => {
  const mind = new Mind(ORDINARY, [], chanceFrom('turn'));
  const speaking = sight(1, { passTurn: null }, { speaks: true });
  assert.equal(mind.next(speaking).deed, null, 'reads what the step is about');
  const begins = mind.next(speaking);
  assert.equal(begins.deed, null, 'speaks');
  assert.ok(begins.again >= 6);
  assert.deepEqual(mind.next(speaking).deed, { does: 'passTurn' });
});

test('a role that stays free is taken after a while, and nobody takes a second', () => {
  const free = (role: string) => (run: number) => sight(run, { takeRole: { participant: 'alreadyHere', presenter: null } }, { role });
  const took = evening(ORDINARY, 'role', free('participant')).filter(([, deed]) => deed.does === 'takeRole');
  assert.deepEqual(took[0]?.[1], { does: 'takeRole', role: 'presenter' });
  assert.ok((took[0]?.[0] ?? 0) >= ORDINARY.shySeconds);
  assert.equal(evening(ORDINARY, 'role', free('presenter')).filter(([, deed]) => deed.does === 'takeRole').length, 0);
});

test('somebody loses the network in one step and goes home in another', () => {
  const done = evening({ ...ORDINARY, losesNetworkInStep: 2, leavesInStep: 4 }, 'away');
  const lost = done.filter(([, deed]) => deed.does === 'loseNetwork');
  assert.deepEqual(
    lost.map(([second]) => Math.floor(second / 600)),
    [1],
  );
  assert.deepEqual(done.at(-1)?.[1], { does: 'leave' });
  assert.equal(Math.floor((done.at(-1)?.[0] ?? 0) / 600), 3);
});

test('before the first step, after a step and outside a closed step nobody does anything', () => {
  const mind = new Mind(ORDINARY, [], chanceFrom('still'));
  const now = sight(1);
  const still: readonly Sight[] = [
    { ...now, run: null, step: null },
    { ...now, run: now.run && { ...now.run, ended: true } },
    { ...now, step: now.step && { ...now.step, outside: true } },
  ];
  for (const each of [...still, ...still]) assert.equal(mind.next(each).deed, null);
});

test('a crowd is mixed: all sides are there, some come late, some leave early, and the same seed brings the same people', () => {
  const people = charactersOf(24, 'one');
  const voices = new Set(people.flatMap(({ perspectives }) => perspectives));
  for (const side of inHuisZaaien.mustBePresent) assert.ok(voices.has(side), side);
  assert.equal(people.filter(({ comesAfterSeconds }) => comesAfterSeconds > 20).length, 2, 'two latecomers');
  assert.equal(people.filter(({ leavesInStep }) => leavesInStep !== null).length, 2, 'two who go home early');
  assert.equal(people.filter(({ losesNetworkInStep }) => losesNetworkInStep !== null).length, 4, 'four with a bad connection');
  assert.deepEqual(people, charactersOf(24, 'one'));
  assert.notDeepEqual(people, charactersOf(24, 'two'));
});
