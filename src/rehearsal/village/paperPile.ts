import type { InputUse } from '#conversation/format.ts';
import type { Chance } from '#conversation/chance.ts';
import type { SeatId } from '#conversation/state.ts';
import type { Leader } from './leader.ts';
import type { Page } from './pen.ts';
import type { Village } from './tablePhone.ts';
import type { StepTime } from './tableTalk.ts';

/** The papers of people at whose table nobody writes for others: whoever leads types some of them. */
export class PaperPile {
  readonly #village: Village;
  readonly #leader: Leader;
  readonly #chance: Chance;
  #left = MOST_PAPERS;

  constructor(village: Village, leader: Leader, chance: Chance) {
    this.#village = village;
    this.#leader = leader;
    this.#chance = chance;
  }

  during(seats: readonly SeatId[], { begins, ends }: StepTime): void {
    const { step, run } = this.#leader;
    const uses = (step?.inputs ?? []).filter(isOnPaper);
    if (!run || uses.length === 0 || step?.turn === 'questionsOnly') return;
    const papers = Math.min(this.#left, Math.ceil(seats.length / 8));
    this.#left -= papers;
    for (let paper = 0; paper < papers; paper++) {
      const [use, forSeat] = [this.#chance.pick(uses), this.#chance.pick(seats)];
      const at = begins + ((paper + 0.5) / papers) * (ends - begins);
      if (use && forSeat) this.#village.time.plan(at, () => this.#type({ run: run.id, use, forSeat }));
    }
  }

  async #type(page: Omit<Page, 'seat'>): Promise<void> {
    const { pen, book } = this.#village;
    await this.#leader.look();
    const written = pen.write({ ...page, seat: this.#leader.seat }, this.#leader.everything);
    if (!written) return;
    const heard = await this.#leader.tryTo(written.action);
    if ('refused' in heard) book.refused(written.mark, heard.refused);
    else book.taken(written.mark, heard.answer);
  }
}

/** Of one person: what is a table's is written there. */
function isOnPaper(use: InputUse & { readonly by?: 'seat' | 'table' }): boolean {
  return !use.private && !use.roles && use.late === 'accept' && use.by !== 'table';
}

/** As many as one person types in an evening beside leading it. */
const MOST_PAPERS = 40;
