import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkFormat } from '#conversation/check.ts';
import { type Format, stepsOf } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import { formats } from '#formats/list.ts';
import { inHuisZaaien } from '#formats/inHuisZaaien.ts';
import { ruimteVoorReflectie } from '#formats/ruimteVoorReflectie.ts';
import { CARD_KINDS } from '#inputs/card/kinds.ts';
import { inputs } from '#inputs/rules.ts';
import { everything } from './everything.ts';

for (const format of [...formats, everything]) {
  suite(`the format ${format.id}`, () => {
    test('can be played', () => assert.deepEqual(checkFormat(format, inputs), []));
    test('is the same after a journey as JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(format)), format));
    test('has prompts and spoken sentences of at most twenty words', () => {
      const long = [...wordsIn(format)]
        .flatMap((text) => [...sentences(text.nl), ...sentences(text.en)])
        .filter((sentence) => sentence.split(/\s+/).length > 20);
      assert.deepEqual(long, []);
    });
  });
}

suite('in huis en nog zaaien', () => {
  test('takes 10 minutes to arrive and 75 to talk, and 12 more with one problem for the room', () => {
    assert.equal(minutesOf(inHuisZaaien, {}), 85);
    assert.equal(minutesOf(inHuisZaaien, { problem: 'room' }), 97);
  });

  test('shows what was written in silence to the own table only, without a name, after the step', () => {
    for (const id of ['assetsSilent', 'sow']) {
      const phase = inHuisZaaien.phases.find((each) => each.id === id);
      assert.deepEqual(phase?.visibility, { who: 'group', sender: 'withoutName', when: 'afterPhase' });
      assert.equal(phase?.turn.kind, 'silent');
    }
  });

  test('asks back after two and after six weeks', () => {
    assert.deepEqual(
      inHuisZaaien.followUps.map(({ afterDays }) => afterDays),
      [14, 42, 42],
    );
  });
});

suite('ruimte voor reflectie', () => {
  test('takes 40 minutes, and 34 without the pairs', () => {
    assert.equal(minutesOf(ruimteVoorReflectie, {}), 40);
    assert.equal(minutesOf(ruimteVoorReflectie, { pair: 'no' }), 34);
  });

  test('has no words that leave the phone', () => {
    const uses = ruimteVoorReflectie.phases.flatMap((phase) => phase.inputs);
    assert.ok(uses.length > 0);
    assert.ok(uses.every((use) => use.private));
  });
});

test('the proof format has every kind of card and every kind of input', () => {
  const uses = everything.phases.flatMap((phase) => phase.inputs);
  const cards = new Set(uses.flatMap((use) => (use.kind === 'card' ? use.card : [])));
  assert.deepEqual([...cards].sort(), Object.keys(CARD_KINDS).sort());
  assert.equal(cards.size, 20);
  assert.deepEqual(new Set(uses.map((use) => use.kind)), new Set(Object.keys(inputs)));
});

function minutesOf(format: Format, choices: { readonly [setting: string]: string }): number {
  return stepsOf(format, choices).reduce((sum, step) => sum + step.phase.minutes, 0);
}

/** What people hear or read in a step. */
function wordsIn(format: Format): readonly Words[] {
  return format.phases.flatMap((phase) => [
    phase.say,
    ...phase.prompts.map((prompt) => prompt.text),
    ...phase.inputs.map((use) => use.label),
  ]);
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?:])\s+/);
}
