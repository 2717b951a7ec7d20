import type { Action } from '#conversation/action.ts';
import { dayOf } from '#conversation/day.ts';
import { cardsBehind, cardThatTells } from '#conversation/lineage.ts';
import { outcomeIn, type Effect, type OutcomeId } from '#conversation/outcome.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { isOfMany } from '#conversation/smallTables.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { pointAnsweredBy } from '#conversation/points.ts';
import { ownNotes } from '#report/harvested.ts';
import type { PledgeReply } from './askedBack.ts';
import { cleaned } from './cleaned.ts';
import type { ConversationId } from './ids.ts';
import type { Mailing } from './mailing.ts';
import type { ReceiptPlace } from './ports/receipts.ts';
import type { Store } from './ports.ts';
import { ReceiptCodes } from './receiptCodes.ts';
import { ReceiptHolders, utcDay, type ReceiptHolder } from './receiptHolders.ts';
import { ReceiptMail } from './receiptMail.ts';
import { refused, requestOf, type Taken } from './request.ts';
import type { Rooms } from './rooms.ts';
import { freshId } from './secrets.ts';
import { ownerTag } from './tags.ts';
import { openedReceipt, type OpenedReceipt } from './openedReceipt.ts';
import type { World } from './world.ts';

/** On which day, year-month-day, they looked before; null the first time. */
export type Looked = { readonly before: string | null } | Refusal;

/** The receipt (terugleeskaart): the one thread between a person and their own cards that outlives sealing. */
export class Receipts {
  readonly #store: Store;
  readonly #rooms: Rooms;
  readonly #world: World;
  readonly #holders: ReceiptHolders;
  readonly codes: ReceiptCodes;
  /** What is asked back by mail. */
  readonly mail: ReceiptMail;

  constructor(store: Store, rooms: Rooms, world: World, mailing: Mailing) {
    this.#store = store;
    this.#rooms = rooms;
    this.#world = world;
    this.#holders = new ReceiptHolders(store, rooms, world);
    this.codes = new ReceiptCodes(store, world, this.#holders);
    this.mail = new ReceiptMail(this.#holders, mailing, world);
  }

  /** Where the seat's code was handed out; null when there is none. */
  where(conversation: ConversationId, seat: SeatId): Promise<ReceiptPlace | null> {
    return this.#store.receipts.where(conversation, seat);
  }

  async open(typed: string): Promise<OpenedReceipt | Refusal> {
    const found = await this.#holders.find(typed);
    if (!found) return refuse('notFound');
    const { room, receipt, mine, wrote } = found;
    const mail = await this.mail.standing(found);
    const { conversation, endsOn, seat } = receipt;
    const holding = { mail, conversation, endsOn, sealed: seat === null, rehearsal: room.conversation.rehearsal, today: this.#today() };
    return this.#rooms.look(room, (situation, words) =>
      openedReceipt(situation, words, { ...holding, mine: mine(situation), wrote: (id) => wrote(situation, id) }),
    );
  }

  /** Its holder looks: what changed on the day they looked before, or later, may be new to them. */
  async look(typed: string): Promise<Looked> {
    const found = await this.#holders.find(typed);
    if (!found) return refuse('notFound');
    await this.mail.sawNews(found);
    return { before: await this.#store.receipts.look(found.keys.hash, this.#today()) };
  }

  /** Gone for everybody at once, also after sealing. */
  async withdraw(typed: string, entry: EntryId): Promise<Taken> {
    const found = await this.#holders.find(typed);
    const point = found?.wrote(found.room.held.situation, entry) ? pointAnsweredBy(found.room.held.situation.state, entry) : undefined;
    if (found && point) return this.#perform(found, { type: 'withdrawNote', point: point.id, note: entry });
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    return this.#replanned(found, await this.#perform(found, { type: 'withdraw', entry }));
  }

  /** Everything of this person, also what no code shows; what a table made together is not theirs alone. Of what is asked by mail nothing is left. */
  async withdrawAll(typed: string): Promise<{ readonly withdrawn: number } | Refusal> {
    const found = await this.#holders.find(typed);
    if (!found) return refuse('notFound');
    const { situation } = found.room.held;
    const { state } = situation;
    const cards = found.own(situation).filter((entry) => entry.status !== 'withdrawn' && !isOfMany(state, entry));
    const notes = ownNotes(
      situation,
      (id) => found.wrote(situation, id),
      () => '…',
    );
    const actions: readonly Action[] = [
      ...cards.map(({ id }) => ({ type: 'withdraw', entry: id }) as const),
      ...notes.map(({ id, point }) => ({ type: 'withdrawNote', point, note: id }) as const),
    ];
    let withdrawn = 0;
    // One after another: what is stored together could be told to be of one person.
    for (const action of actions) {
      const taken = await this.#perform(found, action);
      if (taken.accepted) withdrawn++;
      // What cannot be done now must not be told as done: it is asked again. What went meanwhile is gone as well.
      else if (taken.refused === 'databaseAway') return refuse(taken.refused);
    }
    await this.mail.forget(found);
    return { withdrawn };
  }

  /** Whether these words may stand as a quote in the final report; taken back as easily. */
  async allowQuote(typed: string, entry: EntryId, allows: boolean): Promise<Taken> {
    const found = await this.#holders.findWith(typed, entry);
    if (!found) return refused(refuse('unknownCard'));
    return this.#perform(found, { type: 'allowQuote', entry, allows });
  }

  /** How it went with what they promised. It is for them alone, and can be said again. */
  async answer(typed: string, entry: EntryId, reply: PledgeReply): Promise<Taken> {
    const words = cleaned(reply.words);
    if ('refused' in words) return refused(words);
    const found = await this.#holders.findWith(typed, entry);
    if (!found) return refused(refuse('unknownCard'));
    const action = { type: 'answerPledge', entry, followUp: reply.followUp, status: reply.status, words: words.clean as string } as const;
    return this.#replanned(found, await this.#perform(found, action));
  }

  /** What they notice of what grew from their cards. It counts once, without a name, and can be said again. */
  async tellEffect(typed: string, entry: EntryId, outcome: OutcomeId, effect: Effect): Promise<Taken> {
    const found = await this.#holders.findWith(typed, entry);
    if (!found) return refused(refuse('unknownCard'));
    const { situation } = found.room.held;
    const known = outcomeIn(situation.state, outcome);
    const teller = known && cardThatTells(known, cardsBehind(situation, known), found.mine(situation));
    return this.#perform(found, { type: 'tellEffect', outcome, entry: teller ?? entry, effect });
  }

  /** That something they are in goes another way: for who leads and who sees to it. */
  async tellTurn(typed: string, entry: EntryId, outcome: OutcomeId, words: string): Promise<Taken> {
    const found = await this.#holders.findWith(typed, entry);
    if (!found) return refused(refuse('unknownCard'));
    const clean = cleaned(words);
    if ('refused' in clean) return refused(clean);
    const action = { type: 'tellTurnBack', outcome, entry, words: clean.clean as string } as const;
    return this.#perform(found, action);
  }

  /** The card stays; nothing tells any more whose it was. Before sealing the server still needs to know. */
  async letGo(typed: string, entry: EntryId): Promise<Taken> {
    const found = await this.#holders.findWith(typed, entry);
    if (!found) return refused(refuse('unknownCard'));
    if (found.receipt.seat !== null) return refused(refuse('notNow'));
    for (const action of this.#beforeLettingGo(found, entry)) {
      const taken = await this.#perform(found, action);
      if (!taken.accepted) return taken;
    }
    await this.#store.receipts.removeTag(found.receipt.conversation, ownerTag(found.keys.tagKey, entry));
    return this.#replanned(found, { accepted: true, answer: { entry } }, entry);
  }

  /** Codes and tickets whose end date has passed open nothing any more; then nothing is kept of them either. */
  async erasePast(): Promise<void> {
    await this.#store.receipts.erasePast(utcDay(this.#world));
    await this.#store.tickets.erasePast(utcDay(this.#world));
  }

  /** About what was answered, withdrawn or let go of nothing is mailed any more. */
  async #replanned(found: ReceiptHolder, taken: Taken, without?: EntryId): Promise<Taken> {
    if (taken.accepted) await this.mail.plan(found, without);
    return taken;
  }

  /**
   * What its writer could not take back any more, or nobody could read: the yes to a quote, what they learned from a
   * promise, and what they noticed, where they can tell it again with another card.
   */
  #beforeLettingGo(found: ReceiptHolder, entry: EntryId): readonly Action[] {
    const { situation } = found.room.held;
    const { quotable, answers = {} } = situation.state.entries.get(entry) ?? {};
    const others = found.mine(situation).filter(({ id }) => id !== entry);
    const toldAgain = situation.state.outcomes.filter(
      (outcome) => outcome.effects[entry] && cardThatTells(outcome, cardsBehind(situation, outcome), others),
    );
    return [
      ...(quotable ? [{ type: 'allowQuote', entry, allows: false } as const] : []),
      ...Object.entries(answers).flatMap(([followUp, { status, learned }]) =>
        learned ? [{ type: 'answerPledge', entry, followUp, status, words: '' } as const] : [],
      ),
      ...toldAgain.map(({ id }) => ({ type: 'tellEffect', outcome: id, entry, effect: null }) as const),
    ];
  }

  #perform({ room }: ReceiptHolder, action: Action): Promise<Taken> {
    return room.perform(requestOf({ kind: 'house' }, freshId(this.#world.randomness), action));
  }

  /** As people here live it. */
  #today(): string {
    return dayOf(this.#world.clock.now());
  }
}
