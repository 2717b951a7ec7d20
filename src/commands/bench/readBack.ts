import type { ConversationId } from '#app/ids.ts';
import type { Store } from '#app/ports.ts';
import { textsIn, type Json, type TextId } from '#conversation/words.ts';

/** A card that the house said it has. The mark stands in its words, when it has any. */
export interface Acknowledged {
  readonly entry: string;
  readonly mark: string | null;
}

export interface ReadBack {
  /** Events in the log. */
  readonly events: number;
  /** Cards that were ever written. */
  readonly cards: number;
  /** Acknowledged cards that are not in the log, or whose words are gone. */
  readonly lost: number;
  /** Cards that stand there more than once. */
  readonly duplicated: number;
  /** Acknowledged cards that stand in the log before an earlier one of the same phone. */
  readonly orderViolations: number;
}

/** Looks in the log itself, after that event, for everything the house said it had. */
export async function readBack(
  store: Store,
  conversation: ConversationId,
  acknowledged: ReadonlyMap<string, Acknowledged>,
  after = 0,
): Promise<ReadBack> {
  const { events, cards } = await cardsInLog(store, conversation, after);
  const words = await store.texts.find(
    conversation,
    cards.flatMap(({ text }) => text ?? []),
  );
  const found = cards.map(({ entry, text }) => ({ entry, mark: markIn((text && words.get(text)) ?? '') }));
  const marks = found.flatMap(({ mark }) => mark ?? []);
  const markOf = new Map(found.map(({ entry, mark }) => [entry, mark]));
  return {
    events,
    cards: cards.length,
    lost: [...acknowledged.values()].filter(({ entry, mark }) => markOf.get(entry) !== mark).length,
    duplicated: marks.length - new Set(marks).size,
    orderViolations: outOfOrder(found.filter(({ entry }) => acknowledged.has(entry)).flatMap(({ mark }) => mark ?? [])),
  };
}

interface LoggedCard {
  readonly entry: string;
  readonly text: TextId | undefined;
}

function cardsInLog(
  store: Store,
  conversation: ConversationId,
  after: number,
): Promise<{ readonly events: number; readonly cards: readonly LoggedCard[] }> {
  return store.streams.reading(conversation, async (stream) => {
    const cards: LoggedCard[] = [];
    for await (const events of stream.eventsAfter(after)) {
      for (const { type, body } of events) {
        if (type === 'entryWritten') cards.push({ entry: body['entry'] as string, text: textsIn(body['body'] as Json)[0] });
      }
    }
    return { events: stream.last, cards };
  });
}

/** Each card begins with which phone wrote it, and its how-many-eth it was. */
const MARK = /^p\d+k\d+\b/;

function markIn(words: string): string | null {
  return MARK.exec(words)?.[0] ?? null;
}

function outOfOrder(marks: readonly string[]): number {
  const last = new Map<string, number>();
  let wrong = 0;
  for (const mark of marks) {
    const [phone = '', card = ''] = mark.split('k');
    if (Number(card) < (last.get(phone) ?? -1)) wrong++;
    last.set(phone, Math.max(last.get(phone) ?? -1, Number(card)));
  }
  return wrong;
}
