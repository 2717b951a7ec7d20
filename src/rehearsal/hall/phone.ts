import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { Answer } from '#conversation/decision.ts';
import type { Inputs } from '#conversation/input.ts';
import type { Perspective } from '#conversation/format.ts';
import type { Json } from '#conversation/words.ts';
import { imagined } from '../imagine.ts';
import { markedSentence } from '../sentences.ts';
import { streamOf, actionsOf, cardsOf, join, type Invitation, type PlaceInHouse } from './doors.ts';
import { Line } from './line.ts';
import { Listening } from './listening.ts';
import { Outbox, type Sending } from './outbox.ts';
import { Screen } from './screen.ts';

/** A card that somebody wrote, with the mark by which its words are found again. */
export interface WrittenCard {
  readonly phone: Phone;
  readonly mark: string;
}

/** What whoever measures wants to hear. Times are by `performance.now()`. */
export interface Witness {
  accepted(card: WrittenCard, answer: Answer, firstAskedAt: number, askedAt: number): void;
  refused(card: WrittenCard, code: string): void;
  saw(phone: Phone, card: string): void;
}

/** One participant with one phone: joins, looks, writes now and then. */
export class Phone {
  readonly number: number;
  readonly line: Line;
  readonly screen: Screen;
  readonly #witness: Witness;
  readonly #chance: Chance;
  readonly #cards = new Map<string, WrittenCard>();
  #written = 0;
  #place: PlaceInHouse | undefined;
  #listening: Listening | undefined;
  #outbox: Outbox | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(number: number, house: URL, seed: string, witness: Witness) {
    this.number = number;
    this.line = new Line(house);
    this.screen = new Screen((card) => witness.saw(this, card));
    this.#witness = witness;
    this.#chance = chanceFrom(`${seed} phone ${number}`);
  }

  get waiting(): number {
    return this.#outbox?.waiting.length ?? 0;
  }

  get streams(): number {
    return this.#listening?.opened ?? 0;
  }

  /** Comes in by the QR and looks: resolves when everything is on the screen. */
  async join(invitation: Invitation, onSeated: () => void = () => undefined): Promise<void> {
    const perspectives: Perspective[] = [this.#chance.pick(SIDES) ?? 'resident'];
    const place = await join(this.line, { id: this.#chance.id(), invitation, perspectives });
    onSeated();
    this.#sit(place);
    await this.#listening?.open();
  }

  /** Writes about once in so many milliseconds, from a random moment on, whenever there is something to write. */
  writeEvery(milliseconds: number, inputs: Inputs): void {
    const again = () => {
      this.write(inputs);
      this.#timer = setTimeout(again, milliseconds * (0.8 + 0.4 * this.#chance.next()));
    };
    this.#timer = setTimeout(again, milliseconds * this.#chance.next());
  }

  stopWriting(): void {
    clearTimeout(this.#timer);
  }

  /** One card, if this moment offers anything to write. */
  write(inputs: Inputs): void {
    const { run, mayWrite } = this.screen;
    const use = this.#chance.pick(mayWrite);
    if (!run || !use) return;
    const mark = `p${this.number}k${this.#written}`;
    const sentence = () => markedSentence(mark, this.#chance);
    const act = imagined(use, inputs, {}, { chance: this.#chance, now: Date.now(), sentence });
    if (act === null) return;
    this.#written++;
    const id = this.#chance.id();
    this.#cards.set(id, { phone: this, mark });
    this.#outbox?.send({ id, action: { type: 'write', run: run.id, input: use.key, act, kept: false } });
  }

  /** All its own cards as the house gives them back, by their id; null when the house does not answer. */
  async readBack(): Promise<ReadonlyMap<string, string> | null> {
    if (!this.#place) return null;
    const heard = await this.line.ask('GET', cardsOf(this.#place)).catch(() => null);
    if (heard?.status !== 200) return null;
    const { cards } = heard.said as { readonly cards: readonly { readonly id: string; readonly card: Json }[] };
    return new Map(cards.map(({ id, card }) => [id, JSON.stringify(card)]));
  }

  /** As when somebody walks through a tunnel. */
  loseNetwork(): void {
    this.#listening?.cut();
  }

  close(): void {
    this.stopWriting();
    this.#outbox?.close();
    this.#listening?.close();
    this.line.close();
  }

  #sit(place: PlaceInHouse): void {
    const next = () => this.#chance.next();
    this.#place = place;
    this.#listening = new Listening(this.line, streamOf(place), this.screen, next);
    this.#outbox = new Outbox(
      this.line,
      actionsOf(place),
      {
        accepted: (sending, answer, first, asked) => this.#settle(sending, (card) => this.#witness.accepted(card, answer, first, asked)),
        refused: (sending, code) => this.#settle(sending, (card) => this.#witness.refused(card, code)),
      },
      next,
    );
  }

  #settle({ id }: Sending, tell: (card: WrittenCard) => void): void {
    const card = this.#cards.get(id);
    this.#cards.delete(id);
    if (card) tell(card);
  }
}

const SIDES = ['resident', 'professional', 'municipality'] as const satisfies readonly Perspective[];
