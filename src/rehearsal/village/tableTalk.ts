import type { Chance } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import type { TablePhone, Writer } from './tablePhone.ts';
import type { EveningTime } from './time.ts';

export interface StepTime {
  readonly begins: number;
  readonly ends: number;
  /** What is on paper is typed before it ends. */
  readonly isLast: boolean;
}

/** What the people at the tables write in one step, and when: at once, or on paper that is typed in the step after. */
export class TableTalk {
  readonly #time: EveningTime;
  readonly #chance: Chance;

  constructor(time: EveningTime, chance: Chance) {
    this.#time = time;
    this.#chance = chance;
  }

  async during(phones: readonly TablePhone[], step: StepTime): Promise<void> {
    for (const phone of phones) for (const writer of await phone.writers()) this.#says(phone, writer, step);
  }

  /** A card or two, or none; whatever is asked of everybody, such as a vote, most people do. */
  #says(phone: TablePhone, writer: Writer, step: StepTime): void {
    const isCard = ({ kind }: InputUse) => kind === 'card';
    const cards = writer.uses.filter(isCard);
    for (let card = this.#chance.below(3); card > 0; card--) this.#plan(phone, writer, this.#chance.pick(cards), step);
    for (const use of writer.uses) if (!isCard(use) && this.#chance.below(10) > 0) this.#plan(phone, writer, use, step);
  }

  #plan(phone: TablePhone, { run, sitting, forSeat }: Writer, use: InputUse | undefined, { begins, ends, isLast }: StepTime): void {
    if (!use) return;
    const onPaper = !isLast && forSeat !== undefined && use.late === 'accept' && this.#chance.below(2) === 0;
    const at = begins + (0.1 + 0.8 * this.#chance.next() + (onPaper ? 1 : 0)) * (ends - begins);
    this.#time.plan(at, () => phone.write(sitting, { run, use, ...(forSeat && { forSeat }) }));
  }
}
