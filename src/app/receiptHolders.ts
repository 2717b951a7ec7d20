import type { Situation } from '#conversation/input.ts';
import type { Entry, EntryId, SeatId } from '#conversation/state.ts';
import type { ConversationId } from './ids.ts';
import { wasShared } from './openedReceipt.ts';
import type { StoredReceipt } from './ports/receipts.ts';
import type { Store } from './ports.ts';
import { freshCode, keysOf, readCode, type CodeKeys } from './receiptCode.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { keyedHash } from './secrets.ts';
import { ownerTag } from './tags.ts';
import type { World } from './world.ts';

/** Who holds a receipt, and what is theirs. */
export interface ReceiptHolder {
  readonly room: Room;
  readonly receipt: StoredReceipt;
  readonly keys: CodeKeys;
  readonly wrote: Wrote;
  /** Every card of this person, also notes. */
  readonly own: Own;
  /** What may be shown and withdrawn by the code. */
  readonly mine: Own;
}
type Own = (situation: Situation) => readonly Entry[];
/** Whether this person wrote it: a card, or what they said of a point. */
type Wrote = (situation: Situation, id: EntryId) => boolean;

/** From what somebody typed to what is theirs: by their seat, and once authorship is gone by the tags of their code alone. */
export class ReceiptHolders {
  readonly #store: Store;
  readonly #rooms: Rooms;
  readonly #world: World;
  #salt: Promise<Uint8Array> | undefined;

  constructor(store: Store, rooms: Rooms, world: World) {
    this.#store = store;
    this.#rooms = rooms;
    this.#world = world;
  }

  /** Null for a code that opens nothing, or nothing any more. */
  async find(typed: string): Promise<ReceiptHolder | null> {
    const code = readCode(typed);
    if (!code) return null;
    const keys = await this.keys(code);
    const receipt = await this.#store.receipts.find(keys.hash);
    if (!receipt || receipt.endsOn < utcDay(this.#world)) return null;
    const room = await this.#rooms.findFresh(receipt.conversation);
    if (!room) return null;
    const wrote = receipt.seat === null ? await this.#wroteByTags(receipt.conversation, keys) : wroteBySeat(receipt.seat);
    const own = receipt.seat === null ? everythingOf(wrote) : ownBySeat(receipt.seat);
    return { room, receipt, keys, wrote, own, mine: (situation) => [...own(situation)].filter((entry) => wasShared(situation, entry)) };
  }

  /** Null as well when this card is not theirs. */
  async findWith(typed: string, entry: EntryId): Promise<ReceiptHolder | null> {
    const holder = await this.find(typed);
    return holder?.mine(holder.room.held.situation).some(({ id }) => id === entry) ? holder : null;
  }

  async keys(code: string): Promise<CodeKeys> {
    return keysOf(code, await this.#theSalt());
  }

  /** The code that takes the place of this one, for whoever asks with this id: the same when they ask again, because the answer was lost. */
  async codeAfter(typed: string, id: string): Promise<string> {
    const salt = await this.#theSalt();
    let drawn = 0;
    return freshCode({ bytes: (count) => keyedHash(salt, `renewal ${readCode(typed)} ${id} ${drawn++}`).subarray(0, count) });
  }

  #theSalt(): Promise<Uint8Array> {
    this.#salt ??= this.#store.receipts.salt(this.#world.randomness.bytes(32)).catch((error: unknown) => {
      this.#salt = undefined;
      throw error;
    });
    return this.#salt;
  }

  async #wroteByTags(conversation: ConversationId, { tagKey }: CodeKeys): Promise<Wrote> {
    const tags = new Set((await this.#store.receipts.tags(conversation)).map(asText));
    return (_, id) => tags.has(asText(ownerTag(tagKey, id)));
  }
}

/** On which a code ends, so many milliseconds from now. */
export function utcDay({ clock }: World, later = 0): string {
  return new Date(clock.now() + later).toISOString().slice(0, 10);
}

function wroteBySeat(seat: SeatId): Wrote {
  return ({ authors }, id) => authors.seatOf.get(id) === seat;
}

function everythingOf(wrote: Wrote): Own {
  return (situation) => [...situation.state.entries.values()].filter(({ id }) => wrote(situation, id));
}

function ownBySeat(seat: SeatId): Own {
  return ({ state, authors }) => (authors.entriesOf.get(seat) ?? []).flatMap((id) => state.entries.get(id) ?? []);
}

function asText(tag: Uint8Array): string {
  return Buffer.from(tag).toString('base64url');
}
