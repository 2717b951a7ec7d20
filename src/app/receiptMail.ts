import { dayOf } from '#conversation/day.ts';
import { refuse } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import { questionsToCome } from './askedBack.ts';
import type { Asked, Mailing, MailStanding, MailWish } from './mailing.ts';
import type { Holder } from './ports/addresses.ts';
import type { ReceiptHolder, ReceiptHolders } from './receiptHolders.ts';
import type { Room } from './room.ts';
import type { World } from './world.ts';

/** What is asked back by mail of who holds a receipt, at an address they confirmed. */
export class ReceiptMail {
  readonly #holders: ReceiptHolders;
  readonly #mailing: Mailing;
  readonly #world: World;

  constructor(holders: ReceiptHolders, mailing: Mailing, world: World) {
    this.#holders = holders;
    this.#mailing = mailing;
    this.#world = world;
  }

  /** Null while there is nothing to mail about. */
  standing(holder: ReceiptHolder): Promise<MailStanding> | null {
    return mayBeMailed(holder.room) ? this.#mailing.standing(addressOf(holder)) : null;
  }

  /** Mails a code, to be typed in at the same page: then what is asked is mailed too. */
  async ask(typed: string, wish: MailWish): Promise<Asked> {
    const holder = await this.#holders.find(typed);
    if (!holder) return refuse('notFound');
    return mayBeMailed(holder.room) ? this.#mailing.ask(addressOf(holder), wish) : refuse('notNow');
  }

  async confirm(typed: string, code: string): Promise<Asked> {
    const holder = await this.#holders.find(typed);
    if (!holder) return refuse('notFound');
    const confirmed = await this.#mailing.confirm(addressOf(holder), code);
    if ('asked' in confirmed) await this.plan(holder);
    return confirmed;
  }

  async stop(typed: string): Promise<Asked> {
    const holder = await this.#holders.find(typed);
    if (!holder) return refuse('notFound');
    await this.forget(holder);
    return { asked: true };
  }

  forget(holder: ReceiptHolder): Promise<void> {
    return this.#mailing.stop(addressOf(holder));
  }

  sawNews(holder: ReceiptHolder): Promise<void> {
    return this.#mailing.sawNews(addressOf(holder));
  }

  /** About what was answered, withdrawn or let go of (`without`) nothing is mailed any more. */
  async plan(holder: ReceiptHolder, without?: EntryId): Promise<void> {
    const { situation } = holder.room.held;
    const entries = holder.mine(situation).filter(({ id }) => id !== without);
    const coming = questionsToCome(situation, entries, dayOf(this.#world.clock.now()));
    await this.#mailing.plan(
      addressOf(holder),
      // With its day: about another card it may be asked on another.
      coming.flatMap(({ id, on }) => (on === null ? [] : { question: `${id} ${on}`, on })),
    );
  }
}

function mayBeMailed({ held, conversation }: Room): boolean {
  return held.situation.state.closedAt !== null && !conversation.rehearsal;
}

function addressOf({ receipt, keys }: Pick<ReceiptHolder, 'receipt' | 'keys'>): Holder {
  return { conversation: receipt.conversation, receipt: keys.hash };
}
