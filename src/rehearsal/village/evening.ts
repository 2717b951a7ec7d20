import { type Chance, chanceFrom } from '#conversation/chance.ts';
import { planOf, replan } from '#conversation/plan.ts';
import { Arrival } from './arrival.ts';
import { guestsOf } from './guests.ts';
import { PaperPile } from './paperPile.ts';
import type { EveningPlan } from './plan.ts';
import type { TablePhone } from './tablePhone.ts';
import { TableTalk } from './tableTalk.ts';
import { MINUTE, SECOND } from './time.ts';

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
  readonly #arrival: Arrival;
  readonly #talk: TableTalk;
  readonly #pile: PaperPile;
  #different: TablePhone | undefined;
  #leftEarly = 0;

  constructor(plan: EveningPlan) {
    this.#plan = plan;
    this.#chance = chanceFrom(`${plan.seed} evening`);
    this.#arrival = new Arrival(plan, this.#chance);
    this.#talk = new TableTalk(plan.time, this.#chance);
    this.#pile = new PaperPile(plan, plan.leader, this.#chance);
  }

  async play(): Promise<Played> {
    const { time, begins, leader, people, phones, seed } = this.#plan;
    const { withPhone, others } = guestsOf(people, phones, seed);
    await leader.look();
    if (this.#plan.promise) await leader.act({ type: 'promise', ...this.#plan.promise });
    await leader.act({ type: 'open' });
    this.#arrival.come(withPhone, others);
    await time.until(begins - 4 * MINUTE);
    const reshuffleMs = await this.#arrival.sitDownAnew();
    await time.until(begins);
    await this.#steps(others.filter((guest) => guest.leavesEarly).length);
    return {
      reshuffleMs,
      phones: withPhone.length,
      handedOn: this.#arrival.handedOn,
      withoutPhone: this.#arrival.tickets,
      leftEarly: this.#leftEarly,
      differently: this.#different !== undefined,
    };
  }

  /** The codes of all who came with a phone, or were handed one. */
  async codes(): Promise<readonly string[]> {
    const codes: string[] = [];
    for (const phone of this.#arrival.phones) codes.push(...(await phone.codes()));
    return codes;
  }

  close(): void {
    for (const phone of this.#arrival.phones) phone.close();
    this.#plan.leader.close();
  }

  async #steps(leavers: number): Promise<void> {
    const { leader, time } = this.#plan;
    await leader.look();
    const steps = leader.sheet.length;
    this.#cutTheLine(leader.sheet.reduce((sum, { minutes }) => sum + minutes, 0));
    for (let step = 0; step < steps; step++) {
      await leader.next();
      await this.#everybodySees();
      const times = { begins: time.now(), ends: time.now() + this.#minutes(step) * MINUTE, isLast: step === steps - 1 };
      const different = await this.#doesItDifferently(step >= steps / 2);
      await this.#talk.during(
        this.#arrival.phones.filter((phone) => phone !== different),
        times,
      );
      this.#pile.during(this.#arrival.unserved, times);
      for (let goes = leaversIn(step, steps, leavers); goes > 0; goes--)
        time.plan((times.begins + times.ends) / 2, () => this.#somebodyLeaves());
      await time.until(times.ends);
      await this.#winBack();
      await time.until(this.#nextBegins(step + 1));
    }
    await this.#closeTheEvening();
  }

  /** The first step runs over; a break without a clock ends when the kitchen says so, a little sooner or later than planned. */
  #minutes(index: number): number {
    const { leader, late } = this.#plan;
    const minutes = leader.sheet[index]?.minutes ?? 0;
    const waits = leader.step?.kind === 'break' && leader.step.timer === 'none';
    return minutes + (index === 0 ? late : waits ? this.#chance.below(3) - 1 : 0);
  }

  /** The internet of the hall is away for twenty minutes: what is written waits on the phones. */
  #cutTheLine(minutes: number): void {
    const { time, begins } = this.#plan;
    const cut = begins + 0.35 * minutes * MINUTE;
    const back = cut + Math.min(CUT_MINUTES, minutes / 3) * MINUTE;
    time.plan(cut, async () => {
      for (const phone of this.#arrival.phones) phone.loseNetwork();
    });
    time.plan(back, async () => {
      for (const phone of this.#arrival.phones) await phone.findNetwork();
    });
  }

  async #everybodySees(): Promise<void> {
    const run = this.#plan.leader.run?.id;
    for (const { isAway, sittings } of this.#arrival.phones) if (!isAway) await sittings[0]?.shows((screen) => screen.run?.id === run);
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
    const phone = this.#arrival.phones.at(-1);
    if (!isTime || this.#different || !phone || phone.isAway || !(await phone.doDifferently())) return undefined;
    this.#different = phone;
    return phone;
  }

  async #somebodyLeaves(): Promise<void> {
    const phone = this.#chance.pick(this.#arrival.phones.filter(({ isAway }) => !isAway));
    if (await phone?.somebodyLeaves()) this.#leftEarly++;
  }

  /** Only when nothing waits on a phone any more. */
  async #closeTheEvening(): Promise<void> {
    const { leader, time } = this.#plan;
    for (let patience = 0; patience < 60 && this.#arrival.phones.some(({ unanswered }) => unanswered > 0); patience++) {
      await time.until(time.now() + 5 * SECOND);
      for (const phone of this.#arrival.phones) await phone.findNetwork();
    }
    await leader.releaseAll();
    await leader.hideOne();
    await leader.act({ type: 'close' });
    await leader.releaseAll();
  }
}

/** In the second half, never in the last step. */
function leaversIn(step: number, steps: number, leavers: number): number {
  const half = Math.ceil(steps / 2);
  const goesIn = (leaver: number) => half + (leaver % Math.max(1, steps - half - 1));
  return Array.from({ length: leavers }, (_, leaver) => goesIn(leaver)).filter((each) => each === step).length;
}

const CUT_MINUTES = 20;
