import { setTimeout as pause } from 'node:timers/promises';
import type { Inputs } from '#conversation/input.ts';
import type { Invitation } from './doors.ts';
import type { Facilitator } from './facilitator.ts';
import type { Notes } from './notes.ts';
import { Phone } from './phone.ts';
import { Times } from './times.ts';

export interface HallPlan {
  readonly house: URL;
  readonly phones: number;
  readonly invitation: Invitation;
  readonly inputs: Inputs;
  readonly seed: string;
  readonly notes: Notes;
}

/** A hall full of phones in one conversation. The steps are called in turn; whoever calls may measure in between. */
export class Hall {
  readonly phones: readonly Phone[];
  /** From asking to come in, to having a seat; and to having everything on the screen. */
  readonly seated = new Times();
  readonly joined = new Times();
  /** How often somebody had to try again, with the first reason why. */
  turnedAway: { count: number; reason: string } = { count: 0, reason: '' };
  /** Who never came in. */
  shutOut = 0;
  readonly #plan: HallPlan;

  constructor(plan: HallPlan) {
    this.#plan = plan;
    this.phones = Array.from({ length: plan.phones }, (_, index) => new Phone(index, plan.house, plan.seed, plan.notes));
  }

  /** Everybody comes in, evenly spread over so many seconds, whether or not those before are in already. */
  async gather(seconds: number): Promise<void> {
    const begin = performance.now();
    await Promise.all(
      this.phones.map(async (phone, index) => {
        await pause(Math.max(0, begin + (index * seconds * 1_000) / this.phones.length - performance.now()));
        await this.#join(phone);
      }),
    );
  }

  /** Everybody writes now and then, while the facilitator goes through the rounds and gives each of them to the room. */
  async write(seconds: number, rounds: number, facilitator: Facilitator | null): Promise<void> {
    this.startWriting(WRITE_EVERY_MS);
    for (let round = 1; round <= rounds; round++) {
      await pause((seconds * 1_000) / rounds);
      if (round < rounds) await facilitator?.goOn();
    }
    this.stopWriting();
  }

  startWriting(every: number): void {
    for (const phone of this.phones) phone.writeEvery(every, this.#plan.inputs);
  }

  stopWriting(): void {
    for (const phone of this.phones) phone.stopWriting();
  }

  /** Waits until all that was written has been answered and seen, or until patience is over. */
  async settle(patience: number): Promise<void> {
    const until = performance.now() + patience;
    while (this.waiting > 0 && performance.now() < until) await pause(50);
    await pause(1_500);
  }

  /** Everybody walks through a tunnel and comes back. Resolves when all streams are back, or after the patience. */
  async loseNetwork(patience: number): Promise<number> {
    const before = this.phones.map((phone) => phone.streams);
    for (const phone of this.phones) phone.loseNetwork();
    const until = performance.now() + patience;
    const away = () => this.phones.filter((phone, index) => phone.streams <= (before[index] ?? 0)).length;
    while (away() > 0 && performance.now() < until) await pause(100);
    return away();
  }

  /** Cards that the house said it had and that a phone does not get back, or not with its words. */
  async missing(): Promise<number> {
    const kept = new Map<Phone, ReadonlyMap<string, string> | null>();
    for (let from = 0; from < this.phones.length; from += READ_AT_ONCE) {
      const some = this.phones.slice(from, from + READ_AT_ONCE);
      await Promise.all(some.map(async (phone) => kept.set(phone, (await phone.readBack()) ?? (await phone.readBack()))));
    }
    const cards = [...this.#plan.notes.acknowledged.values()];
    return cards.filter(({ phone, entry, mark }) => !kept.get(phone)?.get(entry)?.includes(`${mark} `)).length;
  }

  /** Words that still stand on phones. */
  get waiting(): number {
    return this.phones.reduce((sum, phone) => sum + phone.waiting, 0);
  }

  /** How many pairs of a card and a phone at its table never came together. */
  get unseen(): number {
    const atTable = new Map<number | null, number>();
    for (const { screen } of this.phones) atTable.set(screen.table, (atTable.get(screen.table) ?? 0) + 1);
    const cards = [...this.#plan.notes.acknowledged.values()];
    return cards.reduce((sum, card) => sum + Math.max(0, (atTable.get(card.phone.screen.table) ?? 1) - 1 - card.seenByOthers), 0);
  }

  close(): void {
    for (const phone of this.phones) phone.close();
  }

  /** Whoever is not let in at once tries again for a while, as people do. */
  async #join(phone: Phone): Promise<void> {
    const begin = performance.now();
    for (;;) {
      try {
        await phone.join(this.#plan.invitation, () => this.seated.add(performance.now() - begin));
        return this.joined.add(performance.now() - begin);
      } catch (error) {
        this.turnedAway = { count: this.turnedAway.count + 1, reason: this.turnedAway.reason || String(error) };
        if (performance.now() - begin > JOIN_PATIENCE_MS) return void this.shutOut++;
        await pause(1_000);
      }
    }
  }
}

/** As in a hall: people think longer than they write. */
const WRITE_EVERY_MS = 10_000;
const JOIN_PATIENCE_MS = 60_000;
const READ_AT_ONCE = 16;
