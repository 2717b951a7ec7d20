import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { isActionId } from './actions.ts';
import type { ConversationId } from './ids.ts';
import type { NewReceipt } from './ports/receipts.ts';
import type { Store } from './ports.ts';
import { freshCode } from './receiptCode.ts';
import { utcDay, type ReceiptHolder, type ReceiptHolders } from './receiptHolders.ts';
import { ownerTag } from './tags.ts';
import type { World } from './world.ts';

/** A code as it is shown, once, and the last day (year-month-day) on which it opens anything. */
export interface MadeCode {
  readonly code: string;
  readonly endsOn: string;
}

/** Making the codes of receipts: for a seat, for a ticket, and another in the place of one. */
export class ReceiptCodes {
  readonly #store: Store;
  readonly #world: World;
  readonly #holders: ReceiptHolders;

  constructor(store: Store, world: World, holders: ReceiptHolders) {
    this.#store = store;
    this.#world = world;
    this.#holders = holders;
  }

  /** Shown once: only its hash is kept. An earlier code of the seat opens nothing any more. */
  make(conversation: ConversationId, seat: SeatId): Promise<MadeCode | Refusal> {
    return this.#keep(conversation, seat, freshCode(this.#world.randomness));
  }

  /** A code with what is kept of it, for a seat that is still to be taken. */
  async fresh(code = freshCode(this.#world.randomness)): Promise<Pick<NewReceipt, 'codeHash' | 'tagKey' | 'endsOn'> & MadeCode> {
    const { hash, tagKey } = await this.#holders.keys(code);
    return { code, codeHash: hash, tagKey, endsOn: utcDay(this.#world, YEAR) };
  }

  /** Another code for the same cards; the one before opens nothing any more. Asked again by the same id it is the same code. */
  async renew(typed: string, id: string): Promise<MadeCode | Refusal> {
    if (!isActionId(id)) return refuse('wrongShape');
    const found = await this.#holders.find(typed);
    const code = await this.#holders.codeAfter(typed, id);
    if (!found) {
      const already = await this.#holders.find(code);
      return already ? { code, endsOn: already.receipt.endsOn } : refuse('notFound');
    }
    const { conversation, seat } = found.receipt;
    return seat === null ? this.#moveTo(found, code) : this.#keep(conversation, seat, code);
  }

  async #keep(conversation: ConversationId, seat: SeatId, code: string): Promise<MadeCode | Refusal> {
    const { code: _, ...receipt } = await this.fresh(code);
    const kept = await this.#store.receipts.keep({ conversation, seat, ...receipt });
    return kept ? { code, endsOn: receipt.endsOn } : refuse('sealed');
  }

  /** After sealing the cards hang on the tags of a code alone. */
  async #moveTo({ room, receipt, keys, own, wrote }: ReceiptHolder, code: string): Promise<MadeCode | Refusal> {
    const { hash: codeHash, tagKey } = await this.#holders.keys(code);
    const { situation } = room.held;
    const said = Object.values(situation.state.harvest.points).flatMap(({ answers }) => Object.keys(answers) as EntryId[]);
    const mine = [...own(situation).map(({ id }) => id), ...said.filter((id) => wrote(situation, id))];
    const tags = { tags: mine.map((id) => ownerTag(tagKey, id)), oldTags: mine.map((id) => ownerTag(keys.tagKey, id)) };
    const { endsOn } = receipt;
    const moved = await this.#store.receipts.replace(keys.hash, { codeHash, endsOn, ...tags });
    return moved ? { code, endsOn } : refuse('notFound');
  }
}

const YEAR = 365 * 24 * 60 * 60 * 1000;
