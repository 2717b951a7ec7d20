import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { chanceFrom } from '#conversation/chance.ts';
import { seatPeople } from '#conversation/seatingSearch.ts';
import type { Guest, Pair, SeatingQuestion } from '#conversation/seatingUnits.ts';
import type { SeatId, Table } from '#conversation/state.ts';

const KINDS = ['resident', 'professional', 'municipality', 'other'] as const;

/** Fast-check prints its own seed and path with a counterexample; ours stands among the values. */
const asked = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  count: fc.integer({ min: 1, max: 40 }),
  tables: fc.integer({ min: 1, max: 8 }),
  kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 40, maxLength: 40 }),
  rounds: fc.integer({ min: 0, max: 3 }),
});

describe('a seating without wishes', () => {
  test('seats everybody once, at tables that differ by one at most, with each side spread as evenly as can be', () => {
    fc.assert(
      fc.property(asked, ({ seed, count, tables, kinds, rounds }) => {
        const seatings = evening({ people: guests(count, kinds), tables, rounds: rounds + 1, seed });
        for (const seating of seatings) {
          assert.deepEqual(everybody(seating), names(count));
          assert.ok(differ(seating.map(({ seats }) => seats.length)) <= 1, 'sizes');
          for (const kind of KINDS) assert.ok(differ(seating.map((table) => ofKind(table, kinds, kind))) <= 1, kind);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed gives the same seating, another one another', () => {
    const question = { ...NOTHING, people: guests(24, KINDS), tables: [1, 2, 3, 4] };
    const seating = (seed: string) => seatPeople(question, chanceFrom(seed));
    assert.deepEqual(seating('one'), seating('one'));
    assert.notDeepEqual(seating('one'), seating('two'));
  });

  test('over some rounds no more pairs meet again than in the middle of ten shuffles', () => {
    fc.assert(
      fc.property(asked, ({ seed, count, tables, rounds }) => {
        const people = guests(count, ['resident']);
        const found = evening({ people, tables, rounds: rounds + 1, seed });
        const shuffled = upTo(10).map((time) =>
          upTo(rounds + 1).map((round) => dealt(chanceFrom(`${seed} ${time} ${round}`).shuffle(names(count)), tables)),
        );
        const usual = shuffled.reduce((sum, seatings) => sum + meetingsAgain(seatings), 0) / shuffled.length;
        assert.ok(meetingsAgain(found) <= usual, `${meetingsAgain(found)} > ${usual}`);
      }),
      { numRuns: 60 },
    );
  });

  test('in three rounds of sixteen people at four tables nobody meets anybody twice', () => {
    const seatings = evening({ people: guests(16, ['resident']), tables: 4, rounds: 3, seed: 'golfers' });
    assert.equal(meetingsAgain(seatings), 0);
  });
});

describe('wishes', () => {
  test('when a seating exists that keeps them all, they are kept and the tables are even', () => {
    const wish = fc.record({
      asked,
      pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 16 }),
      stay: fc.array(fc.nat(39), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(wish, ({ asked: { seed, count, tables, kinds }, pairs, stay }) => {
        const hidden = dealt(chanceFrom(`hidden ${seed}`).shuffle(names(count)), tables);
        const { question, apart, together } = keeping(hidden, guests(count, kinds), { pairs, stay });
        const seating = seatPeople(question, chanceFrom(seed));
        assert.deepEqual(everybody(seating), names(count));
        assert.ok(differ(seating.map(({ seats }) => seats.length)) <= 1, 'sizes');
        for (const [one, other] of apart) assert.notEqual(tableOf(seating, one), tableOf(seating, other), `${one} and ${other} apart`);
        for (const [one, other] of together) assert.equal(tableOf(seating, one), tableOf(seating, other), `${one} and ${other} together`);
        for (const { id, stays } of question.people) if (stays !== null) assert.equal(tableOf(seating, id), stays);
      }),
      { numRuns: 100 },
    );
  });

  test('eight who must all be kept apart sit at eight tables, whatever sides and couples there are', () => {
    const people = guests(40, KINDS);
    const rivals = people.slice(0, 8).map(({ id }) => id);
    const couples: readonly Pair[] = [10, 12, 14, 16, 18].map((at) => [named(at), named(at + 1)]);
    const seating = seatPeople({ ...NOTHING, people, tables: upTo(8), apart: pairsOf(rivals), together: couples }, chanceFrom('rivals'));
    assert.equal(new Set(rivals.map((seat) => tableOf(seating, seat))).size, 8);
    for (const [one, other] of couples) assert.equal(tableOf(seating, one), tableOf(seating, other));
    assert.deepEqual(new Set(seating.map(({ seats }) => seats.length)), new Set([5]));
  });

  test('everybody in couples: couples stay together, and the tables differ by one couple at most', () => {
    const couples = upTo(9).map((at): Pair => [named(2 * at - 2), named(2 * at - 1)]);
    const seating = seatPeople({ ...NOTHING, people: guests(18, KINDS), tables: upTo(4), together: couples }, chanceFrom('couples'));
    for (const [one, other] of couples) assert.equal(tableOf(seating, one), tableOf(seating, other));
    assert.ok(differ(seating.map(({ seats }) => seats.length)) <= 2);
  });

  test('three apart at two tables cannot be: everybody is seated all the same, and only two of them sit together', () => {
    const rivals = [0, 1, 2].map(named);
    const seating = seatPeople({ ...NOTHING, people: guests(12, KINDS), tables: [1, 2], apart: pairsOf(rivals) }, chanceFrom('too many'));
    assert.deepEqual(everybody(seating), names(12));
    assert.equal(pairsOf(rivals).filter(([one, other]) => tableOf(seating, one) === tableOf(seating, other)).length, 1);
  });

  test('apart goes before together, directly and round about', () => {
    const [one, other, third] = [named(0), named(1), named(2)] as const;
    const question = { ...NOTHING, people: guests(9, KINDS), tables: [1, 2, 3], apart: [[one, third]] as const };
    const seating = seatPeople(
      {
        ...question,
        together: [
          [one, other],
          [other, third],
        ],
      },
      chanceFrom('round about'),
    );
    assert.notEqual(tableOf(seating, one), tableOf(seating, third));
  });

  test('more who stay at a table than the others have: they stay, and the others are even', () => {
    const people = guests(14, KINDS).map((guest, at) => (at < 6 ? { ...guest, stays: 2 } : guest));
    const seating = seatPeople({ ...NOTHING, people, tables: [1, 2, 3] }, chanceFrom('stayers'));
    assert.deepEqual(
      seating.map(({ seats }) => seats.length),
      [4, 6, 4],
    );
  });

  test('who stays sits first at the table; nobody else is asked for a place', () => {
    const people = guests(6, KINDS).map((guest, at) => (at === 4 ? { ...guest, stays: 2 } : guest));
    assert.equal(seatPeople({ ...NOTHING, people, tables: [1, 2] }, chanceFrom('host'))[1]?.seats[0], named(4));
    assert.deepEqual(seatPeople({ ...NOTHING, people: [], tables: [1, 2] }, chanceFrom('nobody')), [
      { number: 1, seats: [] },
      { number: 2, seats: [] },
    ]);
  });
});

const NOTHING: SeatingQuestion = { people: [], tables: [], together: [], apart: [], before: [] };

/** Some rounds one after another, each knowing those before it. */
function evening({ people, tables, rounds, seed }: { people: readonly Guest[]; tables: number; rounds: number; seed: string }) {
  return upTo(rounds).reduce<readonly (readonly Table[])[]>((seatings, round) => {
    const before = seatings.flatMap((seating) => seating.map(({ seats }) => seats));
    return [...seatings, seatPeople({ ...NOTHING, people, tables: upTo(tables), before }, chanceFrom(`${seed} ${round}`))];
  }, []);
}

/** Wishes that the hidden seating keeps: pairs that share a table there want to, others want not to. */
function keeping(
  hidden: readonly Table[],
  people: readonly Guest[],
  wishes: { pairs: readonly [number, number][]; stay: readonly number[] },
) {
  const pairs = wishes.pairs.filter(([one, other]) => one < people.length && other < people.length && one !== other);
  const asked = pairs.map(([one, other]): Pair => [named(one), named(other)]);
  const isTogether = ([one, other]: Pair) => tableOf(hidden, one) === tableOf(hidden, other);
  const together = asked.filter(isTogether);
  const apart = asked.filter((pair) => !isTogether(pair));
  const stays = new Set(wishes.stay.map(named));
  const staying = people.map((guest) => (stays.has(guest.id) ? { ...guest, stays: tableOf(hidden, guest.id) } : guest));
  return { question: { ...NOTHING, people: staying, tables: hidden.map(({ number }) => number), together, apart }, together, apart };
}

/** Pairs at one table, counted again each time after the first. */
function meetingsAgain(seatings: readonly (readonly Table[])[]): number {
  const pairs = seatings.flatMap((seating) => seating.flatMap(({ seats }) => pairsOf(seats.toSorted()).map((pair) => pair.join(' '))));
  return pairs.length - new Set(pairs).size;
}

function dealt(people: readonly SeatId[], tables: number): readonly Table[] {
  return upTo(tables).map((number) => ({ number, seats: people.filter((_, at) => at % tables === number - 1) }));
}

function guests(count: number, kinds: readonly string[]): readonly Guest[] {
  return names(count).map((id, at) => ({ id, kind: kinds[at % kinds.length] ?? '', stays: null }));
}

function names(count: number): readonly SeatId[] {
  return upTo(count).map((at) => named(at - 1));
}

function named(at: number): SeatId {
  return `seat${String(at).padStart(2, '0')}` as SeatId;
}

function everybody(seating: readonly Table[]): readonly SeatId[] {
  return seating.flatMap(({ seats }) => seats).sort();
}

function tableOf(seating: readonly Table[], seat: SeatId): number | null {
  return seating.find(({ seats }) => seats.includes(seat))?.number ?? null;
}

function ofKind({ seats }: Table, kinds: readonly string[], kind: string): number {
  return seats.filter((seat) => kinds[Number(seat.slice(4)) % kinds.length] === kind).length;
}

function pairsOf(seats: readonly SeatId[]): readonly Pair[] {
  return seats.flatMap((one, at) => seats.slice(at + 1).map((other): Pair => [one, other]));
}

function differ(counts: readonly number[]): number {
  return Math.max(...counts) - Math.min(...counts);
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
