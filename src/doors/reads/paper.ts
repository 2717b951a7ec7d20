import { allowed } from '#conversation/allowed.ts';
import { mayServe } from '#conversation/allowing/serving.ts';
import type { Perspective, Place, Step } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { roleOf, stepAt, tableOf, takesPart, usesIn } from '#conversation/lookup.ts';
import { ownWordsStayIn } from '#conversation/ownWords.ts';
import { satDuring } from '#conversation/satDuring.ts';
import type { Run, Seat, SeatId } from '#conversation/state.ts';
import { adapted, stepView } from '#conversation/views/everyone.ts';
import type { May, StepShape } from '#conversation/views/shapes.ts';
import type { Words, WordsOf } from '#conversation/words.ts';

/** What can be typed in from paper: for which steps that have been, and for whom. */
export interface Paper {
  readonly steps: readonly { readonly place: Place; readonly name: Words }[];
  /** People without a phone for whom this seat may write. */
  readonly people: readonly {
    readonly seat: SeatId;
    readonly table: number;
    readonly place: number;
    readonly perspectives: readonly Perspective[];
  }[];
  /** Whether there is a table to write for oneself. */
  readonly ofTable: boolean;
  readonly forSeat: SeatId | null;
  /** The step that was chosen. */
  readonly open: {
    readonly step: StepShape;
    readonly run: Run['id'];
    readonly write: { readonly [input: string]: May };
    readonly ownWordsStay: readonly string[];
    /** Where it comes to lie: the table of that step. Null where nobody sat at one. */
    readonly table: number | null;
  } | null;
}

export interface Chosen {
  readonly place: string | null;
  readonly seat: string | null;
}

export function paperOf(situation: Situation, asker: SeatId, chosen: Chosen, words: WordsOf): Paper | null {
  const { state } = situation;
  const who = state.seats.get(asker);
  if (!who) return null;
  const served = [...state.seats.values()].filter((seat) => seat.phoneless && mayServe(state, who, seat) === null);
  const ofTable = takesPart(roleOf(state, who));
  const forSeat = served.find(({ id }) => id === chosen.seat)?.id ?? (ofTable ? null : (served[0]?.id ?? null));
  const whose = served.find(({ id }) => id === forSeat) ?? who;
  const past = ofTable || forSeat ? pastSteps(situation, who, forSeat) : [];
  const found = past.find(({ step }) => step.place === chosen.place);
  return {
    steps: past.map(({ step }) => ({ place: step.place, name: adapted(state, step.phase, 'name', words) })),
    people: served.map(({ id, table, perspectives }) => ({
      seat: id,
      table,
      place: tableOf(state, table)?.seats.indexOf(id) ?? 0,
      perspectives,
    })),
    ofTable,
    forSeat,
    open: found
      ? {
          step: onPaper(stepView(state, found.step, words), found.write),
          run: found.run.id,
          write: found.write,
          ownWordsStay: ownWordsStayIn(situation, whose, found.step),
          table: satDuring(state, found.run, whose).table || null,
        }
      : null,
  };
}

interface Past {
  readonly step: Step;
  readonly run: Run;
  readonly write: { readonly [input: string]: May };
}

/** Steps that have been and still take a card, the newest first. The one that is going on has its own screen. */
function pastSteps(situation: Situation, who: Seat, forSeat: SeatId | null): readonly Past[] {
  const { state } = situation;
  const runs = new Map(state.runs.filter(({ place }) => place !== state.run?.place).map((run) => [run.place, run] as const));
  return [...runs.values()].toReversed().flatMap((run) => {
    const step = stepAt(state, run.place);
    const cards = step ? usesIn(step.phase).filter(isCard) : [];
    const write = cards.map(({ key }) => {
      const ask = { type: 'write', run: run.id, input: key, ...(forSeat && { forSeat }) } as const;
      return [key, allowed(situation, { kind: 'seat', seat: who.id }, ask, run.startedAt)] as const;
    });
    return step && write.some(([, may]) => may === null) ? [{ step, run, write: Object.fromEntries(write) }] : [];
  });
}

/** The sheet of a table only for whoever may write it. */
function onPaper(view: object, write: Past['write']): StepShape {
  const step = view as StepShape;
  const sheet = step.openSheet && write[step.openSheet.key] === null ? [step.openSheet] : [];
  return { ...step, inputs: [...step.inputs.filter(isCard), ...sheet] };
}

function isCard({ kind, late, private: stays }: StepShape['inputs'][number]): boolean {
  return kind === 'card' && late === 'accept' && !stays;
}
