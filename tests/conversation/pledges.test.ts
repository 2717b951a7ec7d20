import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FollowUp } from '#conversation/format.ts';
import { askedAbout, comingAbout, isLeft, LEAVE_IT, openAnswers, waitingAbout } from '#conversation/pledge.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { formatOf, INPUTS, inputOf, Story, WORDS } from './ground.ts';

/** Closed on 17 November: the first question comes on 1 December, the second on 29 December. */
const FORMAT = formatOf([{ id: 'talk', inputs: [inputOf('note'), inputOf('note', { key: 'pledge' })] }], {
  outcomes: [{ kind: 'pledge', name: WORDS, from: ['pledge'], seenBy: 'everyone', owner: 'writer' }],
  followUps: [followUp('kept', 42), followUp('firstStep', 14), { ...followUp('answered', 14), asks: 'facilitator' }],
});

test('who wrote a pledge is asked about it on the days of the format, and about nothing else', () => {
  const { story, pledge, other } = closed();
  const entry = entryOf(story, pledge);
  assert.deepEqual(
    askedAbout(story.state, entry).map(({ id }) => id),
    ['firstStep', 'kept'],
  );
  assert.deepEqual(askedAbout(story.state, entryOf(story, other)), []);
  assert.equal(waitingAbout(story.conversation.situation, entry, '2026-11-30'), null);
  assert.equal(waitingAbout(story.conversation.situation, entry, '2026-12-01')?.id, 'firstStep');
  assert.deepEqual(
    comingAbout(story.conversation.situation, entry, '2026-12-01').map(({ on }) => on),
    ['2026-12-29'],
  );
  assert.equal(waitingAbout(story.conversation.situation, entry, '2026-12-29')?.id, 'kept', 'what was not answered before is let go');
});

test('who chose a day for it themselves is asked on that day, and not before', () => {
  const coming = (day: string) => {
    const { story, pledge } = closed();
    const { note } = INPUTS;
    assert.ok(note);
    const situation = { ...story.conversation.situation, inputs: { note: { ...note, meantOn: () => day } } };
    const entry = entryOf(story, pledge);
    for (const { on } of comingAbout(situation, entry, '2026-11-17')) assert.notEqual(waitingAbout(situation, entry, on), null);
    return comingAbout(situation, entry, '2026-11-17').map(({ followUp, on }) => [followUp.id, on]);
  };
  const asFormatHasIt = [
    ['firstStep', '2026-12-01'],
    ['kept', '2026-12-29'],
  ];
  assert.deepEqual(coming('2026-11-20'), asFormatHasIt);
  assert.deepEqual(coming('2026-12-10'), [
    ['firstStep', '2026-12-10'],
    ['kept', '2026-12-29'],
  ]);
  assert.deepEqual(coming('2027-01-09'), [['kept', '2027-01-09']], 'on one day it is asked once, and last');
  assert.deepEqual(coming('2028-01-01'), asFormatHasIt, 'nobody waits for years');
});

test('a question about a card comes back to whoever wrote that, and everybody may know what they chose', () => {
  const cameUp = { ...followUp('cameUp', 14), asks: 'presenter', about: ['note'], seenBy: 'everyone' } as const;
  const { story, pledge, other } = closed({ ...FORMAT, followUps: [...FORMAT.followUps, cameUp] });
  const asked = (card: EntryId) => askedAbout(story.state, entryOf(story, card)).map(({ id }) => id);
  assert.deepEqual([asked(other), asked(pledge)], [['cameUp'], ['firstStep', 'kept']]);
  story.wait(14 * DAY);
  const reply = (card: EntryId, followUp: string) =>
    story.take({ type: 'answerPledge', entry: card, followUp, status: 'succeeded', words: '' }, { kind: 'house' });
  assert.equal(reply(pledge, 'cameUp'), 'unknownCard', 'what is promised is no answer to it');
  assert.deepEqual(openAnswers(story.state, cameUp), []);
  assert.equal(reply(other, 'cameUp'), null);
  assert.equal(reply(pledge, 'firstStep'), null);
  assert.deepEqual(openAnswers(story.state, cameUp), ['succeeded']);
  assert.deepEqual(openAnswers(story.state, { ...cameUp, seenBy: 'owner' }), []);
  assert.equal(story.take({ type: 'withdraw', entry: other }, { kind: 'house' }), null);
  assert.deepEqual(openAnswers(story.state, cameUp), [], 'it goes with the card');
});

test('the house takes an answer from the day on, and a later one in its place', () => {
  const { story, pledge } = closed();
  assert.equal(answer(story, pledge, 'busy'), 'notNow');
  story.wait(14 * DAY);
  assert.equal(answer(story, pledge, 'busy', 'Dat bellen helpt.'), null);
  assert.equal(waitingAbout(story.conversation.situation, entryOf(story, pledge), '2026-12-01'), null);
  const [before] = story.last?.texts ?? [];
  assert.equal(answer(story, pledge, 'succeeded'), null);
  assert.deepEqual(story.last?.erased, [before?.id]);
  assert.deepEqual(entryOf(story, pledge).answers, { firstStep: { status: 'succeeded', learned: null } });
  story.wait(28 * DAY);
  assert.equal(waitingAbout(story.conversation.situation, entryOf(story, pledge), '2026-12-29')?.id, 'kept');
});

test('"laat maar" ends the asking about that card, until its writer answers after all', () => {
  const { story, pledge } = closed();
  story.wait(14 * DAY);
  assert.equal(answer(story, pledge, LEAVE_IT), null);
  assert.ok(isLeft(entryOf(story, pledge)));
  assert.equal(waitingAbout(story.conversation.situation, entryOf(story, pledge), '2026-12-29'), null);
  assert.deepEqual(comingAbout(story.conversation.situation, entryOf(story, pledge), '2026-12-01'), []);
  assert.equal(answer(story, pledge, 'stopped'), null);
  assert.equal(waitingAbout(story.conversation.situation, entryOf(story, pledge), '2026-12-29')?.id, 'kept');
});

test('what is no question, no answer, or no card any more is refused', () => {
  const { story, pledge, other } = closed();
  story.wait(14 * DAY);
  assert.equal(answer(story, other, 'busy'), 'unknownCard');
  assert.equal(answer(story, pledge, 'perfect'), 'unknownChoice');
  const asked = { type: 'answerPledge', entry: pledge, followUp: 'answered', status: 'busy', words: '' } as const;
  assert.equal(story.take(asked, { kind: 'house' }), 'unknownCard');
  assert.equal(answer(story, pledge, 'busy', 'Geleerd.'), null);
  const learned = story.last?.texts[0]?.id;
  assert.equal(story.take({ type: 'withdraw', entry: pledge }, { kind: 'house' }), null);
  assert.ok(learned && story.last?.erased.includes(learned), 'what was learned goes with the card');
  assert.equal(answer(story, pledge, 'busy'), 'withdrawn');
  assert.equal(waitingAbout(story.conversation.situation, entryOf(story, pledge), '2026-12-01'), null);
});

test('nobody but its writer is shown an answer', () => {
  const { story, pledge } = closed();
  story.wait(14 * DAY);
  const others = [story.leader, 'bo' as SeatId];
  const before = others.map((seat) => story.screen(seat));
  answer(story, pledge, 'stopped', 'Niet gelukt.');
  assert.deepEqual(
    others.map((seat) => story.screen(seat)),
    before,
  );
});

const DAY = 24 * 60;

function followUp(id: string, afterDays: number): FollowUp {
  return { id, afterDays, asks: 'writer', question: WORDS, statuses: ['busy', 'succeeded', 'stopped', LEAVE_IT], seenBy: 'owner' };
}

function closed(format = FORMAT): { story: Story; pledge: EntryId; other: EntryId } {
  const story = new Story(format).begin();
  const anna = story.join('anna');
  story.join('bo');
  story.next();
  const pledge = story.write(anna, 'Ik bel de buurvrouw.', { input: 'pledge' });
  const other = story.write(anna, 'Zomaar.');
  story.lead({ type: 'close' });
  return { story, pledge, other };
}

function answer(story: Story, entry: EntryId, status: string, words = '') {
  return story.take({ type: 'answerPledge', entry, followUp: followUpNow(story), status, words }, { kind: 'house' });
}

function followUpNow({ now }: Story): string {
  return now < Date.UTC(2026, 11, 29) ? 'firstStep' : 'kept';
}

function entryOf({ state }: Story, id: EntryId) {
  const entry = state.entries.get(id);
  assert.ok(entry);
  return entry;
}
