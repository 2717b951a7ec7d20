import type { Answer } from '#conversation/decision.ts';
import type { Phone, Witness, WrittenCard } from './phone.ts';
import { Times } from './times.ts';

/** A card the house said it has. */
export interface Acknowledged extends WrittenCard {
  readonly entry: string;
  readonly at: number;
  seenByOthers: number;
}

/** What people in the hall saw for themselves: nothing here comes from the house's own counters. */
export class Notes implements Witness {
  readonly ack = new Times();
  /** From the acknowledgement to the screen of somebody else at the table. */
  readonly push = new Times();
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly refusals: { [code: string]: number } = {};
  readonly #early = new Map<string, Set<Phone>>();
  readonly #onAccepted: (askedAt: number, at: number) => void;

  constructor(onAccepted: (askedAt: number, at: number) => void = () => undefined) {
    this.#onAccepted = onAccepted;
  }

  accepted(card: WrittenCard, { entry }: Answer, firstAskedAt: number, askedAt: number): void {
    const at = performance.now();
    this.ack.add(at - firstAskedAt);
    this.#onAccepted(askedAt, at);
    if (entry === undefined) return;
    const early = this.#early.get(entry);
    this.#early.delete(entry);
    this.acknowledged.set(entry, { ...card, entry, at, seenByOthers: 0 });
    for (const phone of early ?? []) this.saw(phone, entry);
  }

  refused(_card: WrittenCard, code: string): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  /** A card may be seen before its writer hears that it was taken: that is no time at all. Other tables see it only when it is released. */
  saw(phone: Phone, entry: string): void {
    const card = this.acknowledged.get(entry);
    if (!card) return void this.#early.set(entry, (this.#early.get(entry) ?? new Set()).add(phone));
    if (card.phone === phone || card.phone.screen.table !== phone.screen.table) return;
    card.seenByOthers++;
    this.push.add(Math.max(0, performance.now() - card.at));
  }
}
