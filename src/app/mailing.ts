import { timingSafeEqual } from 'node:crypto';
import { dayOf, daysLater } from '#conversation/day.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { clockOf } from '#report/dates.ts';
import type { Language } from '#words/language.ts';
import { codeLetter, letterOf } from './letters.ts';
import type { DueLetter, Holder, PlannedQuestion, StoredAddress } from './ports/addresses.ts';
import type { Post } from './ports/post.ts';
import type { Store } from './ports.ts';
import { keysOf } from './receiptCode.ts';
import { digest, freshId, keyedHash } from './secrets.ts';
import type { World } from './world.ts';

/** How mail to somebody stands, for their own page alone. */
export interface MailStanding {
  /** Whether this house brings mail at all. */
  readonly possible: boolean;
  readonly standing: 'none' | 'waiting' | 'confirmed' | 'failed';
  /** Enough of the address to know it again. */
  readonly address: string | null;
  /** Mail too when something changes. */
  readonly news: boolean;
}

/** What somebody asks to be mailed about; from outside. */
export interface MailWish {
  readonly address: string;
  readonly language: Language;
  readonly news: boolean;
}

export interface Mail {
  readonly post: Post;
  /** Where people reach this house. */
  readonly house: string;
}

/**
 * Asking back by mail: an address is kept for one thing alone, used after its owner typed in the code that was sent to
 * it, and erased when nothing is to be asked any more. No letter carries what anyone said, or a link that opens anything.
 */
export class Mailing {
  readonly #store: Pick<Store, 'addresses' | 'receipts'>;
  readonly #world: World;
  readonly #mail: Mail | undefined;
  #delivering: Promise<void> | undefined;
  #isOver = false;

  constructor(store: Pick<Store, 'addresses' | 'receipts'>, world: World, mail: Mail | undefined) {
    this.#store = store;
    this.#world = world;
    this.#mail = mail;
  }

  async standing(holder: Holder): Promise<MailStanding> {
    const known = await this.#store.addresses.find(holder);
    const possible = this.#mail !== undefined;
    const standing = known ? standingOf(known, this.#world.clock.now()) : 'none';
    if (!known || standing === 'none') return { possible, standing, address: null, news: false };
    return { possible, standing, address: known.address && masked(known.address), news: known.news };
  }

  /** Mails a code to the address. Nobody gets more than a few of these, whoever asks for them. */
  async ask(holder: Holder, { address: typed, language, news }: MailWish): Promise<Asked> {
    if (!this.#mail) return refuse('noMail');
    const address = readAddress(typed);
    if (!address) return refuse('wrongAddress');
    const who = await this.#whoIsMailed(holder, address);
    if (!(await this.#mayMail(who))) return refuse('mailedEnough');
    const code = freshMailCode(this.#world.randomness.bytes(4));
    const id = freshId(this.#world.randomness);
    const codeHash = await hashOf(code, holder);
    const codeUntil = this.#world.clock.now() + HOUR;
    const brought = await this.#mail.post.bring({ ...codeLetter(code, language), to: address, id: `${id}.code` });
    if (brought === 'away') await this.#store.addresses.unspendMail(who);
    if (brought !== 'brought') return refuse(brought === 'refused' ? 'addressRefused' : 'mailAway');
    // Only now: what was confirmed before stays for as long as no other code went out.
    await this.#store.addresses.keep(holder, { id, address, language, news, codeHash, codeUntil });
    return { asked: true };
  }

  /** The same answer for a wrong code, an old one, and none. */
  async confirm(holder: Holder, typed: string): Promise<Asked> {
    const known = await this.#store.addresses.find(holder);
    if (known?.confirmed) return { asked: true };
    const expected = await this.#store.addresses.spendTry(holder, this.#world.clock.now());
    const given = expected && (await hashOf(typed.replace(/\D/g, '').slice(0, 20), holder));
    if (!expected || !given || !timingSafeEqual(expected, given)) return refuse('wrongMailCode');
    await this.#store.addresses.confirm(holder, expected);
    return { asked: true };
  }

  stop(holder: Holder): Promise<void> {
    return this.#store.addresses.remove(holder);
  }

  plan(holder: Holder, questions: readonly PlannedQuestion[]): Promise<void> {
    return this.#store.addresses.plan(holder, questions);
  }

  sawNews(holder: Holder): Promise<void> {
    return this.#store.addresses.sawNews(holder);
  }

  /** Brings what is due. What cannot be brought now is brought later, by whatever process looks then. */
  deliver(): Promise<void> {
    this.#delivering ??= this.#deliver().finally(() => (this.#delivering = undefined));
    return this.#delivering;
  }

  /** Resolves when what is under way was brought; nothing more goes out then. */
  async done(): Promise<void> {
    this.#isOver = true;
    await this.#delivering?.catch(() => undefined);
    this.#mail?.post.stop();
  }

  async erasePast(): Promise<void> {
    await this.#store.addresses.erasePast(this.#world.clock.now(), daysLater(this.#today(), -WEEK));
  }

  async #deliver(): Promise<void> {
    const now = this.#world.clock.now();
    if (!this.#mail || clockOf(now) < EARLIEST) return;
    const today = this.#today();
    await this.#store.addresses.gather(today, daysLater(today, 1));
    while (!this.#isOver) {
      const letters = await this.#store.addresses.claim(today, now, QUARTER);
      if (letters.length === 0) return;
      for (const [index, letter] of letters.entries())
        if (this.#isOver || !(await this.#bring(letter, this.#mail)))
          return this.#store.addresses.notTried(letters.slice(index), this.#world.clock.now() + QUARTER);
    }
  }

  /** False when nobody's mail is taken now. A crash after bringing brings it once more, under the same id. */
  async #bring(letter: DueLetter, { post, house }: Mail): Promise<boolean> {
    const id = Buffer.from(digest(`${letter.id}/${letter.question}`))
      .toString('hex')
      .slice(0, 32);
    const brought = await post.bring({ ...letterOf(letter.sort, house, letter.language), to: letter.to, id });
    if (brought === 'brought') await this.#store.addresses.brought(letter);
    else if (brought === 'refused' || (brought === 'later' && letter.tries >= MOST_TRIES)) await this.#store.addresses.failed(letter);
    return brought !== 'away';
  }

  async #whoIsMailed(holder: Holder, address: string): Promise<readonly Uint8Array[]> {
    const salt = await this.#store.receipts.salt(this.#world.randomness.bytes(32));
    return [keyedHash(salt, `address ${address.toLowerCase()}`), keyedHash(salt, `holder ${nameOf(holder)}`)];
  }

  #mayMail(who: readonly Uint8Array[]): Promise<boolean> {
    const today = this.#today();
    return this.#store.addresses.spendMail(who, today, daysLater(today, 1 - WEEK), CODES_A_WEEK);
  }

  #today(): string {
    return dayOf(this.#world.clock.now());
  }
}

export type Asked = { readonly asked: true } | Refusal;

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
/** In days. */
const WEEK = 7;
const CODES_A_WEEK = 3;
/** Some three and a half days. */
const MOST_TRIES = 10;
/** Nobody is woken by it. */
const EARLIEST = '08:00';

function standingOf({ address, confirmed, codeUntil }: StoredAddress, now: number): MailStanding['standing'] {
  if (address === null) return 'failed';
  if (confirmed) return 'confirmed';
  return (codeUntil ?? 0) > now ? 'waiting' : 'none';
}

/** One address as people write it, without anything that could make it two. Null when it is none. */
function readAddress(typed: string): string | null {
  const address = typed.trim();
  return address.length <= 254 && /^[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(address) ? address : null;
}

function masked(address: string): string {
  return `${address.slice(0, 1)}…${address.slice(address.lastIndexOf('@'))}`;
}

/** Six digits: enough for five tries within the hour. */
function freshMailCode(bytes: Uint8Array): string {
  return String(new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) % 1_000_000).padStart(6, '0');
}

async function hashOf(code: string, holder: Holder): Promise<Uint8Array> {
  return (await keysOf(code, digest(nameOf(holder)))).hash;
}

function nameOf(holder: Holder): string {
  return 'receipt' in holder ? Buffer.from(holder.receipt).toString('hex') : `${holder.conversation}/${holder.outcome}`;
}
