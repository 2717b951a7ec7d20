import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Event, EVENT_VERSION, readEvent, storeEvent, type Upcasters } from '#conversation/event.ts';
import type { RunId } from '#conversation/state.ts';

/** As if events were two versions further: once a gong had no run, and its name was another. */
const UPCASTERS: Upcasters = {
  'gongSounded.-1': (body) => ({ gong: body['bell'] ?? null }),
  'gongSounded.0': (body) => ({ run: body['gong'] ?? null }),
};

test('an event from long ago is lifted version by version', () => {
  const event = readEvent({ type: 'gongSounded', version: -1, body: { bell: 'run1' } }, UPCASTERS);
  assert.deepEqual(event, { type: 'gongSounded', run: 'run1' });
});

test('an event halfway is lifted the rest of the way; one of today as it is', () => {
  assert.deepEqual(readEvent({ type: 'gongSounded', version: 0, body: { gong: 'run2' } }, UPCASTERS), { type: 'gongSounded', run: 'run2' });
  assert.deepEqual(readEvent({ type: 'gongSounded', version: 1, body: { run: 'run3' } }, UPCASTERS), { type: 'gongSounded', run: 'run3' });
});

test('what is stored is read back as it was', () => {
  const event: Event = { type: 'runEnded', run: 'run4' as RunId, at: 5 };
  const stored = storeEvent(event);
  assert.deepEqual(stored, { type: 'runEnded', version: EVENT_VERSION, body: { run: 'run4', at: 5 } });
  assert.deepEqual(readEvent(stored), event);
});
