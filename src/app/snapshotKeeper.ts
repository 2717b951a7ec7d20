import { RULES_VERSION } from '#conversation/event.ts';
import type { Held } from './held.ts';
import type { ConversationId } from './ids.ts';
import type { Snapshots } from './ports/snapshots.ts';
import { partsOf } from './snapshot.ts';
import type { Log } from './world.ts';

/** Makes snapshots one at a time, beside everything else: when one fails, nothing is lost but time later. */
export class SnapshotKeeper {
  readonly #snapshots: Snapshots;
  readonly #log: Log;
  readonly #lastOf = new Map<ConversationId, number>();
  #busy: Promise<void> | undefined;

  constructor(snapshots: Snapshots, log: Log) {
    this.#snapshots = snapshots;
    this.#log = log;
  }

  /** From which snapshot a conversation was loaded. */
  knows(conversation: ConversationId, number: number): void {
    this.#lastOf.set(conversation, number);
  }

  forget(conversation: ConversationId): void {
    this.#lastOf.delete(conversation);
  }

  /** Makes one when loading would have to fold a long tail. While one is being made others wait for their next change. */
  consider(conversation: ConversationId, held: Held): void {
    const tail = held.last - (this.#lastOf.get(conversation) ?? 0);
    if (this.#busy || tail < Math.max(LONGEST_TAIL, held.last * LARGEST_PART)) return;
    this.#busy = this.#make(conversation, held).finally(() => (this.#busy = undefined));
  }

  async done(): Promise<void> {
    await this.#busy;
  }

  async #make(conversation: ConversationId, { situation, last }: Held): Promise<void> {
    this.#lastOf.set(conversation, last);
    try {
      await this.#snapshots.keep(conversation, { number: last, rulesVersion: RULES_VERSION, parts: partsOf(situation.state) });
    } catch {
      this.#log('warn', 'A snapshot could not be made; the next is tried later.', { conversation });
    }
  }
}

const LONGEST_TAIL = 2_000;
const LARGEST_PART = 0.05;
