import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { partsOf, stateFrom } from '#app/snapshot.ts';
import { readEvent } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import { type Format, PERSPECTIVES, stepsOf } from '#conversation/format.ts';
import { HIDE_RULES, WISHES } from '#conversation/state.ts';
import { begin, type State } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import type { Room } from '#rehearsal/room.ts';
import { EVENINGS } from './evenings.ts';

for (const { name, format, play } of EVENINGS) {
  describe(name, () => {
    const room = play(true);

    test('no screen shows a hidden word, and none is forgotten when something changes', () => {
      assert.deepEqual(room.watch.leaks, []);
    });

    test('the log holds no free string: every string is an id, a place, a day or a code', () => {
      const codes = codesOf(format);
      const strange = room.conversation.log.flatMap(({ body }) => stringsIn(body)).filter((text) => !isPlain(text, codes));
      assert.deepEqual(strange, []);
    });

    test('folding the log again gives the same state', () => {
      assert.deepEqual(plain(fold(room, begin(format), 0)), plain(room.state));
    });

    test('a snapshot and what came after it are the same as everything', async () => {
      const half = Math.floor(room.conversation.log.length / 2);
      const middle = fold(room, begin(format), 0, half);
      const restored = stateFrom(await Array.fromAsync(partsOf(middle)), format);
      assert.deepEqual(plain(restored), plain(middle));
      assert.deepEqual(plain(fold(room, restored, half)), plain(room.state));
    });

    test('the same seed gives the same evening', () => {
      assert.deepEqual(play().conversation.log, room.conversation.log);
    });
  });
}

function fold(room: Room, start: State, from: number, to?: number): State {
  return room.conversation.log.slice(from, to).reduce((state, event) => evolve(state, readEvent(event)), start);
}

function plain({ seats, entries, ...rest }: State) {
  return { ...rest, seats: [...seats.entries()], entries: [...entries.entries()] };
}

function stringsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]: [string, Json]) =>
    /^\d+$/.test(key) ? stringsIn(part) : [...stringsIn(part), ...(isFieldName(key) ? [] : [key])],
  );
}

/** Names of fields are code; keys that carry data must be ids or codes like everything else. */
function isFieldName(key: string): boolean {
  return /^[a-z][a-zA-Z]*$/.test(key);
}

function isPlain(text: string, codes: ReadonlySet<string>): boolean {
  const isId = /^[0-9a-hjkmnp-tv-z]{20}$/.test(text) || /^t[0-9a-z]{20}$/.test(text) || /^stoel[0-9a-v]+z$/.test(text);
  return isId || /^\d{4}-\d\d-\d\d$/.test(text) || codes.has(text);
}

/** Whatever short code the format itself holds, its places, and the slots of its texts. */
function codesOf(format: Format): ReadonlySet<string> {
  const places = format.settings.length === 0 ? stepsOf(format, {}) : allChoices(format).flatMap((choices) => stepsOf(format, choices));
  const slots = format.phases.flatMap(({ id }) => ['say', 'prompt', 'name'].flatMap((slot) => [`${id}/${slot}/nl`, `${id}/${slot}/en`]));
  const codes = stringsIn(JSON.parse(JSON.stringify(format)) as Json).filter((text) => /^[\w-]+$/.test(text));
  const answers = ['yes', 'no', 'condition', 'for', 'if', 'against', 'me', 'another'];
  return new Set<string>([...places.map((step) => step.place), ...slots, ...codes, ...answers, ...PERSPECTIVES, ...HIDE_RULES, ...WISHES]);
}

function allChoices(format: Format): readonly { readonly [setting: string]: string }[] {
  return format.settings.flatMap((setting) => setting.options.map((option) => ({ [setting.id]: option.id })));
}
