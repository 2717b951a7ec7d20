import type { ConversationId } from '#app/ids.ts';
import type { Store } from '#app/ports.ts';
import { chanceFrom } from '#conversation/chance.ts';
import { Times } from '#rehearsal/hall/times.ts';
import { someCards } from './longLog.ts';

export interface InsertFloor {
  readonly group: number;
  readonly actionsPerSecond: number;
  readonly groupP50Ms: number | null;
  readonly groupP99Ms: number | null;
}

/** The same transaction as the house makes of a group of cards, one after another, with no rules before it and nobody to tell after it. */
export async function insertFloor(store: Store, conversation: ConversationId, group: number, seconds: number): Promise<InsertFloor> {
  const chance = chanceFrom(`inserts ${group}`);
  const times = new Times();
  let spent = 0;
  while (spent < seconds * 1_000) {
    const first = ((await store.streams.newestOf([conversation])).get(conversation)?.last ?? 0) + 1;
    const addition = someCards(group, first, chance);
    const keys = addition.answers.map(({ asker, action }) => ({ asker, action }));
    const begin = performance.now();
    await store.streams.writing(conversation, keys, (stream) => stream.append(addition));
    const took = performance.now() - begin;
    times.add(took);
    spent += took;
  }
  return {
    group,
    actionsPerSecond: Math.round((times.count * group * 1_000) / spent),
    groupP50Ms: times.within(0.5),
    groupP99Ms: times.within(0.99),
  };
}
