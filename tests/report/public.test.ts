import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readEvent, type Event } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Format } from '#conversation/format.ts';
import { counts } from '#conversation/heads.ts';
import { seatsAt, stepAt, tableOf, useOf, visibilityOfEntry } from '#conversation/lookup.ts';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import type { PointId } from '#conversation/harvest.ts';
import { begin, type Entry, type EntryId, type Seat, type SeatId, type State } from '#conversation/state.ts';
import { channelsOf, channelView } from '#conversation/view.ts';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { playEvening } from '#rehearsal/evening.ts';
import type { Room } from '#rehearsal/room.ts';
import { checkedReportOf, keptBackAt } from '#report/checked.ts';
import { cardsData, reportData } from '#report/data.ts';
import { finalReportOf } from '#report/finalReport.ts';
import { forPublic } from '#report/forPublic.ts';
import { opens, sentencesOf } from '#report/sentences.ts';
import { threadOf } from '#report/thread.ts';
import { tomorrowOf } from '#report/tomorrow.ts';
import { formatOf, Story } from '../conversation/ground.ts';
import { everything } from '../formats/everything.ts';

/** Tables of eight and of two or three, people who come late and go, and tables laid anew. Each is played once. */
const EVENINGS = [
  evening('in-huis-zaaien', 14),
  evening('dialoogtafel', 17),
  evening('burgertop', 14),
  evening('in-huis-zaaien', 5),
  evening('dialoogtafel', 3),
  evening('everything', 7),
];

function evening(id: string, people: number) {
  const format = [...formats, everything].find((each) => each.id === id) ?? assert.fail(id);
  const seed = `public ${id} ${people}`;
  let played: Room | undefined;
  const plan = { format: JSON.parse(JSON.stringify(format)) as Format, inputs, people, seed, watched: false };
  return { seed, play: () => (played ??= playEvening(plan)) };
}

describe('somebody who sat at a table, with the report for everybody and their own screens', () => {
  let published = 0;
  let keptBack = 0;
  for (const { seed, play } of EVENINGS) {
    test(`cannot narrow a card without a name below three writers: seed "${seed}"`, () => {
      const room = play();
      const { situation, words } = room.conversation;
      const byWords = publicByWords(toldToAll(room));
      const atTables = sawWritten(room);
      const toTheRoom = checkedReportOf(situation, words, 'room').cards;
      for (const entry of situation.state.entries.values()) {
        if (!isPersonal(situation.state, entry) || !toTheRoom[entry.id]) continue;
        const shown = byWords.has(JSON.stringify(cardIn(room, entry)));
        if (shown) published++;
        else keptBack++;
        const perspective = shown ? shownPerspective(situation.state, entry) : null;
        const could = (atTables.get(entry.id) ?? []).filter((each) => perspective === null || each.perspectives[0] === perspective);
        // Whoever reads it there is one of them at worst, and knows that they did not.
        const others = could.length - 1;
        // With a perspective there were at least three writers of it: a reader of that perspective is one of them.
        if (shown) assert.ok(others >= (perspective ? 2 : 3), `${entry.id}: ${others} others could have written it`);
        else assert.ok(others < 3, `${entry.id} could have stood there`);
      }
    });
  }

  test('and in these evenings there was something to read, and something to keep back', () => {
    assert.ok(published > 30 && keptBack > 1, `${published} published, ${keptBack} kept back`);
  });
});

test('no id of what a phone ever got, no table and no order of tables is in what is told to everybody', () => {
  let ids = 0;
  for (const { play } of EVENINGS) {
    const room = play();
    const { situation } = room.conversation;
    const told = toldToAll(room);
    const text = JSON.stringify(told);
    const onPhones = idsOnPhones(room);
    ids += onPhones.size;
    assert.deepEqual(
      [...onPhones].filter((id) => text.includes(id)),
      [],
    );
    assert.doesNotMatch(text, /"table":[1-9]/);
    assert.ok([...situation.state.entries.values()].every(({ id }) => !text.includes(id)));
    const said = Object.values(situation.state.harvest.points).flatMap(({ id, answers }) => [id, ...Object.keys(answers)]);
    assert.ok(said.every((id) => !text.includes(id)));
    for (const { inputs: asked } of told.report.steps) for (const { cards } of asked) assert.deepEqual(cards, cards.toSorted());
    assert.deepEqual(toldToAll(room), told, 'a link to a card stays good');
  }
  assert.ok(ids > 50);
});

test('every claim still opens its cards, what was kept back is counted, and the JSON says the same', () => {
  for (const { play } of EVENINGS) {
    const room = play();
    const { report, thread } = toldToAll(room);
    assert.deepEqual(
      sentencesOf(report, { thread }).filter((sentence) => !opens(report, sentence)),
      [],
    );
    const whole = checkedReportOf(room.conversation.situation, room.conversation.words, 'room');
    for (const [index, { place, inputs: asked }] of whole.steps.entries()) {
      for (const [at, { use, cards }] of asked.entries()) {
        const shown = report.steps[index]?.inputs[at]?.cards.length ?? 0;
        const apart = keptBackAt(report, place, use.key) - keptBackAt(whole, place, use.key);
        assert.equal(apart, cards.length - shown, `${place}/${use.key}`);
      }
    }
    assert.equal(cardsData(report, 'public').length, Object.keys(report.cards).length);
  }
});

test('points and what people said of them have ids of their own there too; a table of three keeps its cards', () => {
  for (const people of [3, 4]) {
    const story = new Story(formatOf([{ id: 'one' }, { id: 'two', uses: ['one'] }])).begin();
    const [anna = '', bo = ''] = Array.from({ length: people }, (_, index) => story.join(`seat${index}`));
    story.next();
    const card = story.write(anna as SeatId, 'van anna');
    story.next();
    story.by(anna as SeatId, { type: 'makePoint', table: 1, cards: [card], words: 'een punt' });
    const point = Object.keys(story.state.harvest.points)[0] as PointId;
    story.by(bo as SeatId, { type: 'answerPoint', point, says: 'otherwise', note: 'Ik zie het anders.' });
    story.by(anna as SeatId, { type: 'signTable', table: 1 });
    for (const { place } of story.state.runs) story.lead({ type: 'release', place });
    story.lead({ type: 'close' });
    const { situation, words } = story.conversation;
    const text = JSON.stringify(forPublic(situation.state, finalReportOf(situation, words, 'public', '2027-02-01')));
    const ids = [card, point, ...Object.keys(story.state.harvest.points[point]?.answers ?? {})];
    assert.equal(ids.length, 3);
    assert.deepEqual([text.includes('een punt'), ids.filter((id) => text.includes(id))], [people === 4, []]);
  }
});

interface Told {
  readonly report: ReturnType<typeof checkedReportOf>;
  readonly final: ReturnType<typeof finalReportOf>;
  readonly data: ReturnType<typeof reportData>;
  readonly thread: ReturnType<typeof threadOf>;
  readonly tomorrow: ReturnType<typeof tomorrowOf>;
}

/** As the doors do. */
function toldToAll({ conversation: { situation, words } }: Room): Told {
  const { state } = situation;
  const report = forPublic(state, checkedReportOf(situation, words, 'public'));
  return {
    report,
    final: forPublic(state, finalReportOf(situation, words, 'public', '2027-02-01')),
    data: reportData(report, { audience: 'public', rehearsal: false, thread: [] }),
    thread: forPublic(state, threadOf(situation, words, 'public', '2027-02-01')),
    tomorrow: tomorrowOf(report, state.format.roles, []),
  };
}

/** Words say which card it is, whatever its id: a reader at the table read them there. */
function publicByWords({ report }: Told): ReadonlySet<string> {
  return new Set(Object.values(report.cards).map(({ place, input, body }) => JSON.stringify({ place, input, words: wordsIn(body) })));
}

function cardIn({ conversation: { situation, words } }: Room, entry: Entry): object {
  const use = useOf(situation.state, entry);
  assert.ok(use);
  return { place: entry.place, input: entry.input, words: wordsIn(inputs[use.kind]?.view(use, entry.body, words) ?? null) };
}

/** Everything readable, without the cards it points at. */
function wordsIn(body: unknown): string {
  return JSON.stringify(body, (name, value: unknown) => (name === 'links' ? undefined : value));
}

/** Written by one person, who was told it would be without a name. */
function isPersonal(state: State, entry: Entry): boolean {
  const use = useOf(state, entry);
  if (!use || entry.table === 0 || entry.input === OPEN_SHEET || use.sharedBy) return false;
  return !('by' in use && use.by === 'table') && visibilityOfEntry(state, entry)?.sender !== 'name';
}

function shownPerspective(state: State, { id, place, table }: Entry): string | null {
  return state.released[place]?.perspectives[table]?.[id] ?? null;
}

/** Of each card who sat at its table when it was written and could write it: found in the log, not where the rules keep it. */
function sawWritten({ conversation: { situation, log } }: Room): ReadonlyMap<EntryId, readonly Seat[]> {
  const found = new Map<EntryId, readonly Seat[]>();
  let state = begin(situation.state.format);
  for (const event of log.map((stored) => readEvent(stored))) {
    if (event.type === 'entryWritten') found.set(event.entry, couldWrite(state, event));
    state = evolve(state, event);
  }
  return found;
}

function couldWrite(
  state: State,
  { table, place, input, seating = state.seatings }: Extract<Event, { type: 'entryWritten' }>,
): readonly Seat[] {
  const now = seating === state.seatings ? tableOf(state, table) : undefined;
  const came = (state.cameTo[seating]?.[table] ?? []).flatMap((seat) => state.seats.get(seat) ?? []);
  const people = now ? seatsAt(state, now).filter((seat) => seat.here) : came;
  const use = stepAt(state, place)?.phase.inputs.find(({ key }) => key === input);
  return people.filter((seat) => counts(seat) && (use?.roles?.includes(seat.role) ?? true));
}

/** Every id of a card that ever came to the phones of three tables. */
function idsOnPhones({ conversation }: Room): ReadonlySet<string> {
  const { situation, log, words } = conversation;
  const found = new Set<string>();
  let state = begin(situation.state.format);
  for (const [index, stored] of log.entries()) {
    const event = readEvent(stored);
    state = evolve(state, event);
    if (index % 9 !== 0 && event.type !== 'runEnded' && event.type !== 'placeReleased') continue;
    const seats = [...state.seats.values()].filter(({ table }) => table > 0).slice(0, 3);
    for (const channel of new Set(seats.flatMap(({ id }) => channelsOf({ ...situation, state }, id))))
      for (const key of Object.keys(channelView({ ...situation, state }, channel, words))) {
        const [, id] = key.split('/');
        if (id && state.entries.has(id)) found.add(id);
      }
  }
  return found;
}
