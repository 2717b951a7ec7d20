import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import { formatOf, Story } from './ground.ts';

describe('"can we do a round?"', () => {
  test('reaches the host of the table only, and changes nothing on any other screen', () => {
    const { story, host, anna, bo } = table();
    const others = [bo, anna, story.leader];
    const before = others.map((seat) => story.screen(seat));
    assert.equal(story.by(anna, { type: 'askRound', run: story.run.id }), null);
    assert.equal(me(story, host).roundAsked, true);
    assert.deepEqual(
      others.map((seat) => story.screen(seat)),
      before,
    );
    const asked = story.screen(host);
    assert.equal(story.by(bo, { type: 'askRound', run: story.run.id }), null);
    assert.equal(story.screen(host), asked, 'a second question does not show how many ask');
  });

  test('the host begins and ends it, and everybody at the table sees it', () => {
    const { story, host, anna } = table();
    story.by(anna, { type: 'askRound', run: story.run.id });
    assert.equal(story.by(host, { type: 'holdRound', run: story.run.id, going: true }), null);
    assert.equal(tableOf(story, anna).round, true);
    assert.equal(me(story, host).roundAsked, false);
    assert.equal(story.by(host, { type: 'holdRound', run: story.run.id, going: false }), null);
    assert.equal(tableOf(story, anna).round, false);
  });

  test('the next step begins without one', () => {
    const { story, host, anna } = table();
    story.by(anna, { type: 'askRound', run: story.run.id });
    story.next();
    assert.equal(me(story, host).roundAsked, false);
  });

  test('people who are seated anew have no round of the people before them', () => {
    const { story, host, anna } = table();
    story.by(anna, { type: 'askRound', run: story.run.id });
    assert.equal(story.lead({ type: 'reshuffle', tables: 1 }), null);
    assert.equal(me(story, host).roundAsked, false);
  });

  test('where nobody hosts, nobody can be asked; and only the host holds one', () => {
    const { story, host, anna } = table();
    assert.equal(story.by(anna, { type: 'holdRound', run: story.run.id, going: true }), 'notYourRole');
    assert.equal(story.by(host, { type: 'askRound', run: story.run.id }), 'nobodyHosts');
    story.by(host, { type: 'leave' });
    assert.equal(story.by(anna, { type: 'askRound', run: story.run.id }), 'nobodyHosts');
  });

  test('where people speak in turn it is a round already', () => {
    const story = new Story(formatOf([{ id: 'one', turn: { kind: 'inTurns' } }])).begin();
    story.join('host', 'resident', 'host');
    const anna = story.join('anna');
    story.next();
    assert.equal(story.by(anna, { type: 'askRound', run: story.run.id }), 'notInThisStep');
  });
});

function table() {
  const story = new Story(formatOf([{ id: 'one' }, { id: 'two' }])).begin();
  const host = story.join('host', 'resident', 'host');
  const anna = story.join('anna');
  const bo = story.join('bo');
  story.next();
  return { story, host, anna, bo };
}

function me(story: Story, seat: SeatId) {
  return story.view(seat, 'me')['me'] as { readonly roundAsked: boolean };
}

function tableOf(story: Story, seat: SeatId) {
  return story.view(seat, 'table')['table'] as { readonly round: boolean };
}
