import { isWaiting, outcomeIn, standingNow, type OutcomeId } from '#conversation/outcome.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import { owns } from '#conversation/owning.ts';
import type { Guard } from './guard.ts';
import type { Place } from './house.ts';
import type { Asked, Mailing, MailStanding, MailWish } from './mailing.ts';
import type { Holder } from './ports/addresses.ts';
import type { Visitor } from './ports/people.ts';

/** Who sees to an outcome is mailed on the day that something is owed, at an address they confirmed: given on their own page, or by whoever leads. */
export class OwnerMail {
  readonly #guard: Guard;
  readonly #mailing: Mailing;

  constructor(guard: Guard, mailing: Mailing) {
    this.#guard = guard;
    this.#mailing = mailing;
  }

  async standing(visitor: Visitor, at: Place, outcome: OutcomeId): Promise<MailStanding | Refusal> {
    const holder = await this.#holder(visitor, at, outcome);
    return isRefusal(holder) ? holder : this.#mailing.standing(holder);
  }

  /** Only while something is owed: nothing is asked of who is done. */
  async ask(visitor: Visitor, at: Place, outcome: OutcomeId, wish: Omit<MailWish, 'news'>): Promise<Asked> {
    const holder = await this.#holder(visitor, at, outcome);
    if (isRefusal(holder)) return holder;
    return holder.owes ? this.#mailing.ask(holder, { ...wish, news: false }) : refuse('notNow');
  }

  async confirm(visitor: Visitor, at: Place, outcome: OutcomeId, typed: string): Promise<Asked> {
    const holder = await this.#holder(visitor, at, outcome);
    return isRefusal(holder) ? holder : this.#mailing.confirm(holder, typed);
  }

  async stop(visitor: Visitor, at: Place, outcome: OutcomeId): Promise<Asked> {
    const holder = await this.#holder(visitor, at, outcome);
    if (isRefusal(holder)) return holder;
    await this.#mailing.stop(holder);
    return { asked: true };
  }

  async #holder(visitor: Visitor, at: Place, id: OutcomeId): Promise<(Holder & { readonly owes: boolean }) | Refusal> {
    const led = await this.#guard.leaderAt(visitor, at);
    const room = isRefusal(led) ? await this.#guard.roomAt(visitor, at) : led;
    if (!room) return refuse('notFound');
    const { state } = room.held.situation;
    const outcome = outcomeIn(state, id);
    if (isRefusal(led) && !owns(state.seats.get(at.seat), outcome)) return led;
    if (!outcome || outcome.dropped !== null) return refuse('unknownOutcome');
    const owes = isWaiting(standingNow(outcome).status) && !room.conversation.rehearsal;
    return { conversation: at.conversation, outcome: id, owes };
  }
}
