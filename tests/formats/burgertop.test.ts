import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chanceFrom } from '#conversation/chance.ts';
import { type Perspective, stepsOf } from '#conversation/format.ts';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { chosenWith } from '#conversation/themes.ts';
import type { CardShape, EveryoneShape, FacilitatorShape, MeShape, TableShape, WallShape } from '#conversation/views/shapes.ts';
import type { Json } from '#conversation/words.ts';
import { burgertop } from '#formats/burgertop.ts';
import { cardsOf } from '#inputs/choices.ts';
import { inputs } from '#inputs/rules.ts';
import { reportOf } from '#report/model.ts';
import { toldOf } from '#report/toldOf.ts';
import { onOpenSheet } from '../../src/routes/gesprek/[conversation]/[seat]/openSheet.ts';
import { asksOf } from '../../src/routes/leiden/[conversation]/[seat]/attention.ts';
import { Story } from '../conversation/ground.ts';

test('a Burgertop takes 375 minutes: three rounds of 45, 30 for the themes, 90 for a proposal, 45, 20 and 25', () => {
  const minutes = (...ids: readonly string[]) =>
    stepsOf(burgertop, {}).reduce((sum, { phase }) => sum + (ids.includes(phase.id) ? phase.minutes : 0), 0);
  assert.equal(
    stepsOf(burgertop, {}).reduce((sum, { phase }) => sum + phase.minutes, 0),
    375,
  );
  assert.equal(minutes('important', 'importantPicked'), 45);
  assert.equal(minutes('goodAndBetter', 'goodAndBetterPicked'), 45);
  assert.equal(minutes('dreams', 'dreamsPicked'), 45);
  assert.deepEqual([minutes('themes'), minutes('chooseTheme', 'workOut'), minutes('present')], [30, 90, 45]);
  assert.deepEqual([minutes('vote', 'result'), minutes('whoJoins', 'close')], [20, 25]);
});

describe('a table picks its two', () => {
  test('the hall sees them when all have picked, without a name; the others stay at the table', () => {
    const top = atStep('important', 16);
    const [scribe = top.leader, other = top.leader] = top.scribes();
    const [one = '', two = ''] = ['Een bus', 'Een plein', 'Een bank'].map((text): string => top.writes(scribe, 'matters', { text }));
    top.next();
    top.writes(scribe, 'importantPickedTwo', { picks: [one, two] });
    assert.ok(!top.sees(other, 'Een bus'), 'not while tables are still picking');
    top.next();
    for (const seen of ['Een bus', 'Een plein']) assert.ok(inRoom(top, seen));
    assert.ok(!inRoom(top, 'Een bank'));
    assert.ok(!top.screen(other).includes(scribe));
    assert.ok(!JSON.stringify(top.wall()).includes('Een bus'), 'the wall shows what is released, or made before the hall');
  });

  test('whoever writes for the table picks again, and only the new ones go to the hall', () => {
    const top = atStep('important', 8);
    const [scribe = top.leader] = top.scribes();
    const [one = '', two = ''] = ['Een bus', 'Een plein'].map((text): string => top.writes(scribe, 'matters', { text }));
    top.next();
    top.writes(scribe, 'importantPickedTwo', { picks: [one] });
    const next = top.others(scribe)[0] ?? top.leader;
    assert.equal(top.by(scribe, { type: 'takeRole', role: 'participant' }), null);
    assert.equal(top.by(next, { type: 'takeRole', role: 'scribe' }), null);
    top.writes(next, 'importantPickedTwo', { picks: [two] });
    top.next();
    assert.ok(inRoom(top, 'Een plein') && !inRoom(top, 'Een bus'));
  });

  test('no more than two, none of another table, none that stays at the table, and nobody but the scribe', () => {
    const top = atStep('important', 16);
    const [scribe = top.leader, other = top.leader] = top.scribes();
    const mine = ['a', 'b', 'c'].map((text) => top.writes(scribe, 'matters', { text }));
    const theirs = top.writes(other, 'matters', { text: 'd' });
    const kept = top.writes(scribe, 'matters', { text: 'e' }, true);
    top.next();
    const picks = (seat: SeatId, cards: readonly Json[]) => top.tries(seat, 'importantPickedTwo', { picks: cards });
    assert.equal(picks(scribe, mine), 'tooManyChoices');
    assert.equal(picks(scribe, [theirs]), 'unknownCard');
    assert.equal(picks(scribe, [kept]), 'unknownCard');
    assert.equal(picks(scribe, []), 'empty');
    assert.equal(picks(top.others(scribe)[0] ?? top.leader, mine.slice(0, 1)), 'notYourRole');
  });
});

describe('a table that does round 1 and its proposal on an open sheet', () => {
  test('picks its sheet, the hall sees it, and the editors make a theme of it', () => {
    const top = atStep('important', 16);
    const [scribe = top.leader, other = top.leader] = top.scribes();
    const sheet = top.writes(scribe, OPEN_SHEET, { text: 'Ons verhaal' });
    const theirs = top.writes(other, OPEN_SHEET, { text: 'Hun verhaal' });
    top.next();
    const own = (seat: SeatId) => top.view(seat, 'table')[`card/${sheet}`] as CardShape | undefined;
    assert.ok(cardsOf(['matters'], [{ ...(own(scribe) as CardShape), id: sheet }]).length === 1, 'it is there to pick');
    assert.equal(top.tries(scribe, 'importantPickedTwo', { picks: [theirs] }), 'unknownCard');
    const { step } = top.view(scribe, 'everyone') as EveryoneShape;
    const keys = step && onOpenSheet(step).inputs.map(({ key }) => key);
    assert.deepEqual(keys, [OPEN_SHEET, 'importantPickedTwo'], 'a table that writes here too can still pick');
    top.writes(scribe, 'importantPickedTwo', { picks: [sheet] });
    assert.ok(inRoom(top, 'Ons verhaal') && !inRoom(top, 'Hun verhaal'));
    const [plain = top.leader] = top.people().filter((seat) => top.state.seats.get(seat)?.role === 'participant');
    assert.equal(top.by(plain, { type: 'takeRole', role: 'editor' }), null);
    assert.ok(`desk/${sheet}` in top.view(plain, 'me'));
    top.writes(plain, 'theme', { text: 'Verhalen', links: [sheet] });
  });

  test('presents it, gets dots for it and people who join, and it stands among the proposals in the report', () => {
    const top = atChoice(16, ['Wonen']);
    top.to('workOut');
    const [scribe = top.leader] = top.scribes();
    const sheet = top.writes(scribe, OPEN_SHEET, { text: 'Wij bouwen zelf' });
    top.to('present');
    assert.ok(JSON.stringify(top.wall()).includes('Wij bouwen zelf'), 'as the other proposals');
    assert.equal(top.by(top.leader, { type: 'present', run: top.run.id, entry: sheet }), null);
    top.to('vote');
    top.people().forEach((seat) => top.ballots(seat, { dots: { [sheet]: 1 } }));
    top.to('whoJoins');
    top.writes(scribe, 'joins', { text: 'Ik help', links: [sheet] });
    top.lead({ type: 'release', place: top.place('workOut') });
    const { situation, words } = top.conversation;
    assert.deepEqual(reportOf(situation, words, 'room').outcomes.find(({ kind }) => kind === 'proposal')?.cards, [sheet]);
  });
});

describe('editors', () => {
  test('who wrote a card reads back that the table chose it and where it belongs, once both are released', () => {
    const top = atThemes(16);
    const [editor = top.leader] = top.editors();
    const [picked = '', other = ''] = top.picked;
    top.writes(editor, 'theme', { text: 'Vervoer', links: [picked] });
    const told = (card: string) => {
      const entry = top.state.entries.get(card);
      return entry && toldOf(top.conversation.situation, entry, top.conversation.words);
    };
    top.next();
    assert.equal(told(picked), null);
    top.lead({ type: 'release', place: top.place('important') });
    assert.deepEqual(told(picked), { picked: true, themes: [], forAll: true });
    top.lead({ type: 'release', place: top.place('themes') });
    assert.deepEqual(told(picked), { picked: true, themes: ['Vervoer'], forAll: true });
    assert.deepEqual(told(other), { picked: true, themes: [], forAll: true });
  });

  test('make themes that the wall shows at once, and each of them may change each theme', () => {
    const top = atThemes(16);
    const [one = top.leader, two = top.leader] = top.editors();
    const theme = top.writes(one, 'theme', { text: 'Vervoer', links: [top.picked[0] ?? ''] });
    assert.ok(JSON.stringify(top.wall()).includes('Vervoer'));
    assert.equal(top.by(two, { type: 'correct', entry: theme, act: { text: 'Onderweg', links: [...top.picked] } }), null);
    assert.ok(JSON.stringify(top.wall()).includes('Onderweg') && !JSON.stringify(top.wall()).includes('Vervoer'));
    const [scribe = top.leader] = top.scribes();
    assert.equal(top.by(scribe, { type: 'correct', entry: theme, act: { text: 'Nee', links: [] } }), 'unknownCard');
    assert.equal(top.tries(one, 'theme', { text: 'Los', links: [] }), 'needsCard');
  });

  test('have every picked card on their desk, however many there are', () => {
    const top = atThemes(400);
    const desk = Object.keys(top.view(top.editors()[0] ?? top.leader, 'me')).filter((key) => key.startsWith('desk/'));
    assert.ok(top.picked.length > 40);
    assert.deepEqual(desk.map((key) => key.slice(5)).sort(), [...top.picked].sort());
  });
});

describe('people sit by the theme they chose', () => {
  test('a theme of two people gets a table, and who leads may send them to another by one tap', () => {
    const top = atChoice(10, ['Wonen', 'Vervoer']);
    for (const [at, seat] of top.people().entries()) top.chooses(seat, at < 2 ? 1 : 0);
    top.next();
    const small = () =>
      asksOf(top.seesLeading(), top.view(top.leader, 'everyone') as EveryoneShape, 0).filter(({ kind }) => kind === 'smallTable');
    const [ask] = small();
    assert.ok(ask?.kind === 'smallTable' && ask.people === 2 && JSON.stringify(ask.theme).includes('Vervoer'));
    assert.equal(top.by(top.leader, { type: 'mergeTables', table: ask.table, into: ask.into }), null);
    assert.deepEqual(small(), []);
  });

  test('each theme has its table, a large one has more, and the phone says which', () => {
    const top = atChoice(24, ['Wonen', 'Vervoer']);
    const people = top.people();
    people.slice(0, 18).forEach((seat) => top.chooses(seat, 0));
    people.slice(18).forEach((seat) => top.chooses(seat, 1));
    top.next();
    const tablesOn = (theme: number) => Object.values(top.state.themes).filter((id) => id === top.themes[theme]).length;
    assert.deepEqual([tablesOn(0), tablesOn(1)], [2, 1]);
    for (const seat of people) {
      const { me } = top.view(seat, 'me') as MeShape;
      const { table } = top.view(seat, 'table') as TableShape;
      assert.equal(top.state.themes[me.table], chosenWith(top.conversation.situation, 'myTheme').get(seat));
      assert.ok(JSON.stringify(table.theme).includes(people.indexOf(seat) < 18 ? 'Wonen' : 'Vervoer'));
    }
  });

  test('somebody who changes their mind sits where they chose last; who chose nothing where there is room', () => {
    const top = atChoice(16, ['Wonen', 'Vervoer']);
    const people = top.people();
    people.slice(0, 8).forEach((seat) => top.chooses(seat, 0));
    people.slice(8, 11).forEach((seat) => top.chooses(seat, 1));
    const [changes = top.leader] = people;
    top.chooses(changes, 1);
    top.next();
    const sizes = top.state.tables.map(({ seats }) => seats.length);
    assert.equal(top.themeOf(changes), top.themes[1]);
    assert.deepEqual(sizes.sort(), [8, 8], 'the others fill up the smaller one');
  });

  test('who steps back to choosing and forward again is seated anew; who steps back to the work finds the tables as they were', () => {
    const top = atChoice(16, ['Wonen', 'Vervoer']);
    top.people().forEach((seat, at) => top.chooses(seat, at % 2));
    top.next();
    const before = top.state.tables;
    top.next();
    top.back();
    assert.deepEqual(top.state.tables, before);
    top.back();
    const [one = top.leader] = top.people();
    const other = top.themeOf(one) === top.themes[0] ? 1 : 0;
    top.chooses(one, other);
    top.next();
    assert.equal(top.themeOf(one), top.themes[other]);
  });

  test('the one who leads hears of a theme with too few, and at which table a side is missing; nothing is stopped', () => {
    const top = atChoice(16, ['Wonen', 'Vervoer']);
    top.people().forEach((seat, at) => top.chooses(seat, at < 2 ? 1 : 0));
    const choosing = top.seesLeading().themes;
    assert.deepEqual([choosing?.stage, choosing?.list.map(({ people }) => people).sort()], ['choosing', [14, 2]]);
    assert.equal(top.next(), null);
    const small = top.seesLeading().themes?.list.find(({ people }) => people === 2);
    assert.deepEqual(
      small?.tables.map(({ lacks }) => lacks.length > 0),
      [true],
    );
  });

  test('in any hall everybody sits once, two who must not are apart, two who belong are together, and all others where they chose', () => {
    for (const seed of ['one', 'two', 'three', 'four', 'five', 'six']) {
      const chance = chanceFrom(`themes ${seed}`);
      const top = atChoice(20 + chance.below(40), ['Wonen', 'Vervoer', 'Groen', 'Jeugd'].slice(0, 2 + chance.below(3)));
      const people = top.people();
      for (const seat of people) if (chance.next() < 0.85) top.chooses(seat, chance.below(top.themes.length));
      const [a = top.leader, b = top.leader, c = top.leader, d = top.leader] = chance.shuffle(people);
      assert.equal(top.wishes('apart', a, b), null);
      assert.equal(top.wishes('together', c, d), null);
      top.next();
      const seated = top.state.tables.flatMap(({ seats }) => seats);
      assert.deepEqual([...seated].sort(), [...people].sort(), seed);
      assert.notEqual(top.tableOf(a), top.tableOf(b), seed);
      assert.equal(top.tableOf(c), top.tableOf(d), seed);
      const chosen = chosenWith(top.conversation.situation, 'myTheme');
      const elsewhere = people.filter((seat) => chosen.has(seat) && top.themeOf(seat) !== chosen.get(seat));
      assert.ok(elsewhere.every((seat) => [a, b, c, d].includes(seat)) && elsewhere.length <= 2, `${seed}: ${elsewhere.length} elsewhere`);
    }
  });
});

describe('proposals', () => {
  test('one at each table, which a new scribe may change; the hall sees them after the step, and the one that is presented by itself', () => {
    const top = atProposals(16);
    const [first = top.leader] = top.scribes();
    const [mine, theirs] = top.proposals;
    assert.equal(top.tries(first, 'proposal', { text: 'Nog een' }), 'tableHasEnough');
    const next = top.others(first)[0] ?? top.leader;
    top.by(first, { type: 'takeRole', role: 'participant' });
    top.by(next, { type: 'takeRole', role: 'scribe' });
    assert.equal(top.by(next, { type: 'correct', entry: mine ?? ('' as EntryId), act: { text: 'Voorstel 0, beter' } }), null);
    assert.ok(!JSON.stringify(top.wall()).includes('Voorstel'));
    top.next();
    const shown = () => Object.keys(top.wall()).filter((key) => key.startsWith('card/'));
    assert.deepEqual(shown().sort(), [`card/${mine}`, `card/${theirs}`].sort());
    assert.equal(top.by(top.leader, { type: 'present', run: top.run.id, ...(theirs && { entry: theirs }) }), null);
    assert.deepEqual(shown(), [`card/${theirs}`]);
    assert.equal(top.by(top.leader, { type: 'present', run: top.run.id }), null);
    assert.equal(shown().length, 2);
    assert.equal(top.by(top.leader, { type: 'present', run: top.run.id, entry: top.picked[0] ?? ('' as EntryId) }), 'unknownCard');
  });

  test('three dots, at most one on each; the result stands on the wall by itself and in the report, ties and all', () => {
    const top = atProposals(16);
    top.next();
    top.next();
    const [one = '', two = ''] = top.proposals;
    const voters = top.people().slice(0, 6);
    assert.equal(top.tries(voters[0] ?? top.leader, 'topTen', { dots: { [one]: 2 } }), 'dotsSpent');
    for (const seat of voters) top.ballots(seat, { dots: { [one]: 1, [two]: 1 } });
    assert.equal(Object.keys(top.wall()).filter((key) => key.startsWith('tally/')).length, 0);
    top.next();
    const tally = top.wall()['tally/vote.1/topTen'];
    assert.deepEqual(tally?.counts, { [one]: 6, [two]: 6 });
    assert.deepEqual(Object.keys(tally.names).sort(), [one, two].sort());
    assert.equal(Object.keys(top.wall()).filter((key) => key.startsWith('card/')).length, 0);
    top.by(top.leader, { type: 'release', place: top.place('vote') });
    const { situation, words } = top.conversation;
    const told = reportOf(situation, words, 'room').steps.find(({ place }) => place === 'vote.1')?.inputs[0]?.tally;
    assert.deepEqual(
      told?.options?.map(({ place, tied }) => [place, tied]),
      [
        [1, true],
        [1, true],
      ],
    );
  });

  test('who joins points at one proposal', () => {
    const top = atProposals(16);
    for (let steps = 0; steps < 4; steps++) top.next();
    assert.equal(top.state.run?.place, 'whoJoins.1');
    const [seat = top.leader] = top.people();
    assert.equal(top.tries(seat, 'joins', { text: 'Ik help mee.', links: [] }), 'needsCard');
    assert.equal(top.tries(seat, 'joins', { text: 'Ik help mee.', links: [...top.proposals] }), 'tooManyChoices');
    assert.equal(top.tries(seat, 'joins', { text: 'Ik help mee.', links: [top.proposals[0] ?? ''] }), null);
  });
});

const SIDES: readonly Perspective[] = ['resident', 'entrepreneur', 'resident', 'municipality'];

/** A Burgertop that is played by hand, with the inputs of the house. */
class Top extends Story {
  picked: readonly EntryId[] = [];
  themes: readonly EntryId[] = [];
  proposals: readonly EntryId[] = [];
  #wall = 'wall' as SeatId;

  constructor(people: number) {
    super(burgertop, inputs);
    this.take({ type: 'takeSeat', seat: this.#wall, role: 'wall', perspectives: [] }, { kind: 'door' });
    this.begin(Math.max(1, Math.floor(people / 8)));
    for (let at = 0; at < people; at++) this.join(`person${String(at).padStart(3, '0')}`, SIDES[at % SIDES.length] ?? null);
  }

  people(): readonly SeatId[] {
    return [...this.state.seats.values()]
      .filter(({ table }) => table > 0)
      .map(({ id }) => id)
      .sort();
  }

  scribes(): readonly SeatId[] {
    return this.state.tables.flatMap(({ seats }) => seats.find((seat) => this.state.seats.get(seat)?.role === 'scribe') ?? []);
  }

  editors(): readonly SeatId[] {
    return this.people().filter((seat) => this.state.seats.get(seat)?.role === 'editor');
  }

  others(seat: SeatId): readonly SeatId[] {
    return this.people().filter((each) => each !== seat && this.tableOf(each) === this.tableOf(seat));
  }

  tableOf(seat: SeatId): number {
    return this.state.seats.get(seat)?.table ?? 0;
  }

  themeOf(seat: SeatId): EntryId | undefined {
    return this.state.themes[this.tableOf(seat)];
  }

  wall(): WallShape {
    return this.view(this.#wall, 'wall') as WallShape;
  }

  seesLeading(): FacilitatorShape {
    return this.view(this.leader, 'facilitator') as FacilitatorShape;
  }

  place(phase: string) {
    const step = stepsOf(burgertop, {}).find((each) => each.phase.id === phase);
    assert.ok(step);
    return step.place;
  }

  tries(seat: SeatId, input: string, act: Json, kept = false) {
    return this.by(seat, { type: 'write', run: this.run.id, input, act, kept });
  }

  writes(seat: SeatId, input: string, act: Json, kept = false): EntryId {
    assert.equal(this.tries(seat, input, act, kept), null, `${input} by ${seat}`);
    const entry = this.last?.answer.entry;
    assert.ok(entry);
    return entry;
  }

  ballots(seat: SeatId, act: Json): void {
    assert.equal(this.tries(seat, 'topTen', act), null);
  }

  chooses(seat: SeatId, theme: number): void {
    this.writes(seat, 'myTheme', { one: this.themes[theme] ?? '' });
  }

  wishes(wish: 'apart' | 'together', ...seats: readonly SeatId[]) {
    return this.lead({ type: 'wish', wish, seats });
  }

  /** Every table has a scribe, taken by whoever sits there. */
  withScribes(): this {
    for (const { seats } of this.state.tables) {
      if (seats.some((seat) => this.state.seats.get(seat)?.role === 'scribe')) continue;
      const [seat] = seats.filter((each) => this.state.seats.get(each)?.role === 'participant');
      if (seat) assert.equal(this.by(seat, { type: 'takeRole', role: 'scribe' }), null);
    }
    return this;
  }

  to(phase: string): this {
    while (this.state.run?.place !== this.place(phase)) assert.equal(this.next(), null);
    return this.withScribes();
  }
}

function atStep(phase: string, people: number): Top {
  return new Top(people).to(phase);
}

/** After a first round in which every table picked one card; two people are editors. */
function atThemes(people: number): Top {
  const top = atStep('important', people);
  const scribes = top.scribes();
  const cards = scribes.map((seat, at) => top.writes(seat, 'matters', { text: `Kaartje ${at}` }));
  top.next();
  scribes.forEach((seat, at) => top.writes(seat, 'importantPickedTwo', { picks: [cards[at] ?? ''] }));
  top.to('themes');
  const plain = top.people().filter((seat) => top.state.seats.get(seat)?.role === 'participant');
  for (const seat of plain.slice(0, 2)) assert.equal(top.by(seat, { type: 'takeRole', role: 'editor' }), null);
  top.picked = cards;
  return top;
}

function atChoice(people: number, themes: readonly string[]): Top {
  const top = atThemes(people);
  const [editor = top.leader] = top.editors();
  top.themes = themes.map((text) => top.writes(editor, 'theme', { text, links: [top.picked[0] ?? ''] }));
  top.next();
  return top;
}

function atProposals(people: number): Top {
  const top = atChoice(people, ['Wonen', 'Vervoer']);
  top.people().forEach((seat, at) => top.chooses(seat, at % 2));
  top.to('workOut');
  top.proposals = top.scribes().map((seat, at) => top.writes(seat, 'proposal', { text: `Voorstel ${at}` }));
  return top;
}

/** On the screen of everybody, where the cards of the rounds are used again. */
function inRoom(top: Top, words: string): boolean {
  top.to('themes');
  return top.people().every((seat) => top.sees(seat, words));
}
