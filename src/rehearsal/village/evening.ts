import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { Format } from '#conversation/format.ts';
import { takesPart } from '#conversation/lookup.ts';
import { type MinuteOfDay, planOf, replan } from '#conversation/plan.ts';
import type { SeatId, State, Wish } from '#conversation/state.ts';
import { type Guest, guestsOf } from './guests.ts';
import type { Leader } from './leader.ts';
import { PaperPile } from './paperPile.ts';
import { TablePhone, type Village } from './tablePhone.ts';
import { TableTalk } from './tableTalk.ts';
import { MINUTE, SECOND } from './time.ts';

export interface EveningPlan extends Village {
  readonly format: Format;
  readonly people: number;
  readonly phones: number;
  readonly tables: number;
  readonly leader: Leader;
  /** When the first step begins. The doors open half an hour before. */
  readonly begins: number;
  /** How many minutes the first step runs over. */
  readonly late: number;
  /** What is told beforehand: when this step begins, as the minute of the day. */
  readonly promise: { readonly phase: string; readonly at: number } | null;
  readonly minuteOfDay: MinuteOfDay;
  /** What the house holds: to see when every phone shows it. */
  held(): Promise<State>;
}

/** Real milliseconds that the house took to seat everybody anew, until the last phone showed its table. */
export interface Played {
  readonly reshuffleMs: number;
  /** Who came in, with and without a phone. */
  readonly phones: number;
  readonly handedOn: number;
  readonly withoutPhone: number;
  readonly leftEarly: number;
  /** A table left the form of a step and wrote an open sheet. */
  readonly differently: boolean;
}

/** An evening in a village hall, from the doors to the last release, as one who leads and forty others would do it. */
export class VillageEvening {
  readonly #plan: EveningPlan;
  readonly #chance: Chance;
  readonly #phones: TablePhone[] = [];
  readonly #talk: TableTalk;
  readonly #pile: PaperPile;
  /** People whose papers are for whoever leads. */
  #unserved: readonly SeatId[] = [];
  #different: TablePhone | undefined;
  #handedOn = 0;
  #tickets = 0;
  #leftEarly = 0;

  constructor(plan: EveningPlan) {
    this.#plan = plan;
    this.#chance = chanceFrom(`${plan.seed} evening`);
    this.#talk = new TableTalk(plan.time, this.#chance);
    this.#pile = new PaperPile(plan, plan.leader, this.#chance);
  }

  async play(): Promise<Played> {
    const { time, begins, leader, people, phones, seed } = this.#plan;
    const { withPhone, others } = guestsOf(people, phones, seed);
    await leader.look();
    if (this.#plan.promise) await leader.act({ type: 'promise', ...this.#plan.promise });
    await leader.act({ type: 'open' });
    this.#arrive(withPhone, others);
    await time.until(begins - 4 * MINUTE);
    const reshuffleMs = await this.#sitDownAnew();
    await time.until(begins);
    await this.#steps(others.filter((guest) => guest.leavesEarly).length);
    return {
      reshuffleMs,
      phones: withPhone.length,
      handedOn: this.#handedOn,
      withoutPhone: this.#tickets,
      leftEarly: this.#leftEarly,
      differently: this.#different !== undefined,
    };
  }

  close(): void {
    for (const phone of this.#phones) phone.close();
    this.#plan.leader.close();
  }

  /** First a phone on every table, then everybody else; who is late comes during the first steps. */
  #arrive(withPhone: readonly Guest[], others: readonly Guest[]): void {
    const { time, begins, tables, format } = this.#plan;
    const roles = rolesToTake(format);
    withPhone.forEach((guest, index) => {
      const phone = new TablePhone(this.#plan, index, 1 + (index % tables));
      this.#phones.push(phone);
      time.plan(begins - 25 * MINUTE + index * SECOND, async () => {
        const sitting = await phone.comeIn(guest.perspectives);
        await phone.takeRole(sitting, roles);
      });
    });
    others.forEach((guest, index) => {
      const onTime = begins - 20 * MINUTE + (index * 15 * MINUTE) / others.length;
      const at = guest.isLate ? begins + this.#chance.next() * LATEST_MINUTES * MINUTE : onTime;
      const phone = this.#phones[index % this.#phones.length];
      const shares = this.#canServe ? 1 : 2;
      const handsOn = phone !== undefined && !guest.isLate && index < shares * this.#phones.length;
      time.plan(at, () => (handsOn ? this.#handOn(phone, guest, roles) : this.#comeWithTicket(guest, this.#canServe ? phone : undefined)));
    });
  }

  /** Whether people at the tables may write for those without a phone. */
  get #canServe(): boolean {
    return this.#plan.format.roles.some(({ task }) => WRITING.includes(task));
  }

  async #handOn(phone: TablePhone, guest: Guest, roles: readonly string[]): Promise<void> {
    this.#handedOn++;
    const sitting = await phone.comeIn(guest.perspectives);
    await phone.takeRole(sitting, roles);
  }

  /** By whoever writes at a table; where nobody does, whoever leads finds them a place. */
  async #comeWithTicket({ perspectives }: Guest, phone: TablePhone | undefined): Promise<void> {
    this.#tickets++;
    if (phone && !phone.isAway) await phone.seat(perspectives, this.#tickets);
    else await this.#plan.leader.act({ type: 'seatPerson', perspectives, ticket: this.#tickets });
  }

  /** Who shares a phone stays together, phones stay at their table, and some would rather not sit with each other. */
  async #sitDownAnew(): Promise<number> {
    const { leader, tables, people } = this.#plan;
    for (const { sittings } of this.#phones) {
      const [owner, ...others] = sittings.map(({ place }) => place.seat);
      if (owner === undefined) continue;
      await this.#wish('stays', owner);
      for (const other of others) await this.#wish('together', owner, other);
    }
    const withoutPhone = await leader.newcomers();
    if (!this.#canServe) this.#unserved = withoutPhone;
    const strangers = this.#chance.shuffle(withoutPhone);
    for (let pair = 0; pair < Math.ceil(people / 20); pair++) {
      const [one, other, third] = strangers.splice(0, 3);
      if (one && other) await this.#wish('apart', one, other);
      if (one && third) await this.#wish('together', one, third);
    }
    const begin = performance.now();
    await leader.act({ type: 'reshuffle', tables });
    const { seats } = await this.#plan.held();
    for (const { sittings } of this.#phones)
      await sittings[0]?.shows((screen) => screen.table === seats.get(sittings[0]?.place.seat ?? '')?.table);
    return Math.round(performance.now() - begin);
  }

  /** One tap after another, as a finger does. */
  async #wish(wish: Wish['wish'], ...seats: readonly string[]): Promise<void> {
    await this.#plan.leader.wish(wish, seats);
    await this.#plan.time.until(this.#plan.time.now() + 3 * SECOND);
  }

  async #steps(leavers: number): Promise<void> {
    const { leader, time, late } = this.#plan;
    await leader.look();
    const count = leader.sheet.length;
    const total = leader.sheet.reduce((sum, { minutes }) => sum + minutes, 0);
    this.#cutTheLine(total);
    const goes = this.#chance.shuffle(Array.from({ length: leavers }, (_, index) => index + Math.ceil(count / 2)));
    for (let step = 0; step < count; step++) {
      await leader.next();
      await this.#everybodySees();
      const now = leader.sheet.find((line) => line.state === 'now');
      const begins = time.now();
      const ends = begins + ((now?.minutes ?? 0) + (step === 0 ? late : this.#cue())) * MINUTE;
      const different = await this.#doesItDifferently(step >= count / 2);
      await this.#talk.during(
        this.#phones.filter((phone) => phone !== different),
        { begins, ends },
      );
      this.#pile.during(this.#unserved, { begins, ends });
      for (const _ of goes.filter((index) => index === step)) time.plan((begins + ends) / 2, () => this.#somebodyLeaves());
      await time.until(ends);
      await this.#winBack();
      await time.until(this.#nextBegins(step + 1));
    }
    await this.#closeTheEvening();
  }

  /** The internet of the hall is away for twenty minutes: what is written waits on the phones. */
  #cutTheLine(minutes: number): void {
    const { time, begins } = this.#plan;
    const cut = begins + 0.35 * minutes * MINUTE;
    const back = cut + Math.min(CUT_MINUTES, minutes / 3) * MINUTE;
    time.plan(cut, async () => {
      for (const phone of this.#phones) phone.loseNetwork();
    });
    time.plan(back, async () => {
      for (const phone of this.#phones) await phone.findNetwork();
    });
  }

  async #everybodySees(): Promise<void> {
    const run = this.#plan.leader.run?.id;
    for (const { isAway, sittings } of this.#phones) if (!isAway) await sittings[0]?.shows((screen) => screen.run?.id === run);
  }

  /** A break without a clock ends when the kitchen says so, a little sooner or later than planned: minutes. */
  #cue(): number {
    const { step } = this.#plan.leader;
    return step?.kind === 'break' && step.timer === 'none' ? this.#chance.below(3) - 1 : 0;
  }

  /** Does at once what the console offers. */
  async #winBack(): Promise<void> {
    const { leader, time, minuteOfDay } = this.#plan;
    await leader.releaseAll();
    const { shorter } = replan(leader.sheet, leader.run, time.now(), minuteOfDay);
    for (const { line, by } of shorter) await leader.act({ type: 'setMinutes', phase: line.phase, minutes: line.minutes - by });
    await leader.look();
  }

  /** At once, or when it was promised. */
  #nextBegins(next: number): number {
    const { leader, time, minuteOfDay } = this.#plan;
    const isPromised = leader.sheet[next]?.promised != null;
    return (isPromised && planOf(leader.sheet, leader.run, time.now(), minuteOfDay).starts[next]) || time.now();
  }

  /** Once in an evening, at the first step that lends itself to it. */
  async #doesItDifferently(isTime: boolean): Promise<TablePhone | undefined> {
    const phone = this.#phones.at(-1);
    if (!isTime || this.#different || !phone || phone.isAway || !(await phone.doDifferently())) return undefined;
    this.#different = phone;
    return phone;
  }

  async #somebodyLeaves(): Promise<void> {
    const phone = this.#chance.pick(this.#phones.filter(({ isAway }) => !isAway));
    if (await phone?.somebodyLeaves()) this.#leftEarly++;
  }

  /** Only when nothing waits on a phone any more. */
  async #closeTheEvening(): Promise<void> {
    const { leader, time } = this.#plan;
    for (let patience = 0; patience < 60 && this.#phones.some(({ unanswered }) => unanswered > 0); patience++) {
      await time.until(time.now() + 5 * SECOND);
      for (const phone of this.#phones) await phone.findNetwork();
    }
    await leader.releaseAll();
    await leader.hideOne();
    await leader.act({ type: 'close' });
    await leader.releaseAll();
  }
}

/** Roles with a task at the tables, first who writes. */
function rolesToTake(format: Format): readonly string[] {
  const order = (task: string) => WRITING.indexOf(task) >>> 0;
  const atTables = format.roles.filter((role) => takesPart(role) && role.task !== 'takePart');
  return atTables.toSorted((one, other) => order(one.task) - order(other.task)).map(({ id }) => id);
}

const WRITING: readonly string[] = ['scribe', 'hostTable'];
const CUT_MINUTES = 20;
const LATEST_MINUTES = 15;
