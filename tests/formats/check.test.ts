import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkFormat } from '#conversation/check.ts';
import type { Format, InputUse, Phase } from '#conversation/format.ts';
import { inputs } from '#inputs/rules.ts';
import { everything } from './everything.ts';

const OUTCOME = { kind: 'pledge', name: { nl: 'Belofte', en: 'Pledge' }, from: [], seenBy: 'everyone', owner: 'writer' } as const;

suite('a format is refused when', () => {
  const stories: readonly (readonly [string, Format, RegExp])[] = [
    [
      'words would show without a name at once',
      withPhase({ visibility: { who: 'group', sender: 'withoutName', when: 'atOnce' } }),
      /withoutName at once/,
    ],
    [
      'perspectives would show at once',
      withPhase({ visibility: { who: 'group', sender: 'perspective', when: 'atOnce' } }),
      /perspective at once/,
    ],
    [
      'one input would do so',
      withUse('experience', { visibility: { who: 'group', sender: 'withoutName', when: 'atOnce' } }),
      /input experience: .*at once/,
    ],
    ['nobody facilitates', { ...everything, roles: everything.roles.filter((role) => role.task !== 'facilitate') }, /no role facilitates/],
    ['a step takes no time', withPhase({ minutes: 0 }), /takes no minutes/],
    ['a step uses a later one', withPhase({ uses: ['votes'] }), /"votes", which is no earlier phase/],
    ['a step waits for what cannot be chosen', withPhase({ when: { setting: 'voices', is: 'maybe' } }), /nobody can choose/],
    [
      'two steps have one id',
      { ...everything, phases: [...everything.phases, ...everything.phases.slice(0, 1)] },
      /phase id "arrive" is there twice/,
    ],
    ['an id would break a place', withPhase({ id: 'a.b' }), /"a\.b" is not an id/],
    ['a text has no English', withPhase({ say: { nl: 'Dag', en: ' ' } }), /no English text/],
    ['a kind of input is unknown', withUse('experience', { kind: 'dance' }), /no input of kind "dance"/],
    ['a kind of step is unknown', withPhase({ kind: 'dance' as 'note' }), /no phase "dance"/],
    ['an input is for a role that is not there', withUse('experience', { roles: ['king'] }), /role "king"/],
    ['a secret vote may be late', withUse('secretDots', { late: 'accept' }), /secretDots: is secret/],
    [
      'an outcome grows from nothing known',
      { ...everything, outcomes: [{ ...OUTCOME, from: ['nowhere'] }] },
      /"nowhere", which is no input/,
    ],
    ['an outcome would show private words', { ...everything, outcomes: [{ ...OUTCOME, from: ['ownNote'] }] }, /stay on the phone/],
    ['an outcome is of no known kind', { ...everything, outcomes: [{ ...OUTCOME, kind: 'cake' }] }, /no outcome "cake"/],
    [
      'it asks later about what nobody writes',
      { ...everything, followUps: everything.followUps.map((each) => ({ ...each, about: ['nowhere'] })) },
      /follow-up later: is about "nowhere"/,
    ],
    ['it is not plain data', { ...everything, version: Number.NaN }, /not a number that can be written down/],
  ];
  for (const [reason, format, problem] of stories) {
    test(reason, () => assert.match(checkFormat(format, inputs).join('\n'), problem));
  }

  test('an input points at cards its step does not use', () => {
    const phases = everything.phases.map((phase) => (phase.id === 'rounds' ? { ...phase, uses: [] } : phase));
    assert.match(checkFormat({ ...everything, phases }, inputs).join('\n'), /points at "asset", but its phase does not use phase allCards/);
  });

  test('a vote by consent is secret', () => {
    assert.match(checkFormat(withUse('consentRound', { secret: true }), inputs).join('\n'), /cannot be secret/);
  });
});

/** The proof format with its second step changed. */
function withPhase(change: Partial<Phase>): Format {
  return { ...everything, phases: everything.phases.map((phase, index) => (index === 1 ? { ...phase, ...change } : phase)) };
}

function withUse(key: string, change: Partial<InputUse> & { readonly secret?: boolean }): Format {
  const phases = everything.phases.map((phase) => ({
    ...phase,
    inputs: phase.inputs.map((use) => (use.key === key ? { ...use, ...change } : use)),
  }));
  return { ...everything, phases };
}
