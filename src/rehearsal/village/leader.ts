import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { FacilitatorAction, ParticipantAction } from '#conversation/action.ts';
import type { EntryId, SeatId, Wish } from '#conversation/state.ts';
import type { Answer } from '#conversation/decision.ts';
import type { FacilitatorShape, RunShape, StepShape } from '#conversation/views/shapes.ts';
import type { SentViews } from '#conversation/views/sent.ts';
import { actionsOf, type PlaceInHouse, viewOf } from '../hall/doors.ts';
import { Line } from '../hall/line.ts';
import { Screen } from '../hall/screen.ts';

/** Whoever leads the evening from the console, one tap at a time, and does what the console proposes. */
export class Leader {
  readonly #line: Line;
  readonly #place: PlaceInHouse;
  readonly #chance: Chance;
  readonly #screen = new Screen(() => undefined, true);
  readonly #seatsKnown = new Set<string>();

  constructor(house: URL, cookie: string, place: PlaceInHouse, seed: string) {
    this.#line = new Line(house, cookie);
    this.#place = place;
    this.#chance = chanceFrom(`${seed} leader`);
  }

  get seat(): string {
    return this.#place.seat;
  }

  get step(): StepShape | null {
    return this.#screen.step;
  }

  get run(): RunShape | null {
    return this.#screen.run;
  }

  get sheet(): FacilitatorShape['sheet'] {
    return (this.#screen.part('facilitator', 'sheet') as FacilitatorShape['sheet'] | undefined) ?? [];
  }

  /** The cards that lie on the console. */
  get everything(): Screen['everything'] {
    return this.#screen.everything;
  }

  async look(): Promise<void> {
    const { status, said } = await this.#line.ask('GET', viewOf(this.#place));
    if (status === 200) this.#screen.replace(said as object as SentViews);
  }

  /** Rejects when the house refuses: whoever leads does only what the console offers. */
  async act(action: FacilitatorAction | ParticipantAction): Promise<Answer> {
    const refused = await this.tryTo(action);
    if ('refused' in refused) throw new Error(`${action.type} was refused: ${refused.refused}`);
    return refused.answer;
  }

  async tryTo(action: FacilitatorAction | ParticipantAction): Promise<{ readonly answer: Answer } | { readonly refused: string }> {
    const { status, said } = await this.#line.ask('POST', actionsOf(this.#place), { id: this.#chance.id(), action });
    const { answer = {}, code = String(status) } = (said ?? {}) as { readonly answer?: Answer; readonly code?: string };
    return status < 300 ? { answer } : { refused: code };
  }

  async next(): Promise<void> {
    await this.act({ type: 'next', from: this.#screen.run?.id ?? null });
    await this.look();
  }

  /** Gives all that waits to the room, of every step but the current one. */
  async releaseAll(): Promise<void> {
    await this.look();
    for (const line of this.sheet) if (line.waiting > 0) await this.tryTo({ type: 'release', place: line.place });
  }

  /** A wish that contradicts another one is not made: so says the house, and so it stays. */
  async wish(wish: Wish['wish'], seats: readonly string[]): Promise<void> {
    await this.tryTo({ type: 'wish', wish, seats: seats as readonly SeatId[] });
  }

  /** Takes one card of the last look from every screen. */
  async hideOne(): Promise<void> {
    const card = Object.keys(this.everything).find((key) => key.startsWith('card/'));
    if (card) await this.tryTo({ type: 'hide', entry: card.slice('card/'.length) as EntryId, rule: 'name' });
  }

  /** The people without a phone, as the page with the tables shows them; only those who came since the last look. */
  async newcomers(): Promise<readonly SeatId[]> {
    const page = await this.#line.page(`/leiden/${this.#place.conversation}/${this.#place.seat}/tafels`);
    const all = [...page.matchAll(/\/voor\/([\w-]+)"/g)].flatMap(([, seat]) => seat ?? []);
    const fresh = [...new Set(all)].filter((seat) => !this.#seatsKnown.has(seat));
    for (const seat of fresh) this.#seatsKnown.add(seat);
    return fresh as SeatId[];
  }

  close(): void {
    this.#line.close();
  }
}
