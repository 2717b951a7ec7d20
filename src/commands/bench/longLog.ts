import type { ConversationId } from '#app/ids.ts';
import { load } from '#app/loading.ts';
import { SnapshotKeeper } from '#app/snapshotKeeper.ts';
import type { Store } from '#app/ports.ts';
import type { Addition } from '#app/ports/streams.ts';
import { type Chance, chanceFrom } from '#conversation/chance.ts';
import { type Event, storeEvent } from '#conversation/event.ts';
import type { Place } from '#conversation/format.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { asTextId } from '#conversation/words.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import { TABLE_SIZE } from '#rehearsal/hall/format.ts';
import { sentenceFrom } from '#rehearsal/sentences.ts';
import { writeLog } from '../../log.ts';

export interface LongLog {
  readonly events: number;
  /** The rounds that were written in, each `round-<number>.1`. */
  readonly rounds: number;
  readonly seed: string;
}

/**
 * Lays so many events in the log of an open conversation: people who came, and a hundred cards of each. Its snapshot
 * is nearly as old as the house lets one become, so that the next start has the longest way to go.
 */
export async function fillLog(store: Store, conversation: ConversationId, { events, rounds, seed }: LongLog): Promise<number> {
  const chance = chanceFrom(`${seed} long log`);
  const writers = Array.from({ length: Math.ceil(events / CARDS_EACH) }, (_, index): Writer => ({
    seat: chance.id() as SeatId,
    table: 1 + Math.floor(index / TABLE_SIZE),
  }));
  const laidAt = (index: number): Laid => {
    const writer = writers[index % writers.length] ?? NOBODY;
    return index < writers.length ? arrival(writer) : card(writer, rounds, chance);
  };
  let last = 0;
  for (let from = 0; from < events; from += AT_ONCE) {
    const laid = Array.from({ length: Math.min(AT_ONCE, events - from) }, (_, index) => laidAt(from + index));
    last = await append(store, conversation, laid);
    const passed = events * SNAPSHOT_AT;
    if (from < passed && from + AT_ONCE >= passed) await takeSnapshot(store, conversation);
  }
  return last;
}

/** A group of cards such as people at one table might send in the same moment. */
export function someCards(count: number, first: number, chance: Chance): Addition {
  return additionOf(
    first,
    Array.from({ length: count }, () => card({ seat: chance.id() as SeatId, table: 1 }, 1, chance)),
  );
}

function append(store: Store, conversation: ConversationId, laid: readonly Laid[]): Promise<number> {
  return store.streams.writing(conversation, [], async (stream) => {
    await stream.append(additionOf(stream.last + 1, laid));
    return stream.last + laid.length;
  });
}

/** As the house makes one while it runs. */
async function takeSnapshot(store: Store, id: ConversationId): Promise<void> {
  const conversation = await store.conversations.find(id);
  if (!conversation) throw new Error('There is no such conversation.');
  const { held } = await load(store.streams, conversation, inputs, kinds);
  const keeper = new SnapshotKeeper(store.snapshots, writeLog);
  keeper.consider(id, held);
  await keeper.done();
}

interface Writer {
  readonly seat: SeatId;
  readonly table: number;
}

interface Laid {
  readonly event: Event;
  readonly card?: { readonly entry: EntryId; readonly seat: SeatId; readonly text: Addition['texts'][number]; readonly action: string };
}

function arrival({ seat, table }: Writer): Laid {
  return { event: { type: 'seatTaken', seat, role: 'participant', perspectives: ['resident'], table } };
}

function card({ seat, table }: Writer, rounds: number, chance: Chance): Laid {
  const entry = chance.id() as EntryId;
  const round = 1 + chance.below(rounds);
  const text = { id: asTextId(chance.id()), words: sentenceFrom(chance) };
  const body = { card: 'experience', text: text.id, fields: {}, links: [], to: null };
  const event: Event = {
    type: 'entryWritten',
    entry,
    input: `card-${round}`,
    place: `round-${round}.1` as Place,
    table,
    late: true,
    kept: false,
    laid: true,
    body,
  };
  return { event, card: { entry, seat, text, action: chance.id() } };
}

function additionOf(first: number, laid: readonly Laid[]): Addition {
  const cards = laid.flatMap((each, index) => (each.card ? [{ ...each.card, number: first + index }] : []));
  return {
    first,
    events: laid.map(({ event }) => storeEvent(event)),
    texts: cards.map(({ text }) => text),
    erased: [],
    authored: cards.map(({ number, entry, seat }) => ({ number, what: { entry, seat } })),
    answers: cards.map(({ seat, action, entry }) => ({ asker: seat, action, bodyHash: action, answer: { entry } })),
    talliedRuns: [],
    standing: { status: 'open', title: null, place: null, published: false, voices: 0, finished: false, hearBackOn: null, dueAt: null },
    ownerTags: null,
    ownersGone: { outcomes: [], seats: [] },
    outcomes: new Map(),
    noticed: new Map(),
  };
}

const NOBODY: Writer = { seat: '' as SeatId, table: 0 };
const CARDS_EACH = 100;
const SNAPSHOT_AT = 0.96;
const AT_ONCE = 5_000;
