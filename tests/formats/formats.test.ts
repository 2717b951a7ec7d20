import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkFormat } from '#conversation/check.ts';
import { type Format, stepsOf } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import { dialoogtafel } from '#formats/dialoogtafel.ts';
import { dinerPensant } from '#formats/dinerPensant.ts';
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

suite('dialoogtafel', () => {
  test('takes 15 minutes to meet, 45 for experiences, 35 to dream, 25 to do and 10 to close', () => {
    assert.equal(minutesOf(dialoogtafel, {}), 130);
    const minutes = new Map(dialoogtafel.phases.map((phase) => [phase.id, phase.minutes]));
    const sum = (...ids: readonly string[]) => ids.reduce((total, id) => total + (minutes.get(id) ?? Number.NaN), 0);
    assert.equal(sum('meet'), 15);
    assert.equal(sum('experiences', 'askOn', 'discover'), 45);
    assert.equal(sum('imagine', 'dream', 'compare'), 35);
    assert.equal(sum('smallSteps', 'promise'), 25);
    assert.equal(sum('lookBack', 'close'), 10);
  });

  test('takes a break that waits for a sign, only when the facilitator chose it', () => {
    assert.equal(minutesOf(dialoogtafel, { break: 'yes' }), 145);
    assert.equal(dialoogtafel.phases.find(({ kind }) => kind === 'break')?.timer, 'none');
  });

  test('lays phones away whenever people talk, and goes round first, the host last', () => {
    const talking = dialoogtafel.phases.filter(({ kind }) => kind === 'round' || kind === 'talk');
    assert.ok(talking.length > 0);
    assert.ok(talking.every(({ devices, inputs: uses }) => devices === 'away' && uses.length === 0));
    assert.deepEqual([talking[0]?.turn.kind, talking[0]?.turn.listensFirst], ['inTurns', 'host']);
  });

  test('asks for the eight results, each from 1 to 5, and adds them up for the whole room only', () => {
    const uses = dialoogtafel.phases.flatMap((phase) => phase.inputs);
    const evaluation = uses.find((use) => use.kind === 'score');
    assert.equal(evaluation?.scales.length, 8);
    assert.ok(evaluation.scales.every(({ minimum, maximum }) => minimum === 1 && maximum === 5));
  });
});

suite('diner pensant', () => {
  test('takes 150 minutes, whether guests change tables or not', () => {
    assert.equal(minutesOf(dinerPensant, {}), 150);
    assert.equal(minutesOf(dinerPensant, { rotate: 'yes' }), 150);
  });

  test('has a course for the appetiser, the starter, the main course, dessert and coffee, in that order', () => {
    const courses = [...new Set(stepsOf(dinerPensant, {}).flatMap(({ phase }) => phase.course?.nl ?? []))];
    assert.deepEqual(courses, ['Amuse', 'Voorgerecht', 'Hoofdgerecht', 'Tussendoor', 'Dessert', 'Koffie']);
  });

  test('waits for the kitchen without a clock', () => {
    const breaks = dinerPensant.phases.filter(({ kind }) => kind === 'break');
    assert.ok(breaks.length > 0);
    assert.ok(breaks.every(({ timer }) => timer === 'none'));
  });

  test('has one phone at each table, but for the silent minutes that are for oneself', () => {
    const own = dinerPensant.phases.filter(({ devices }) => devices === 'each').map(({ id }) => id);
    assert.deepEqual(own, ['offer']);
  });

  test('asks those with power first what they do, then each for themselves, then who wants to share', () => {
    const order = dinerPensant.phases.map(({ id }) => id);
    assert.ok(order.indexOf('weFirst') < order.indexOf('offer') && order.indexOf('offer') < order.indexOf('share'));
    assert.equal(dinerPensant.phases.find(({ id }) => id === 'weFirst')?.turn.listensFirst, 'participant');
  });

  test('shows a contribution to nobody before its writer lays it on the table, and takes nothing now for an answer', () => {
    const offer = dinerPensant.phases.find(({ id }) => id === 'offer');
    const [use] = offer?.inputs ?? [];
    assert.deepEqual(offer?.visibility, { who: 'me', sender: 'withoutName', when: 'whenIConsent' });
    assert.ok(use?.kind === 'card' && use.text === 'none');
    const [what] = use.fields ?? [];
    assert.ok(what?.type === 'choice' && what.options.some(({ id }) => id === 'nothingNow'));
    assert.equal(use.fields?.filter(({ required }) => required).length, 1);
  });

  test('asks a date with every answer of the municipality, and asks back within four weeks', () => {
    const uses = dinerPensant.phases.flatMap((phase) => phase.inputs);
    const answer = uses.find((use) => use.key === 'answer');
    assert.ok(answer?.kind === 'card' && answer.fields?.some((field) => field.type === 'date' && field.required));
    assert.equal(dinerPensant.followUps[0]?.afterDays, 28);
  });

  test('says so when no resident is there', () => assert.deepEqual(dinerPensant.mustBePresent, ['resident']));
});

test('the proof format has every kind of card and every kind of input', () => {
  const uses = everything.phases.flatMap((phase) => phase.inputs);
  const cards = new Set(uses.flatMap((use) => (use.kind === 'card' ? use.card : [])));
  assert.deepEqual([...cards].sort(), Object.keys(CARD_KINDS).sort());
  assert.equal(cards.size, 21);
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
