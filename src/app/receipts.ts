import type { Action } from '#conversation/action.ts';
import { dayOf } from '#conversation/day.ts';
import type { Situation } from '#conversation/input.ts';
import type { Effect, OutcomeId } from '#conversation/outcome.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { isOfMany } from '#conversation/smallTables.ts';
import type { Entry, EntryId, SeatId } from '#conversation/state.ts';
import { pointAnsweredBy } from '#conversation/points.ts';
import { ownNotes } from '#report/harvested.ts';
import { questionsToCome, type PledgeReply } from './askedBack.ts';
import { cleaned } from './cleaned.ts';
import type { ConversationId } from './ids.ts';
import type { Asked, Mailing, MailWish } from './mailing.ts';
import type { Holder } from './ports/addresses.ts';
import type { NewReceipt, ReceiptPlace, StoredReceipt } from './ports/receipts.ts';
import type { Store } from './ports.ts';
import { freshCode, keysOf, readCode, type CodeKeys } from './receiptCode.ts';
import { refused, requestOf, type Taken } from './request.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { freshId } from './secrets.ts';
import { ownerTag } from './tags.ts';
import { openedReceipt, wasShared, type OpenedReceipt } from './openedReceipt.ts';
import type { World } from './world.ts';

/** On which day, year-month-day, they looked before; null the first time. */
export type Looked = { readonly before: string | null } | Refusal;

/** The receipt (terugleeskaart): the one thread between a person and their own cards that outlives sealing. */
export class Receipts {
  readonly #store: Store;
  readonly #rooms: Rooms;
  readonly #world: World;
  readonly #mailing: Mailing;
  #salt: Promise<Uint8Array> | undefined;

  constructor(store: Store, rooms: Rooms, world: World, mailing: Mailing) {
    this.#store = store;
    this.#rooms = rooms;
    this.#world = world;
    this.#mailing = mailing;
  }

  /** Where the seat's code was handed out; null when there is none. */
  where(conversation: ConversationId, seat: SeatId): Promise<ReceiptPlace | null> {
    return this.#store.receipts.where(conversation, seat);
  }

  /** The code is shown once: only its hash is kept. An earlier code of the seat opens nothing any more. */
  async make(conversation: ConversationId, seat: SeatId): Promise<{ readonly code: string; readonly endsOn: string } | Refusal> {
    const { code, ...receipt } = await this.fresh();
    const kept = await this.#store.receipts.keep({ conversation, seat, ...receipt });
    return kept ? { code, endsOn: receipt.endsOn } : refuse('sealed');
  }

  /** A code with what is kept of it, for a seat that is still to be taken. */
  async fresh(): Promise<Pick<NewReceipt, 'codeHash' | 'tagKey' | 'endsOn'> & { readonly code: string }> {
    const code = freshCode(this.#world.randomness);
    const { hash, tagKey } = await this.#keys(code);
    return { code, codeHash: hash, tagKey, endsOn: this.#day(YEAR) };
  }

  async open(typed: string): Promise<OpenedReceipt | Refusal> {
    const found = await this.#find(typed);
    if (!found) return refuse('notFound');
    const { room, receipt, mine, wrote } = found;
    const mail = mayBeMailed(room) ? await this.#mailing.standing(holderOf(found)) : null;
    const { conversation, endsOn, seat } = receipt;
    const holding = { mail, conversation, endsOn, sealed: seat === null, rehearsal: room.conversation.rehearsal, today: this.#today() };
    return this.#rooms.look(room, (situation, words) =>
      openedReceipt(situation, words, { ...holding, mine: mine(situation), wrote: (id) => wrote(situation, id) }),
    );
  }

  /** Its holder looks: what changed on the day they looked before, or later, may be new to them. */
  async look(typed: string): Promise<Looked> {
    const found = await this.#find(typed);
    if (!found) return refuse('notFound');
    await this.#mailing.sawNews(holderOf(found));
    return { before: await this.#store.receipts.look(found.keys.hash, this.#today()) };
  }

  /** Gone for everybody at once, also after sealing. */
  async withdraw(typed: string, entry: EntryId): Promise<Taken> {
    const found = await this.#find(typed);
    const point = found?.wrote(found.room.held.situation, entry) ? pointAnsweredBy(found.room.held.situation.state, entry) : undefined;
    if (found && point) return this.#perform(found, { type: 'withdrawNote', point: point.id, note: entry });
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    return this.#replanned(found, await this.#perform(found, { type: 'withdraw', entry }));
  }

  /** Everything of this person, also what no code shows; what a table made together is not theirs alone. Of what is asked by mail nothing is left. */
  async withdrawAll(typed: string): Promise<{ readonly withdrawn: number } | Refusal> {
    const found = await this.#find(typed);
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
    // One after another: what is stored together could be told to be of one person.
    let withdrawn = 0;
    for (const action of actions) if ((await this.#perform(found, action)).accepted) withdrawn++;
    await this.#mailing.stop(holderOf(found));
    return { withdrawn };
  }

  /** Whether these words may stand as a quote in the final report; taken back as easily. */
  async allowQuote(typed: string, entry: EntryId, allows: boolean): Promise<Taken> {
    const found = await this.#find(typed);
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    return this.#noteQuote(found, entry, allows);
  }

  /** How it went with what they promised. It is for them alone, and can be said again. */
  async answer(typed: string, entry: EntryId, reply: PledgeReply): Promise<Taken> {
    const words = cleaned(reply.words);
    if ('refused' in words) return refused(words);
    const found = await this.#find(typed);
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    const action = { type: 'answerPledge', entry, followUp: reply.followUp, status: reply.status, words: words.clean as string } as const;
    return this.#replanned(found, await found.room.perform(requestOf({ kind: 'house' }, freshId(this.#world.randomness), action)));
  }

  /** What they notice of what grew from their card. It counts, without a name, and can be said again. */
  async tellEffect(typed: string, entry: EntryId, outcome: OutcomeId, effect: Effect): Promise<Taken> {
    const found = await this.#find(typed);
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    const action = { type: 'tellEffect', outcome, entry, effect } as const;
    return found.room.perform(requestOf({ kind: 'house' }, freshId(this.#world.randomness), action));
  }

  /** That something they are in goes another way: for who leads and who sees to it. */
  async tellTurn(typed: string, entry: EntryId, outcome: OutcomeId, words: string): Promise<Taken> {
    const found = await this.#find(typed);
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    const clean = cleaned(words);
    if ('refused' in clean) return refused(clean);
    const action = { type: 'tellTurnBack', outcome, entry, words: clean.clean as string } as const;
    return found.room.perform(requestOf({ kind: 'house' }, freshId(this.#world.randomness), action));
  }

  /** The card stays; nothing tells any more whose it was. Before sealing the server still needs to know. */
  async letGo(typed: string, entry: EntryId): Promise<Taken> {
    const found = await this.#find(typed);
    if (!found?.mine(found.room.held.situation).some(({ id }) => id === entry)) return refused(refuse('unknownCard'));
    if (found.receipt.seat !== null) return refused(refuse('notNow'));
    // Nobody could take the yes back any more.
    if (found.room.held.situation.state.entries.get(entry)?.quotable) await this.#noteQuote(found, entry, false);
    await this.#unlearn(found, entry);
    await this.#store.receipts.removeTag(found.receipt.conversation, ownerTag(found.keys.tagKey, entry));
    return this.#replanned(found, { accepted: true, answer: { entry } }, entry);
  }

  /** Another code for the same cards; the old one opens nothing any more. */
  async renew(typed: string): Promise<{ readonly code: string; readonly endsOn: string } | Refusal> {
    const found = await this.#find(typed);
    if (!found) return refuse('notFound');
    const { receipt, keys } = found;
    if (receipt.seat !== null) return this.make(receipt.conversation, receipt.seat);
    const code = freshCode(this.#world.randomness);
    const fresh = await this.#keys(code);
    const { situation } = found.room.held;
    const said = Object.values(situation.state.harvest.points).flatMap(({ answers }) => Object.keys(answers) as EntryId[]);
    const mine = [...found.own(situation).map(({ id }) => id), ...said.filter((id) => found.wrote(situation, id))];
    const tags = { tags: mine.map((id) => ownerTag(fresh.tagKey, id)), oldTags: mine.map((id) => ownerTag(keys.tagKey, id)) };
    const replaced = await this.#store.receipts.replace(keys.hash, { codeHash: fresh.hash, endsOn: receipt.endsOn, ...tags });
    return replaced ? { code, endsOn: receipt.endsOn } : refuse('notFound');
  }

  /** Mails a code, to be typed in at the same page: then what is asked is mailed too. */
  async mail(typed: string, wish: MailWish): Promise<Asked> {
    const found = await this.#find(typed);
    if (!found) return refuse('notFound');
    return mayBeMailed(found.room) ? this.#mailing.ask(holderOf(found), wish) : refuse('notNow');
  }

  async confirmMail(typed: string, code: string): Promise<Asked> {
    const found = await this.#find(typed);
    if (!found) return refuse('notFound');
    const confirmed = await this.#mailing.confirm(holderOf(found), code);
    if ('asked' in confirmed) await this.#plan(found);
    return confirmed;
  }

  async stopMail(typed: string): Promise<Asked> {
    const found = await this.#find(typed);
    if (!found) return refuse('notFound');
    await this.#mailing.stop(holderOf(found));
    return { asked: true };
  }

  /** Codes and tickets whose end date has passed open nothing any more; then nothing is kept of them either. */
  async erasePast(): Promise<void> {
    await this.#store.receipts.erasePast(this.#day(0));
    await this.#store.tickets.erasePast(this.#day(0));
  }

  /** About what was answered, withdrawn or let go of nothing is mailed any more. */
  async #replanned(found: Found, taken: Taken, without?: EntryId): Promise<Taken> {
    if (taken.accepted) await this.#plan(found, without);
    return taken;
  }

  async #plan({ room, mine, ...found }: Found, without?: EntryId): Promise<void> {
    const { situation } = room.held;
    const entries = mine(situation).filter(({ id }) => id !== without);
    const coming = questionsToCome(situation.state, entries, this.#today());
    await this.#mailing.plan(
      holderOf(found),
      coming.flatMap(({ id, on }) => (on === null ? [] : { question: id, on })),
    );
  }

  #noteQuote(found: Found, entry: EntryId, allows: boolean): Promise<Taken> {
    return this.#perform(found, { type: 'allowQuote', entry, allows });
  }

  /** What was learned from a promise is for its writer alone: where they can read it no more, nobody keeps it. */
  async #unlearn(found: Found, entry: EntryId): Promise<void> {
    const answers = found.room.held.situation.state.entries.get(entry)?.answers ?? {};
    for (const [followUp, { status, learned }] of Object.entries(answers))
      if (learned) await this.#perform(found, { type: 'answerPledge', entry, followUp, status, words: '' });
  }

  #perform({ room }: Found, action: Action): Promise<Taken> {
    return room.perform(requestOf({ kind: 'house' }, freshId(this.#world.randomness), action));
  }

  async #find(typed: string): Promise<Found | null> {
    const code = readCode(typed);
    if (!code) return null;
    const keys = await this.#keys(code);
    const receipt = await this.#store.receipts.find(keys.hash);
    if (!receipt || receipt.endsOn < this.#day(0)) return null;
    const room = await this.#rooms.findFresh(receipt.conversation);
    if (!room) return null;
    const wrote = receipt.seat === null ? await this.#wroteByTags(receipt.conversation, keys) : wroteBySeat(receipt.seat);
    const own = receipt.seat === null ? everythingOf(wrote) : ownBySeat(receipt.seat);
    return { room, receipt, keys, wrote, own, mine: (situation) => [...own(situation)].filter((entry) => wasShared(situation, entry)) };
  }

  async #wroteByTags(conversation: ConversationId, { tagKey }: CodeKeys): Promise<Wrote> {
    const tags = new Set((await this.#store.receipts.tags(conversation)).map(asText));
    return (_, id) => tags.has(asText(ownerTag(tagKey, id)));
  }

  async #keys(code: string): Promise<CodeKeys> {
    this.#salt ??= this.#store.receipts.salt(this.#world.randomness.bytes(32)).catch((error: unknown) => {
      this.#salt = undefined;
      throw error;
    });
    return keysOf(code, await this.#salt);
  }

  /** As people here live it. */
  #today(): string {
    return dayOf(this.#world.clock.now());
  }

  #day(later: number): string {
    return new Date(this.#world.clock.now() + later).toISOString().slice(0, 10);
  }
}

type Own = (situation: Situation) => readonly Entry[];
/** Whether this person wrote it: a card, or what they said of a point. */
type Wrote = (situation: Situation, id: EntryId) => boolean;
interface Found {
  readonly room: Room;
  readonly receipt: StoredReceipt;
  readonly keys: CodeKeys;
  readonly wrote: Wrote;
  /** Every card of this person, also notes. */
  readonly own: Own;
  /** What may be shown and withdrawn by the code. */
  readonly mine: Own;
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

function mayBeMailed({ held, conversation }: Room): boolean {
  return held.situation.state.closedAt !== null && !conversation.rehearsal;
}

function holderOf({ receipt, keys }: Pick<Found, 'receipt' | 'keys'>): Holder {
  return { conversation: receipt.conversation, receipt: keys.hash };
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
