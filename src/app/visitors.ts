import type { SeatId } from '#conversation/state.ts';
import type { ConversationId, DeviceId } from './ids.ts';
import type { Hints } from './ports.ts';
import type { People, ReachedSeat, Revocation, Visitor } from './ports/people.ts';
import { digest, freshId, freshSecret } from './secrets.ts';
import type { Randomness } from './world.ts';

/**
 * Who stands at the door: a device with a secret in its cookie, and the seats it may reach. Remembered in
 * memory, because every request asks; forgotten at once when something is taken away.
 */
export class Visitors {
  readonly #people: People;
  readonly #hints: Hints;
  readonly #randomness: Randomness;
  readonly #known = new Map<string, Known>();
  readonly #listeners: ((revocation: Revocation) => void)[] = [];
  #lastRevocation: number | undefined;

  constructor(people: People, hints: Hints, randomness: Randomness) {
    this.#people = people;
    this.#hints = hints;
    this.#randomness = randomness;
  }

  async newDevice(): Promise<{ readonly secret: string; readonly visitor: Visitor }> {
    const secret = freshSecret(this.#randomness);
    const device = freshId<DeviceId>(this.#randomness);
    await this.#people.addDevice(device, digest(secret));
    return { secret, visitor: { device, organiser: null, seats: [] } };
  }

  whoAsks(secret: string | undefined): Promise<Visitor | null> {
    if (secret === undefined || secret.length > LONGEST_SECRET) return Promise.resolve(null);
    const hash = digest(secret);
    const key = Buffer.from(hash).toString('base64url');
    const known = this.#known.get(key);
    if (known && known.until > performance.now()) return known.visitor;
    const coming: Known = { visitor: this.#people.findDevice(hash), device: null, until: performance.now() + REMEMBERED };
    this.#remember(key, coming);
    return coming.visitor;
  }

  /** The seat, if this visitor may reach it. What another process gave a moment ago counts. */
  async seatOf(visitor: Visitor, conversation: ConversationId, seat: SeatId): Promise<ReachedSeat | null> {
    const known = visitor.seats.find((reached) => reached.seat === seat && reached.conversation === conversation);
    if (known) return known;
    const reached = await this.#people.reaches(visitor.device, conversation, seat);
    if (reached) this.#forget(visitor.device);
    return reached;
  }

  async addSeat(visitor: Visitor, seat: ReachedSeat): Promise<boolean> {
    const added = await this.#people.addSeat(visitor.device, seat);
    this.#forget(visitor.device);
    return added;
  }

  /** Something about this device changed. */
  changed(visitor: Visitor): void {
    this.#forget(visitor.device);
  }

  /** Takes away and tells everybody: those who listen here at once, other processes by a hint. */
  async revoke(take: (people: People) => Promise<readonly Revocation[]>): Promise<number> {
    const revocations = await take(this.#people);
    for (const revocation of revocations) this.#tell(revocation);
    if (revocations.length > 0) this.#hints.tell('revoked');
    return revocations.length;
  }

  onRevoked(listener: (revocation: Revocation) => void): void {
    this.#listeners.push(listener);
  }

  /** What was taken away by other processes since the last time. */
  async poll(): Promise<void> {
    if (this.#lastRevocation === undefined) {
      this.#lastRevocation = await this.#people.lastRevocation();
      return;
    }
    for (const revocation of await this.#people.revocationsAfter(this.#lastRevocation)) {
      this.#lastRevocation = Math.max(this.#lastRevocation, revocation.number);
      this.#tell(revocation);
    }
  }

  #tell(revocation: Revocation): void {
    this.#forget(revocation.device);
    for (const listener of this.#listeners) listener(revocation);
  }

  #remember(key: string, coming: Known): void {
    this.#known.delete(key);
    this.#known.set(key, coming);
    const forget = () => {
      if (this.#known.get(key) === coming) this.#known.delete(key);
    };
    coming.visitor.then((visitor) => (visitor ? (coming.device = visitor.device) : forget()), forget);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }

  /** Also those still being looked up: their answer may be from just before. */
  #forget(device: DeviceId): void {
    for (const [key, known] of this.#known) if (known.device === device || known.device === null) this.#known.delete(key);
  }
}

interface Known {
  readonly visitor: Promise<Visitor | null>;
  /** Null until it was found. */
  device: DeviceId | null;
  readonly until: number;
}

const LONGEST_SECRET = 200;
const REMEMBERED = 60_000;
const MOST_REMEMBERED = 50_000;
