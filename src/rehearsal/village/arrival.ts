import type { Chance } from '#conversation/chance.ts';
import type { Format } from '#conversation/format.ts';
import { takesPart } from '#conversation/lookup.ts';
import type { SeatId, Wish } from '#conversation/state.ts';
import type { Guest } from './guests.ts';
import type { EveningPlan } from './plan.ts';
import { TablePhone } from './tablePhone.ts';
import { MINUTE, SECOND } from './time.ts';

/** How people come in and find their tables: with a phone, by a phone that is handed on, or with a ticket. */
export class Arrival {
  readonly phones: TablePhone[] = [];
  /** People whose papers are for whoever leads. */
  unserved: readonly SeatId[] = [];
  handedOn = 0;
  tickets = 0;
  readonly #plan: EveningPlan;
  readonly #chance: Chance;

  constructor(plan: EveningPlan, chance: Chance) {
    this.#plan = plan;
    this.#chance = chance;
  }

  /** First a phone on every table, then everybody else; who is late comes during the first steps. */
  come(withPhone: readonly Guest[], others: readonly Guest[]): void {
    const { time, begins, tables, format } = this.#plan;
    const roles = rolesToTake(format);
    withPhone.forEach((guest, index) => {
      const phone = new TablePhone(this.#plan, index, 1 + (index % tables));
      this.phones.push(phone);
      time.plan(begins - 25 * MINUTE + index * SECOND, async () => {
        const sitting = await phone.comeIn(guest.perspectives);
        await phone.takeRole(sitting, roles);
      });
    });
    others.forEach((guest, index) => {
      const onTime = begins - 20 * MINUTE + (index * 15 * MINUTE) / others.length;
      const at = guest.isLate ? begins + this.#chance.next() * LATEST_MINUTES * MINUTE : onTime;
      const phone = this.phones[index % this.phones.length];
      const shares = this.#canServe ? 1 : 2;
      const handsOn = phone !== undefined && !guest.isLate && index < shares * this.phones.length;
      time.plan(at, () => (handsOn ? this.#handOn(phone, guest, roles) : this.#comeWithTicket(guest, this.#canServe ? phone : undefined)));
    });
  }

  /** Whether people at the tables may write for those without a phone. */
  get #canServe(): boolean {
    return this.#plan.format.roles.some(({ task }) => WRITING.includes(task));
  }

  async #handOn(phone: TablePhone, guest: Guest, roles: readonly string[]): Promise<void> {
    this.handedOn++;
    const sitting = await phone.comeIn(guest.perspectives);
    await phone.takeRole(sitting, roles);
  }

  /** By whoever writes at a table; where nobody does, whoever leads finds them a place. */
  async #comeWithTicket({ perspectives }: Guest, phone: TablePhone | undefined): Promise<void> {
    this.tickets++;
    if (phone && !phone.isAway) await phone.seat(perspectives, this.tickets);
    else await this.#plan.leader.act({ type: 'seatPerson', perspectives, ticket: this.tickets });
  }

  /** Who shares a phone stays together, phones stay at their table, and some would rather not sit with each other. */
  async sitDownAnew(): Promise<number> {
    const { leader, tables, people } = this.#plan;
    for (const { sittings } of this.phones) {
      const [owner, ...others] = sittings.map(({ place }) => place.seat);
      if (owner === undefined) continue;
      await this.#wish('stays', owner);
      for (const other of others) await this.#wish('together', owner, other);
    }
    const withoutPhone = await leader.newcomers();
    if (!this.#canServe) this.unserved = withoutPhone;
    const strangers = this.#chance.shuffle(withoutPhone);
    for (let pair = 0; pair < Math.ceil(people / 20); pair++) {
      const [one, other, third] = strangers.splice(0, 3);
      if (one && other) await this.#wish('apart', one, other);
      if (one && third) await this.#wish('together', one, third);
    }
    const begin = performance.now();
    await leader.act({ type: 'reshuffle', tables });
    const { seats } = await this.#plan.held();
    for (const { sittings } of this.phones)
      await sittings[0]?.shows((screen) => screen.table === seats.get(sittings[0]?.place.seat ?? '')?.table);
    return Math.round(performance.now() - begin);
  }

  /** One tap after another, as a finger does. */
  async #wish(wish: Wish['wish'], ...seats: readonly string[]): Promise<void> {
    await this.#plan.leader.wish(wish, seats);
    await this.#plan.time.until(this.#plan.time.now() + 3 * SECOND);
  }
}

/** Roles with a task at the tables, first who writes. */
function rolesToTake(format: Format): readonly string[] {
  const order = (task: string) => WRITING.indexOf(task) >>> 0;
  const atTables = format.roles.filter((role) => takesPart(role) && role.task !== 'takePart');
  return atTables.toSorted((one, other) => order(one.task) - order(other.task)).map(({ id }) => id);
}

const WRITING: readonly string[] = ['scribe', 'hostTable'];
const LATEST_MINUTES = 15;
