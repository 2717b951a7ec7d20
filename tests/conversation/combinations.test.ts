import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFormat } from '#conversation/check.ts';
import type { Format, Grouping, Turn, Visibility } from '#conversation/format.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import type { MeShape } from '#conversation/views/shapes.ts';
import { formatOf, INPUTS, Story } from './ground.ts';

const WHO = ['me', 'pair', 'group', 'sameRole', 'everyone', 'facilitators', 'public'] as const;
const SENDER = ['withoutName', 'perspective', 'alias', 'name'] as const;
const WHEN = ['atOnce', 'afterPhase', 'whenReleased', 'whenIConsent'] as const;

/** Written plainly from the vocabulary: at which of these moments which of these people see Anna's card. */
const MOMENTS = ['written', 'laid', 'over', 'released'] as const;
type Moment = (typeof MOMENTS)[number];
const PEOPLE = ['tablemate', 'elsewhere', 'sameRole', 'leader', 'wall'] as const;
type Person = (typeof PEOPLE)[number];

function maySee({ who, when }: Visibility, person: Person, moment: Moment): boolean {
  const at = MOMENTS.indexOf(moment);
  const isTime = { atOnce: at >= 0, afterPhase: at >= 2, whenReleased: at >= 3, whenIConsent: at >= 1 }[when];
  const near = person === 'tablemate';
  if (who === 'me') return near && when === 'whenIConsent' && at >= 1;
  if (who === 'facilitators') return person === 'leader' && isTime;
  if (moment === 'released') return true;
  if (person === 'wall') return false;
  if (who === 'everyone' || who === 'public') return isTime;
  return isTime && (who === 'sameRole' ? person === 'sameRole' : near);
}

/** Anna (host) and a table-mate at table 1; another host and somebody else at table 2. */
function room(visibility: Visibility, turn: Turn = { kind: 'free' }) {
  const story = new Story(
    formatOf([
      { id: 'one', visibility, turn },
      { id: 'two', uses: ['one'], inputs: [] },
    ]),
  ).begin(2);
  const anna = story.join('anna', 'resident', 'host');
  const sameRole = story.join('other host', 'resident', 'host');
  const tablemate = story.join('tablemate', 'professional');
  const elsewhere = story.join('elsewhere', 'professional');
  const wall = story.join('wall', null, 'wall');
  story.next();
  const people: { readonly [person in Person]: SeatId } = { tablemate, elsewhere, sameRole, leader: story.leader, wall };
  return { story, anna, people, card: story.write(anna, 'een woord') };
}

function bringTo(story: Story, moment: Moment, anna: SeatId, card: EntryId): void {
  const { place } = story.run;
  if (moment === 'laid') story.by(anna, { type: 'lay', entry: card });
  if (moment === 'over') story.next();
  if (moment === 'released') assert.equal(story.lead({ type: 'release', place: story.state.runs[0]?.place ?? place }), null);
}

describe('who × sender × when', () => {
  for (const who of WHO) {
    for (const sender of SENDER) {
      for (const when of WHEN) {
        const visibility: Visibility = { who, sender, when };
        if (!isPermitted(visibility)) continue;
        test(`${who} × ${sender} × ${when}`, () => {
          const { story, anna, people, card } = room(visibility);
          for (const moment of MOMENTS) {
            bringTo(story, moment, anna, card);
            for (const person of PEOPLE) {
              const wanted = maySee(visibility, person, moment);
              assert.equal(story.sees(people[person], 'een woord'), wanted, `${person} when ${moment}`);
            }
            assert.ok(story.sees(anna, 'een woord'), 'its writer always does');
          }
        });
      }
    }
  }
});

test('in silence nothing appears from others, whatever the visibility', () => {
  for (const who of WHO) {
    for (const when of WHEN) {
      const { story, anna, people, card } = room({ who, sender: 'alias', when }, { kind: 'silent' });
      bringTo(story, 'laid', anna, card);
      for (const person of PEOPLE) assert.ok(!story.sees(people[person], 'een woord'), `${who} ${when} ${person}`);
    }
  }
});

test('kept at the table: the table sees it when it may, and nobody else ever', () => {
  for (const who of ['group', 'everyone', 'public'] as const) {
    const { story, anna, people, card } = room({ who, sender: 'alias', when: 'atOnce' });
    assert.equal(story.by(anna, { type: 'keep', entry: card, kept: true }), null);
    story.next();
    story.lead({ type: 'release', place: story.state.runs[0]?.place ?? story.run.place });
    assert.ok(story.sees(people.tablemate, 'een woord'));
    for (const person of ['elsewhere', 'sameRole', 'leader', 'wall'] as const)
      assert.ok(!story.sees(people[person], 'een woord'), `${who} ${person}`);
    assert.equal(story.by(anna, { type: 'keep', entry: card, kept: false }), 'alreadyReleased');
  }
});

describe('a closed step', () => {
  const closed: Grouping = { kind: 'closed', without: ['director', 'facilitator'] };
  const visibility: Visibility = { who: 'everyone', sender: 'alias', when: 'atOnce' };
  const format: Format = formatOf([
    { id: 'one', grouping: closed, visibility, prompts: [{ text: { nl: 'Geheime vraag', en: 'Secret question' } }] },
    { id: 'two', uses: ['one'] },
  ]);

  test('no view of it is built for the roles it names, nor for the wall, also not afterwards', () => {
    const story = new Story(format).begin();
    const [anna, bo] = [story.join('anna'), story.join('bo')];
    const director = story.join('director', 'municipality', 'director');
    const wall = story.join('wall', null, 'wall');
    story.next();
    story.write(anna, 'onder ons');
    assert.ok(story.sees(bo, 'onder ons'));
    for (const seat of [director, story.leader, wall]) {
      assert.ok(!story.sees(seat, 'onder ons'));
      if (seat !== story.leader) assert.ok(!story.sees(seat, 'Geheime vraag'));
    }
    story.lead({ type: 'release', place: story.run.place });
    story.next();
    for (const seat of [director, story.leader, wall]) assert.ok(!story.sees(seat, 'onder ons'));
  });

  test('while it goes on nothing is counted; afterwards the cards are', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    const before = story.screen(story.leader);
    story.write(anna, 'onder ons');
    story.by(anna, { type: 'ready', run: story.run.id });
    assert.equal(story.screen(story.leader), before);
    story.next();
    const [line] = story.view(story.leader, 'facilitator')['sheet'] as readonly { readonly cards: number }[];
    assert.equal(line?.cards, 1);
  });

  test('who stays outside does nothing in it, and is not told what is asked there', () => {
    const story = new Story(format).begin();
    const director = story.join('director', 'municipality', 'director');
    story.next();
    assert.equal(story.tryToWrite(director, 'ik ook'), 'notYourRole');
    assert.equal(story.by(director, { type: 'ready', run: story.run.id }), 'notYourRole');
    assert.deepEqual((story.view(director, 'me') as MeShape).may.write, {});
  });

  test('who stays outside cannot walk in by taking another role', () => {
    const story = new Story(format).begin();
    const director = story.join('director', 'municipality', 'director');
    assert.equal(story.by(director, { type: 'takeRole', role: 'participant' }), 'notYourRole');
  });
});

test('behind a closed door nobody new sits down; who left may come back', () => {
  const story = new Story(formatOf([{ id: 'one', grouping: { kind: 'doorClosed', size: 8 } }, { id: 'two' }])).begin();
  const anna = story.join('anna');
  story.next();
  const knock = (role: string) => story.take({ type: 'takeSeat', seat: `new ${role}` as SeatId, role, perspectives: [] }, { kind: 'door' });
  assert.equal(knock('participant'), 'doorClosed');
  assert.equal(knock('observer'), 'doorClosed');
  story.by(anna, { type: 'leave' });
  assert.equal(story.by(anna, { type: 'comeBack' }), null);
  story.next();
  assert.equal(knock('participant'), null);
});

test('when the facilitator shuts the door nobody new comes in, whatever the step; who left may come back, and it opens again', () => {
  const story = new Story(formatOf([{ id: 'one' }])).begin();
  const anna = story.join('anna');
  const knock = () => story.take({ type: 'takeSeat', seat: 'new' as SeatId, role: 'participant', perspectives: [] }, { kind: 'door' });
  assert.equal(story.lead({ type: 'shutDoor', shut: true }), null);
  assert.equal(knock(), 'doorShut');
  story.by(anna, { type: 'leave' });
  assert.equal(story.by(anna, { type: 'comeBack' }), null);
  assert.equal(story.lead({ type: 'shutDoor', shut: false }), null);
  assert.equal(knock(), null);
});

function isPermitted(visibility: Visibility): boolean {
  return checkFormat(formatOf([{ id: 'one', visibility }]), INPUTS).length === 0;
}
