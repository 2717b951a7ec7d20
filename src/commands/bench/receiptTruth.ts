import type { OpenedReceipt, ReceiptCard } from '#app/house.ts';
import type { Situation } from '#conversation/input.ts';
import { visibilityOfEntry } from '#conversation/lookup.ts';
import type { Entry, EntryId, State } from '#conversation/state.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { Line } from '#rehearsal/hall/line.ts';
import type { Recorded } from './aftermath.ts';

export interface Truth {
  /** Cards that somebody shared. */
  readonly shared: number;
  /** Of these: those that their writer finds on a receipt. */
  readonly inReceipt: number;
  /** Of these: those of which it tells what really became of them. */
  readonly trueFate: number;
}

/** Reads every receipt over HTTP and holds it against what happened: `before` is how it was while authors were known. */
export async function readReceipts(house: URL, codes: readonly string[]): Promise<ReadonlyMap<EntryId, ReceiptCard>> {
  const line = new Line(house);
  const found = new Map<EntryId, ReceiptCard>();
  for (const code of codes) {
    const { status, said } = await line.ask('POST', '/v1/receipts/openings', { code });
    if (status !== 200) throw new Error(`A receipt did not open: ${status} ${JSON.stringify(said)}.`);
    for (const card of (said as object as OpenedReceipt).cards) found.set(card.entry, card);
  }
  line.close();
  return found;
}

export function truthOf(
  before: Situation,
  now: State,
  receipts: ReadonlyMap<EntryId, ReceiptCard>,
  page: string,
  recorded: readonly Recorded[],
): Truth {
  const shared = [...now.entries.values()].filter((entry) => before.authors.seatOf.has(entry.id) && wasShared(now, entry));
  const stands = new Set(Array.from(page.matchAll(/ id="kaartje-(\w+)"/g), ([, id]) => id));
  const found = shared.filter(({ id }) => receipts.has(id));
  const links = new Map([...now.entries.values()].map(({ id, body }) => [id, linksIn(body)]));
  const fates = found.filter((entry) => {
    const receipt = receipts.get(entry.id);
    return receipt !== undefined && isTrue(receipt, entry, stands.has(entry.id), grownFrom(entry.id, recorded, links));
  });
  return { shared: shared.length, inReceipt: found.length, trueFate: fates.length };
}

/** Drafts and notes are nobody's business; what was withdrawn is gone. */
function wasShared(state: State, entry: Entry): boolean {
  const visibility = visibilityOfEntry(state, entry);
  const onlyMine = visibility?.who === 'me' && visibility.when !== 'whenIConsent';
  return entry.laid && !onlyMine && entry.status !== 'withdrawn';
}

/** Kept at its table, hidden and by which rule, in the report or not, and exactly what grew from it and how that stands. */
function isTrue({ card, kept, told, use, grown }: ReceiptCard, entry: Entry, stands: boolean, grew: ReadonlyMap<string, string>): boolean {
  const { hiddenBy } = card as OwnCardShape;
  const inReport = use?.kind !== 'card' || (told !== null) === stands;
  const same = grown.length === grew.size && grown.every(({ id, now }) => grew.get(id) === now.status);
  return kept === entry.kept && (hiddenBy ?? null) === (entry.status === 'hidden' ? (entry.hiddenBy ?? null) : null) && inReport && same;
}

/** By hand, from what was recorded and what cards name: an outcome grew from its cards, and from those they were made of. */
function grownFrom(
  card: EntryId,
  recorded: readonly Recorded[],
  links: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const reaches = (from: string, seen: ReadonlySet<string>): boolean =>
    from === card || (links.get(from) ?? []).some((next) => !seen.has(next) && reaches(next, new Set([...seen, next])));
  return new Map(
    recorded.filter(({ cards }) => cards.some((from) => reaches(from, new Set([from])))).map(({ id, status }) => [id, status]),
  );
}

function linksIn(body: unknown): readonly string[] {
  const { links } = (body ?? {}) as { readonly links?: readonly string[] };
  return links ?? [];
}
