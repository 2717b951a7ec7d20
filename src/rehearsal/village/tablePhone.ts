import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { InputUse, Perspective } from '#conversation/format.ts';
import type { RunId, SeatId } from '#conversation/state.ts';
import type { MeShape, RunShape, ServedShape, StepShape } from '#conversation/views/shapes.ts';
import { join, receiptsOf, type Invitation } from '../hall/doors.ts';
import { Line } from '../hall/line.ts';
import type { Book } from './book.ts';
import type { Page, Pen } from './pen.ts';
import { type Outcome, Sitting } from './sitting.ts';
import { MINUTE, SECOND, type EveningTime } from './time.ts';

/** Somebody at the table for whom this phone can write now. */
export interface Writer {
  readonly sitting: Sitting;
  /** Of somebody without a phone. */
  readonly forSeat?: SeatId;
  /** What they may write in this step. */
  readonly uses: readonly InputUse[];
  readonly run: RunId;
}

export interface Village {
  readonly house: URL;
  readonly invitation: Invitation;
  readonly seed: string;
  readonly time: EveningTime;
  readonly book: Book;
  readonly pen: Pen;
}

/** One phone on a table: of its owner, of who it is handed on to, and of the others there through who writes for them. */
export class TablePhone {
  readonly line: Line;
  readonly #village: Village;
  readonly #table: number;
  readonly #chance: Chance;
  readonly #sittings: Sitting[] = [];

  constructor(village: Village, number: number, table: number) {
    this.#village = village;
    this.#table = table;
    this.#chance = chanceFrom(`${village.seed} phone ${number}`);
    this.line = new Line(village.house);
  }

  get sittings(): readonly Sitting[] {
    return this.#sittings;
  }

  get isAway(): boolean {
    return !this.line.isReachable;
  }

  get unanswered(): number {
    return this.#sittings.reduce((sum, sitting) => sum + sitting.unanswered, 0);
  }

  /** By the QR of the table. The first keeps the page open; for who comes after, the phone is handed on. */
  async comeIn(perspectives: readonly Perspective[]): Promise<Sitting> {
    const { invitation, time } = this.#village;
    const place = await join(this.line, { id: this.#chance.id(), invitation, perspectives, table: this.#table });
    const sitting = new Sitting(this.line, place, this.#chance, time);
    this.#sittings.push(sitting);
    if (this.#sittings.length === 1) await sitting.listen();
    await sitting.look();
    return sitting;
  }

  /** Takes the first of these roles that is free at the table. */
  async takeRole(sitting: Sitting, roles: readonly string[]): Promise<void> {
    const role = roles.find((each) => meOn(sitting)?.may.takeRole[each] === null);
    if (role !== undefined) await sitting.send({ type: 'takeRole', role });
    await sitting.look();
  }

  /** Somebody without a phone sits down here, with a ticket. */
  async seat(perspectives: readonly Perspective[], ticket: number): Promise<void> {
    await this.#owner?.send({ type: 'seatPerson', perspectives, ticket });
  }

  /** Who can write by this phone in the step that it shows. */
  async writers(): Promise<readonly Writer[]> {
    const writers: Writer[] = [];
    for (const sitting of this.#sittings) {
      await sitting.look();
      writers.push(...writersOn(sitting));
    }
    return writers;
  }

  /** Looks first. Who has gone writes nothing more, and nothing is tried that could only arrive too late. */
  async write(sitting: Sitting, page: Omit<Page, 'seat' | 'isAgain'>, tries = TRIES): Promise<void> {
    const { book, pen, time } = this.#village;
    if (!this.isAway) await sitting.look();
    else if (page.use.late === 'refuse') return;
    if (page.forSeat === undefined && meOn(sitting)?.me.here !== true) return;
    // Who has gone left their paper on the table: it is typed when the step is over.
    if (isGone(sitting, page))
      return page.use.late === 'refuse' ? undefined : time.plan(time.now() + MINUTE, () => this.write(sitting, page));
    const written = pen.write({ ...page, seat: sitting.place.seat, isAgain: tries < TRIES }, sitting.screen.everything);
    if (!written) return;
    const { mark, action } = written;
    await sitting.send(action, (outcome: Outcome) => {
      if ('accepted' in outcome) return book.taken(mark, outcome.accepted);
      book.refused(mark, outcome.refused);
      if (book.mayChooseAgain(mark) && tries > 1) time.plan(time.now() + SECOND, () => this.write(sitting, page, tries - 1));
    });
  }

  /** "Wij doen het anders": this table takes the open sheet of the step, when it may. */
  async doDifferently(): Promise<boolean> {
    const owner = this.#owner;
    await owner?.look();
    const { run, step } = owner?.screen ?? {};
    if (!owner || !run || !step?.openSheet || meOn(owner)?.may.openSheet !== null) return false;
    await owner.send({ type: 'openSheet', run: run.id, open: true });
    await this.write(owner, { run: run.id, use: step.openSheet });
    return true;
  }

  /** Somebody goes home, by the phone they share or said by who writes for them; never who owns the phone. */
  async somebodyLeaves(): Promise<boolean> {
    const goes = (await this.writers()).find(({ sitting, forSeat }) => forSeat !== undefined || sitting !== this.#owner);
    await goes?.sitting.send({ type: 'leave', ...(goes.forSeat && { forSeat: goes.forSeat }) });
    return goes !== undefined;
  }

  /** Everybody on this phone asks for the code of their terugleeskaart. */
  async codes(): Promise<readonly string[]> {
    const codes: string[] = [];
    for (const { place } of this.#sittings) {
      const { status, said } = await this.line.ask('POST', receiptsOf(place), {});
      if (status >= 300) throw new Error(`Nobody got a code: ${status} ${JSON.stringify(said)}`);
      codes.push((said as { readonly code: string }).code);
    }
    return codes;
  }

  loseNetwork(): void {
    this.line.loseNetwork();
  }

  async findNetwork(): Promise<void> {
    this.line.findNetwork();
    for (const sitting of this.#sittings) await sitting.catchUp();
  }

  close(): void {
    for (const sitting of this.#sittings) sitting.close();
    this.line.close();
  }

  get #owner(): Sitting | undefined {
    return this.#sittings[0];
  }
}

const TRIES = 4;

function meOn({ screen }: Sitting): MeShape | null {
  const me = screen.part('me', 'me');
  return me ? ({ me, may: screen.part('me', 'may') } as MeShape) : null;
}

function writersOn(sitting: Sitting): readonly Writer[] {
  const { screen } = sitting;
  const step = screen.step;
  const run: RunShape | null = screen.run;
  if (!step || !run || run.ended || meOn(sitting)?.me.here !== true) return [];
  const own = { sitting, run: run.id, uses: [...screen.mayWrite, ...privateIn(step)] };
  const served = Object.entries(screen.everything).flatMap(([key, value]) => {
    const [kind, seat] = key.split('/');
    if (kind !== 'serves') return [];
    const { here, may } = value as object as ServedShape;
    return here ? [{ sitting, run: run.id, forSeat: seat as SeatId, uses: usesFor(step, may.write) }] : [];
  });
  return [own, ...served];
}

function isGone({ screen }: Sitting, { run, forSeat }: Omit<Page, 'seat'>): boolean {
  const served = screen.part('me', `serves/${forSeat}`) as object as ServedShape | undefined;
  return forSeat !== undefined && run === screen.run?.id && served?.here !== true;
}

function usesFor({ inputs }: StepShape, may: ServedShape['may']['write']): readonly InputUse[] {
  return inputs.filter(({ key }) => may[key] === null);
}

function privateIn({ inputs }: StepShape): readonly InputUse[] {
  return inputs.filter((use) => use.private === true);
}
