import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seatPlaces, seatSize, SMALL_TABLE, WIDE_TABLE, type Place, type TableShape } from '#parts/seats.ts';

const TABLES: readonly TableShape[] = [WIDE_TABLE, SMALL_TABLE];

test('the first seat stands at the middle of the far side, the others follow clockwise', () => {
  const [first, second] = seatPlaces(8, WIDE_TABLE);
  assert.deepEqual(first, { x: WIDE_TABLE.width / 2, y: WIDE_TABLE.height / 2 - WIDE_TABLE.radius - WIDE_TABLE.gap });
  assert.ok(second && second.x > WIDE_TABLE.width / 2);
});

test('with an even number of people everybody has somebody straight across', () => {
  for (const table of TABLES) {
    const places = seatPlaces(6, table);
    for (let seat = 0; seat < 3; seat += 1) {
      const [here, across] = [placed(places, seat), placed(places, seat + 3)];
      assertNear(here.x + across.x, table.width);
      assertNear(here.y + across.y, table.height);
    }
  }
});

test('every seat is equally far from the edge of the table', () => {
  for (const table of TABLES) {
    for (const place of seatPlaces(11, table)) assertNear(distanceToEdge(place, table), table.gap);
  }
});

test('from one to twenty people no seats overlap and none falls off the picture', () => {
  for (const table of TABLES) {
    for (let count = 1; count <= 20; count += 1) {
      const half = seatSize(count, table) / 2;
      const places = seatPlaces(count, table);
      assert.equal(places.length, count);
      places.forEach((place, seat) => {
        assert.ok(place.x - half >= 0 && place.x + half <= table.width, `${count} people, seat ${seat}, across`);
        assert.ok(place.y - half >= 0 && place.y + half <= table.height, `${count} people, seat ${seat}, down`);
        if (count > 1) assert.ok(apart(place, placed(places, (seat + 1) % count)) >= 2 * half * 0.9, `${count} people, seat ${seat}`);
      });
    }
  }
});

test('an empty table has no seats', () => {
  assert.deepEqual(seatPlaces(0, WIDE_TABLE), []);
});

function placed(places: readonly Place[], seat: number): Place {
  const place = places[seat];
  assert.ok(place, `seat ${seat} has a place`);
  return place;
}

function distanceToEdge(place: Place, { width, height, straight, radius }: TableShape): number {
  const across = Math.max(Math.abs(place.x - width / 2) - straight, 0);
  return Math.hypot(across, place.y - height / 2) - radius;
}

function apart(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function assertNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 0.05, `${actual} should be about ${expected}`);
}
