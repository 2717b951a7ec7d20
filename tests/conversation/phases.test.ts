import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import type { FacilitatorShape } from '#conversation/views/shapes.ts';
import { formatOf, Story, WORDS } from './ground.ts';

const three = formatOf([{ id: 'one' }, { id: 'two', timer: 'hard' }, { id: 'three', timer: 'none' }]);

describe('steps', () => {
  test('next opens a run of the next step; after the last there is none', () => {
    const story = new Story(three).begin();
    const places = [1, 2, 3].map(() => [story.next(), story.run.place, story.run.ordinal]);
    assert.deepEqual(places, [
      [null, 'one.1', 1],
      [null, 'two.1', 2],
      [null, 'three.1', 3],
    ]);
    assert.equal(story.next(), 'noNext');
  });

  test('two who lead tap next at the same moment: one step, and the second hears so', () => {
    const story = new Story(three).begin();
    story.take({ type: 'takeSeat', seat: 'second' as SeatId, role: 'facilitator', perspectives: [] }, { kind: 'door' });
    assert.equal(story.lead({ type: 'next', from: null }), null);
    assert.equal(story.by('second' as SeatId, { type: 'next', from: null }), 'movedOn');
    assert.equal(story.run.place, 'one.1');
  });

  test('back opens a new run of the earlier step, with its cards still there', () => {
    const story = new Story(three).begin();
    const anna = story.join('anna');
    const bo = story.join('bo');
    story.next();
    story.write(anna, 'eerste ronde');
    story.next();
    assert.equal(story.back(), null);
    assert.deepEqual([story.run.place, story.run.ordinal], ['one.1', 3]);
    assert.ok(story.sees(bo, 'eerste ronde'));
    story.write(bo, 'tweede ronde');
    assert.ok(story.sees(anna, 'tweede ronde'));
    assert.equal(story.back(), 'noBack');
  });

  test('when a step is done again nobody is ready yet, and everybody can be once more', () => {
    const story = new Story(three).begin();
    const anna = story.join('anna');
    const readyNow = () => (story.view(story.leader, 'facilitator') as FacilitatorShape).people.ready;
    story.next();
    story.by(anna, { type: 'ready', run: story.run.id });
    assert.equal(readyNow(), 1);
    story.next();
    story.back();
    assert.equal(readyNow(), 0);
    assert.equal(story.by(anna, { type: 'ready', run: story.run.id }), null);
    assert.equal(readyNow(), 1);
  });

  test('what was seen after its step stays in sight while the step is done again; what is new waits', () => {
    const story = new Story(
      formatOf([
        { id: 'one', visibility: { who: 'group', sender: 'withoutName', when: 'afterPhase' } },
        { id: 'two', uses: ['one'] },
      ]),
    ).begin();
    const [anna, bo] = [story.join('anna'), story.join('bo')];
    story.next();
    story.write(anna, 'van toen');
    assert.ok(!story.sees(bo, 'van toen'));
    story.next();
    assert.ok(story.sees(bo, 'van toen'));
    story.back();
    story.write(anna, 'van nu');
    assert.ok(story.sees(bo, 'van toen'));
    assert.ok(!story.sees(bo, 'van nu'));
  });

  test('a repeated step comes by so many times, each with its own cards', () => {
    const story = new Story(
      formatOf([
        { id: 'round', repeat: 2 },
        { id: 'end', uses: ['round'] },
      ]),
    ).begin();
    const anna = story.join('anna');
    story.next();
    story.write(anna, 'gang een');
    story.next();
    assert.equal(story.run.place, 'round.2');
    assert.ok(!story.sees(anna, 'gang een'));
    story.next();
    assert.ok(story.sees(anna, 'gang een'));
  });

  test('a step that depends on a setting is only there when it is chosen', () => {
    const setting = {
      id: 'actors',
      label: WORDS,
      standard: 'no',
      options: [
        { id: 'no', label: WORDS },
        { id: 'yes', label: WORDS },
      ],
    };
    const format = formatOf([{ id: 'play', when: { setting: 'actors', is: 'yes' } }, { id: 'talk' }], { settings: [setting] });
    const without = new Story(format).begin();
    without.next();
    assert.equal(without.run.place, 'talk.1');
    const story = new Story(format);
    assert.equal(story.lead({ type: 'choose', setting: 'actors', option: 'yes' }), null);
    story.begin().next();
    assert.equal(story.run.place, 'play.1');
    assert.equal(story.lead({ type: 'choose', setting: 'actors', option: 'no' }), 'movedOn');
  });
});

describe('the clock', () => {
  test('a run ends after the minutes of its step, or those the facilitator set', () => {
    const story = new Story(three);
    story.lead({ type: 'setMinutes', phase: 'two', minutes: 3 });
    story.begin().next();
    assert.equal(story.run.endsAt, story.now + 10 * 60_000);
    story.next();
    assert.equal(story.run.endsAt, story.now + 3 * 60_000);
    story.next();
    assert.equal(story.run.endsAt, null);
  });

  test('soft: a calm signal, and writing goes on', () => {
    const story = new Story(three).begin();
    const anna = story.join('anna');
    story.next();
    story.wait(11);
    assert.equal(story.clock(), null);
    assert.ok(story.run.timeUp);
    assert.equal(story.tryToWrite(anna, 'nog iets'), null);
    assert.ok(!story.last?.answer.late);
  });

  test('hard: at the end the run closes to answers that may not be late, and cards come late', () => {
    const format = formatOf([
      {
        id: 'one',
        timer: 'hard',
        inputs: [
          { key: 'note', kind: 'note', late: 'accept', label: WORDS },
          { key: 'score', kind: 'note', late: 'refuse', label: WORDS },
        ],
      },
    ]);
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    assert.equal(story.tryToWrite(anna, 'op tijd', { input: 'score' }), null);
    story.wait(11);
    assert.equal(story.tryToWrite(anna, 'te laat', { input: 'score' }), 'timeIsUp');
    assert.equal(story.tryToWrite(anna, 'kaartje'), null);
    assert.equal(story.last?.answer.late, true);
  });

  test('the clock acts once for a run, not before its time, and nobody else may play clock', () => {
    const story = new Story(three).begin();
    story.next();
    assert.equal(story.clock(), 'notNow');
    assert.equal(story.lead({ type: 'timeUp', run: story.run.id }), 'notYourRole');
    story.wait(10);
    assert.equal(story.clock(), null);
    assert.equal(story.clock(), 'movedOn');
  });

  test('pausing stops the clock, also a hard one; going on gives what was left', () => {
    const story = new Story(three).begin();
    const anna = story.join('anna');
    story.next();
    story.next();
    story.wait(4);
    assert.equal(story.lead({ type: 'pause', run: story.run.id }), null);
    assert.equal(story.lead({ type: 'pause', run: story.run.id }), 'paused');
    story.wait(60);
    assert.equal(story.clock(), 'movedOn');
    assert.equal(story.tryToWrite(anna, 'in de pauze'), null);
    assert.ok(!story.last?.answer.late);
    assert.equal(story.lead({ type: 'resume', run: story.run.id }), null);
    assert.equal(story.run.endsAt, story.now + 6 * 60_000);
    assert.equal(story.lead({ type: 'resume', run: story.run.id }), 'notPaused');
  });

  test('more minutes open a hard run again', () => {
    const story = new Story(three).begin();
    const anna = story.join('anna');
    story.next();
    story.next();
    story.wait(12);
    story.clock();
    assert.equal(story.lead({ type: 'extend', run: story.run.id, minutes: 2 }), null);
    assert.deepEqual([story.run.timeUp, story.run.endsAt], [false, story.now + 2 * 60_000]);
    story.write(anna, 'toch nog');
    assert.ok(!story.last?.answer.late);
    assert.equal(story.lead({ type: 'extend', run: story.run.id, minutes: 90 }), 'tooManyMinutes');
  });

  test('a step wraps up in two minutes, also after a pause; one that has less left stays as it is', () => {
    const story = new Story(three).begin();
    story.next();
    assert.equal(story.lead({ type: 'wrapUp', run: story.run.id, minutes: 2 }), null);
    assert.equal(story.run.endsAt, story.now + 2 * 60_000);
    story.wait(1);
    assert.equal(story.lead({ type: 'wrapUp', run: story.run.id, minutes: 2 }), null);
    assert.equal(story.run.endsAt, story.now + 60_000);
    story.lead({ type: 'extend', run: story.run.id, minutes: 9 });
    story.lead({ type: 'pause', run: story.run.id });
    story.lead({ type: 'wrapUp', run: story.run.id, minutes: 2 });
    assert.equal(story.run.pausedWith, 2 * 60_000);
  });

  test('more minutes during a pause are added to what is left', () => {
    const story = new Story(three).begin();
    story.next();
    story.wait(7);
    story.lead({ type: 'pause', run: story.run.id });
    story.lead({ type: 'extend', run: story.run.id, minutes: 2 });
    assert.equal(story.run.pausedWith, 5 * 60_000);
  });

  test('a step without a clock has nothing to pause', () => {
    const story = new Story(three).begin();
    for (let step = 0; step < 3; step++) story.next();
    assert.equal(story.lead({ type: 'pause', run: story.run.id }), 'notNow');
    assert.equal(story.lead({ type: 'gong', run: story.run.id }), null);
    assert.ok(story.run.gong);
  });
});
