import type { InputUse } from '#conversation/format.ts';
import type { RunId, SeatId } from '#conversation/state.ts';
import type { StepShape } from '#conversation/views/shapes.ts';
import type { Draft, Typed } from '#inputs/look.ts';
import type { OpenSeat } from '#phone/index.ts';
import type { Later } from './later.ts';

/** A form that somebody is filling in: enough to show it again, also when its step is over. */
export interface Writing {
  readonly run: RunId;
  readonly use: InputUse;
  readonly step: StepShape;
  /** Somebody without a phone, whose words these are. */
  readonly forSeat?: SeatId | undefined;
}

/** What was typed and not sent stays on this device. */
export class Drafts {
  readonly #notes: OpenSeat['notes'];
  readonly #later: Later;

  constructor(notes: OpenSeat['notes'], later: Later) {
    this.#notes = notes;
    this.#later = later;
  }

  of(writing: Writing): Draft {
    const key = keyOf(writing);
    return {
      load: async () => read(await this.#notes.read(key))?.typed ?? [],
      keep: (typed) =>
        this.#later.plan(key, () => void this.#notes.write(key, typed.length === 0 ? '' : JSON.stringify({ ...writing, typed }))),
      drop: () => this.#later.plan(key, () => void this.#notes.write(key, '')),
    };
  }

  /** What was left behind, at whatever step. */
  async all(): Promise<readonly Writing[]> {
    this.#later.flush();
    const notes = Object.entries(await this.#notes.all());
    return notes.flatMap(([key, words]) => (key.startsWith(PREFIX) ? (read(words) ?? []) : []));
  }
}

export function keyOf({ run, use, forSeat }: Writing): string {
  return `${PREFIX}${run}/${use.key}${forSeat ? `/${forSeat}` : ''}`;
}

interface Kept extends Writing {
  readonly typed: Typed;
}

function read(words: string): Kept | undefined {
  return words === '' ? undefined : (JSON.parse(words) as Kept);
}

const PREFIX = 'draft/';
