import type { ParticipantAction } from '#conversation/action.ts';
import type { Answer } from '#conversation/decision.ts';
import { realTime, type Time } from '../crowd/time.ts';
import type { Heard, Line } from './line.ts';

export interface Sending {
  readonly id: string;
  readonly action: ParticipantAction;
}

export interface Outcomes {
  /** `askedAt`: when the try that was answered began. Both by `performance.now()`. */
  accepted(sending: Sending, answer: Answer, firstAskedAt: number, askedAt: number): void;
  refused(sending: Sending, code: string): void;
}

/** Keeps what a person did until the house has it: in order, one at a time, under the same id however often it has to try. */
export class Outbox {
  readonly #line: Line;
  readonly #address: string;
  readonly #outcomes: Outcomes;
  readonly #chance: () => number;
  readonly #waiting: Sending[] = [];
  readonly #time: Time;
  #endRest: () => void = () => undefined;
  #isClosed = false;
  #sending = false;

  constructor(line: Line, address: string, outcomes: Outcomes, chance: () => number, time: Time = realTime()) {
    this.#line = line;
    this.#address = address;
    this.#outcomes = outcomes;
    this.#chance = chance;
    this.#time = time;
  }

  get waiting(): readonly Sending[] {
    return this.#waiting;
  }

  send(sending: Sending): void {
    this.#waiting.push(sending);
    if (!this.#sending) void this.#sendAll();
  }

  /** Does not wait for the next try, as a phone that hears it has network again. */
  wake(): void {
    this.#endRest();
  }

  close(): void {
    this.#isClosed = true;
    this.wake();
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    for (let next = this.#waiting[0]; next && !this.#isClosed; next = this.#waiting[0]) {
      await this.#sendUntilAnswered(next);
      if (!this.#isClosed) this.#waiting.shift();
    }
    this.#sending = false;
  }

  async #sendUntilAnswered(sending: Sending): Promise<void> {
    const firstAskedAt = performance.now();
    for (let failures = 0; !this.#isClosed; failures++) {
      const askedAt = performance.now();
      const heard = await this.#line.ask('POST', this.#address, { id: sending.id, action: sending.action }).catch(() => null);
      const answer = heard && acceptance(heard);
      const refusal = heard && refusalIn(heard);
      if (answer) return this.#outcomes.accepted(sending, answer, firstAskedAt, askedAt);
      if (refusal) return this.#outcomes.refused(sending, refusal);
      if (!this.#isClosed) await this.#rest(heard?.status === 429 ? (heard.retryAfter ?? 2) : this.#patience(failures));
    }
  }

  #rest(seconds: number): Promise<void> {
    return new Promise((rested) => {
      const callOff = this.#time.after(seconds, rested);
      this.#endRest = () => {
        callOff();
        rested();
      };
    });
  }

  /** The same as a real phone's, in seconds: a hall that comes back all at once would push itself over. */
  #patience(failures: number): number {
    return Math.min(10, 2 ** failures) * (0.5 + this.#chance() / 2);
  }
}

function acceptance({ status, said }: Heard): Answer | null {
  const { accepted, answer } = (said ?? {}) as { readonly accepted?: boolean; readonly answer?: Answer };
  return status < 300 && accepted === true ? (answer ?? {}) : null;
}

function refusalIn({ status, said }: Heard): string | null {
  const { code } = (said ?? {}) as { readonly code?: string };
  return status >= 400 && status < 500 && status !== 429 && code ? code : null;
}
