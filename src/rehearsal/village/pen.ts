import type { InputUse } from '#conversation/format.ts';
import type { Chance } from '#conversation/chance.ts';
import type { FlatView } from '#conversation/channel.ts';
import type { Inputs } from '#conversation/input.ts';
import type { RunId, SeatId } from '#conversation/state.ts';
import type { ParticipantAction } from '#conversation/action.ts';
import type { TableShape } from '#conversation/views/shapes.ts';
import { imagined } from '../imagine.ts';
import { markedSentence } from '../sentences.ts';
import type { Book } from './book.ts';

/** What is written for whom, and in which step it was said. */
export interface Page {
  readonly run: RunId;
  readonly use: InputUse;
  readonly seat: string;
  /** Nobody's phone is theirs: somebody else types. */
  readonly forSeat?: SeatId;
  /** Instead of a choice that could not be made. */
  readonly isAgain?: boolean;
}

export type Write = Extract<ParticipantAction, { type: 'write' }>;

/** Writes as people do, with a mark by which every word is found again. */
export class Pen {
  readonly #inputs: Inputs;
  readonly #book: Book;
  readonly #chance: Chance;
  readonly #now: () => number;
  readonly #filled = new Map<string, number>();

  constructor(inputs: Inputs, book: Book, chance: Chance, now: () => number) {
    this.#inputs = inputs;
    this.#book = book;
    this.#chance = chance;
    this.#now = now;
  }

  /** Null when there is nothing to write here, or nothing more. Words for oneself alone stay on the phone. */
  write({ run, use, seat, forSeat, isAgain }: Page, screen: FlatView): { readonly mark: string; readonly action: Write } | null {
    const { by, maximum } = use as InputUse & { readonly by?: 'seat' | 'table'; readonly maximum?: number };
    const { number = 0 } = (screen['table'] ?? {}) as Partial<TableShape['table']>;
    const place = `${run} ${use.key} ${by === 'table' ? number : (forSeat ?? seat)}`;
    const filled = this.#filled.get(place) ?? 0;
    if (!isAgain && filled >= (maximum ?? (use.kind === 'card' ? MOST_CARDS : 1))) return null;
    const mark = this.#book.mark();
    const sentence = () => markedSentence(mark, this.#chance);
    const act = imagined(use, this.#inputs, screen, { chance: this.#chance, now: this.#now(), sentence });
    if (act === null) return null;
    this.#filled.set(place, filled + 1);
    if (use.private) {
      this.#book.onlyOnPhones.push(mark);
      return null;
    }
    const isBallot = this.#inputs[use.kind]?.secret(use) ?? false;
    this.#book.wrote({ mark, kind: isBallot ? 'ballot' : 'entry', hasWords: JSON.stringify(act).includes(mark) });
    const kept = use.kind === 'card' && this.#chance.below(KEPT_ONE_IN) === 0;
    return { mark, action: { type: 'write', run, input: use.key, act, kept, ...(forSeat && { forSeat }) } };
  }
}

const MOST_CARDS = 3;
const KEPT_ONE_IN = 8;
