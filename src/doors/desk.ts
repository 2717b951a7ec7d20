import { createHash } from 'node:crypto';
import type {
  Delegate,
  Asked,
  House,
  MailWish,
  Invitation,
  Looked,
  NewReceipt,
  OpenedReceipt,
  Place,
  PledgeReply,
  Taken,
  Entrance,
  Visitor,
} from '#app/house.ts';
import type { Effect, OutcomeId } from '#conversation/outcome.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import { Guesses } from './guesses.ts';
import { Allowance, LIMITS, MOST_SEATS } from './limits.ts';

/** Who stands at the door, and from where. */
export interface Asker {
  readonly visitor: Visitor;
  readonly address: string;
  /** Whether nobody can read along: some formats ask for that. */
  readonly privateLine: boolean;
}

/**
 * Everything that is limited goes over this desk, whichever door it came in by: a page, the API. What it lets
 * through goes to the house.
 */
export class Desk {
  readonly #house: House;
  readonly #writes: Allowance;
  readonly #guesses: Guesses;
  readonly #joins: Allowance;
  readonly #tokens: Guesses;
  readonly #asked: Allowance;

  constructor(house: House, now?: () => number) {
    this.#house = house;
    this.#writes = new Allowance(LIMITS.writes, now);
    this.#guesses = new Guesses(now);
    this.#joins = new Allowance(LIMITS.joins, now);
    this.#tokens = new Guesses(now);
    this.#asked = new Allowance(LIMITS.tokens, now);
  }

  /** Looks first whose seat it is: nobody can use up what another may. */
  async take(visitor: Visitor, at: Place, actionId: unknown, body: unknown): Promise<Taken> {
    if (!(await this.#house.mayReach(visitor, at))) return { accepted: false, ...refuse('notFound') };
    const wait = this.#writes.spend(`${at.conversation}/${at.seat}`);
    return wait > 0 ? { accepted: false, ...tooFast(wait) } : this.#house.take(visitor, at, actionId, body);
  }

  /** The long key of the QR cannot be guessed, so it is not limited: a hall comes in beside a guesser. */
  findInvitation(address: string, invitation: Invitation): ReturnType<House['findInvitation']> {
    const find = () => this.#house.findInvitation(invitation);
    return 'secret' in invitation ? find() : this.#guesses.guess(address, find);
  }

  /** Looks at the invitation once more, whoever has looked before: there is no way round the limit. */
  async join({ visitor, address, privateLine }: Asker, invitation: Invitation, actionId: unknown, wish: unknown): Promise<Place | Refusal> {
    const found = await this.findInvitation(address, invitation);
    if ('refused' in found) return found;
    const look = await this.#house.lookAt(found.conversation);
    if ((look?.situation.state.seats.size ?? 0) >= MOST_SEATS) return refuse('full', { maximum: MOST_SEATS });
    const wait = this.#joins.spend(found.conversation);
    return wait > 0 ? tooFast(wait) : this.#house.join(visitor, invitation, actionId, wish, privateLine);
  }

  /** Asks who it is only after the limit: who guesses on does not become a device each time. */
  useSetUpCode(address: string, typed: string, who: () => Promise<Visitor>): Promise<Entrance | Refusal> {
    return this.#guesses.guess(address, async () => this.#house.useSetUpCode(await who(), typed));
  }

  /** Counted apart from codes: a system with an old token is not in the way of people who type. */
  async useToken(address: string, secret: string): Promise<Delegate | Refusal> {
    const found = await this.#tokens.guess(address, () => this.#house.useToken(secret));
    if ('refused' in found) return found;
    const wait = this.#asked.spend(found.token);
    return wait > 0 ? tooFast(wait) : found;
  }

  /** In the library nobody sits anywhere: what is written there is limited by device. */
  adopt(...[visitor, ...wish]: Parameters<House['library']['adopt']>): Promise<Taken> {
    return this.#inLibrary(visitor, () => this.#house.library.adopt(visitor, ...wish));
  }

  askInLibrary(...[visitor, ...question]: Parameters<House['library']['ask']>): Promise<Taken> {
    return this.#inLibrary(visitor, () => this.#house.library.ask(visitor, ...question));
  }

  openReceipt(address: string, code: string): Promise<OpenedReceipt | Refusal> {
    return this.#guesses.guess(address, () => this.#house.openReceipt(code));
  }

  lookAtReceipt(address: string, code: string): Promise<Looked> {
    return this.#guesses.guess(address, () => this.#house.lookAtReceipt(code));
  }

  withdrawByReceipt(address: string, code: string, entry: EntryId): Promise<Taken> {
    return this.#byReceipt(address, code, () => this.#house.withdrawByReceipt(code, entry));
  }

  withdrawAllByReceipt(address: string, code: string): Promise<{ readonly withdrawn: number } | Refusal> {
    return this.#guesses.guess(address, () => this.#house.withdrawAllByReceipt(code));
  }

  allowQuoteByReceipt(address: string, code: string, entry: EntryId, allows: boolean): Promise<Taken> {
    return this.#byReceipt(address, code, () => this.#house.allowQuoteByReceipt(code, entry, allows));
  }

  answerByReceipt(address: string, code: string, entry: EntryId, reply: PledgeReply): Promise<Taken> {
    return this.#byReceipt(address, code, () => this.#house.answerByReceipt(code, entry, reply));
  }

  tellEffectByReceipt(address: string, code: string, entry: EntryId, outcome: OutcomeId, effect: Effect): Promise<Taken> {
    return this.#byReceipt(address, code, () => this.#house.tellEffectByReceipt(code, entry, outcome, effect));
  }

  tellTurnByReceipt(address: string, code: string, entry: EntryId, outcome: OutcomeId, words: string): Promise<Taken> {
    return this.#byReceipt(address, code, () => this.#house.tellTurnByReceipt(code, entry, outcome, words));
  }

  letGoByReceipt(address: string, code: string, entry: EntryId): Promise<Taken> {
    return this.#byReceipt(address, code, () => this.#house.letGoByReceipt(code, entry));
  }

  mailReceipt(address: string, code: string, wish: MailWish): Promise<Asked> {
    return this.#guesses.guess(address, () => this.#house.mailReceipt(code, wish));
  }

  confirmReceiptMail(address: string, code: string, typed: string): Promise<Asked> {
    return this.#guesses.guess(address, () => this.#house.confirmReceiptMail(code, typed));
  }

  stopReceiptMail(address: string, code: string): Promise<Asked> {
    return this.#guesses.guess(address, () => this.#house.stopReceiptMail(code));
  }

  renewReceipt(address: string, code: string, id: string): Promise<NewReceipt | Refusal> {
    return this.#guesses.guess(address, () => this.#house.renewReceipt(code, id));
  }

  async #inLibrary({ device }: Visitor, act: () => Promise<Taken>): Promise<Taken> {
    const wait = this.#writes.spend(`library/${device}`);
    return wait > 0 ? { accepted: false, ...tooFast(wait) } : act();
  }

  /** Looks first whether it opens anything; then it is limited as a seat is, from wherever it is used. */
  async #byReceipt(address: string, code: string, act: () => Promise<Taken>): Promise<Taken> {
    const opened = await this.openReceipt(address, code);
    if ('refused' in opened) return { accepted: false, ...opened };
    const wait = this.#writes.spend(nameOf(code));
    return wait > 0 ? { accepted: false, ...tooFast(wait) } : act();
  }
}

/** The same however it was typed; the code itself is not held on to. */
function nameOf(code: string): string {
  const signs = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(signs).digest('base64url');
}

function tooFast(seconds: number): Refusal {
  return refuse('tooFast', { seconds });
}
