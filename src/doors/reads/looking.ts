import { allowed } from '#conversation/allowed.ts';
import type { InputUse, Place } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import type { Point, PointId } from '#conversation/harvest.ts';
import { entriesAt, roleOf } from '#conversation/lookup.ts';
import { notesAt, signedPoints, wordingOf } from '#conversation/points.ts';
import { CHECKERS, checkOf, mayBeLookedThrough, reportParts } from '#conversation/publishing.ts';
import type { Entry, EntryId, HideRule, ReportPart, SeatId, State } from '#conversation/state.ts';
import { textsIn, type TextId, type WordsOf } from '#conversation/words.ts';
import { cardOf, released, type ReportCard } from '#report/cards.ts';
import { checkedReportOf, type CheckedReport } from '#report/checked.ts';
import { countsCards, type InputReport } from '#report/inputs.ts';
import type { StepReport } from '#report/model.ts';

/** A report as whoever leads looks through it: as everybody will read it, with what can still be done about it. */
export interface Looking {
  readonly report: CheckedReport;
  readonly top: Checked;
  /** Null while no table signed for points. */
  readonly points: { readonly check: Checked; readonly signed: readonly PointToCheck[] } | null;
  readonly steps: readonly StepToCheck[];
  /** How much is left for whoever asks, and how many parts another person has not looked at. */
  readonly left: { readonly parts: number; readonly cards: number; readonly others: number };
  /** Somebody else can lead, or has looked at something. */
  readonly hasOther: boolean;
}

export interface Checked {
  readonly part: ReportPart;
  readonly changes: number;
  readonly mine: boolean;
  /** Enough other people looked at it. */
  readonly others: boolean;
}

export interface StepToCheck {
  readonly step: Pick<StepReport, 'place' | 'name'>;
  /** Null while nothing of it stands in the report. */
  readonly check: Checked | null;
  readonly inputs: readonly InputToCheck[];
  /** Something of it waits to be released. */
  readonly mayRelease: boolean;
}

export interface InputToCheck {
  readonly use: InputUse;
  readonly report: InputReport;
  readonly cards: readonly CardToCheck[];
  /** Not released yet. */
  readonly waiting: readonly ReportCard[];
  readonly keptBack: readonly KeptBack[];
}

export interface CardToCheck {
  readonly card: ReportCard;
  readonly texts: readonly { readonly id: TextId; readonly words: string }[];
  /** As it stood before it was shortened. */
  readonly before: ReportCard | null;
  /** Whether it is marked as a counter-voice; null while it may not be. */
  readonly isVoice: boolean | null;
}

export interface PointToCheck {
  readonly id: PointId;
  readonly words: string | null;
  /** Also those that were kept back: whoever shows one again knows what it says. */
  readonly notes: readonly { readonly id: EntryId; readonly words: string; readonly hiddenBy: HideRule | null }[];
}

export interface KeptBack {
  readonly id: EntryId;
  readonly rule: HideRule;
  /** For those who look through alone: whoever shows it again knows what it says. */
  readonly card: ReportCard | null;
}

export function lookingOf(situation: Situation, words: WordsOf, seat: SeatId): Looking {
  const { state } = situation;
  const report = checkedReportOf(situation, words, 'public');
  const steps = report.steps.filter(({ closed }) => !closed).map((step) => stepToCheck(situation, step, seat, words));
  const top = checkedAt(state, 'top', seat);
  const points = reportParts(state).includes('points')
    ? { check: checkedAt(state, 'points', seat), signed: signedPoints(state).map((point) => pointToCheck(point, words)) }
    : null;
  const parts = [{ check: top, inputs: [] }, ...(points ? [{ check: points.check, inputs: [] }] : []), ...steps].filter(
    ({ check }) => check !== null,
  );
  const mine = parts.filter(({ check }) => !check?.mine);
  return {
    report,
    top,
    points,
    steps: steps.filter(hasSomething),
    left: {
      parts: mine.length,
      cards: mine.flatMap(({ inputs }) => inputs.flatMap(({ cards }) => cards)).length,
      others: parts.filter(({ check }) => !check?.others).length,
    },
    hasOther: [...state.seats.values()].some((other) => other.id !== seat && roleOf(state, other)?.task === 'facilitate'),
  };
}

function checkedAt(state: State, part: ReportPart, seat: SeatId): Checked {
  const { changes, by } = checkOf(state, part);
  return { part, changes, mine: by.includes(seat), others: by.filter((each) => each !== seat).length >= CHECKERS - 1 };
}

function pointToCheck(point: Point, words: WordsOf): PointToCheck {
  const text = wordingOf(point);
  return {
    id: point.id,
    words: text && words(text),
    notes: notesAt(point).flatMap(({ id, note, hiddenBy }) => {
      const said = note && words(note);
      return said ? [{ id, words: said, hiddenBy }] : [];
    }),
  };
}

function stepToCheck(situation: Situation, { place, name, inputs }: StepReport, seat: SeatId, words: WordsOf): StepToCheck {
  const { state } = situation;
  const mayRelease = allowed(situation, { kind: 'seat', seat }, { type: 'release', place }, 0) === null;
  return {
    step: { place, name },
    check: reportParts(state).includes(place) ? checkedAt(state, place, seat) : null,
    inputs: inputs.map((input) => inputToCheck(situation, place, input, words)),
    mayRelease: mayRelease && entriesAt(state, place).some((entry) => !entry.released && isThere(state, entry)),
  };
}

function inputToCheck(situation: Situation, place: Place, report: InputReport, words: WordsOf): InputToCheck {
  const { state } = situation;
  const { use } = report;
  const shown = new Set(report.cards);
  const others = countsCards(situation, use) ? entriesAt(state, place).filter((entry) => entry.input === use.key) : [];
  return {
    use,
    report,
    cards: released(state, place, use.key).flatMap((entry) => (shown.has(entry.id) ? cardToCheck(situation, entry, words) : [])),
    waiting: others.filter((entry) => !entry.released && isThere(state, entry)).flatMap((entry) => cardOf(situation, entry, words) ?? []),
    keptBack: others
      .filter((entry) => entry.status === 'hidden' && mayBeLookedThrough(state, entry))
      .flatMap((entry) => (entry.hiddenBy ? [{ id: entry.id, rule: entry.hiddenBy, card: cardOf(situation, entry, words) }] : [])),
  };
}

function isThere(state: State, entry: Entry): boolean {
  return entry.status === 'there' && mayBeLookedThrough(state, entry);
}

function cardToCheck(situation: Situation, entry: Entry, words: WordsOf): readonly CardToCheck[] {
  const card = cardOf(situation, entry, words);
  if (!card) return [];
  const before = entry.original === undefined ? null : cardOf(situation, { ...entry, body: entry.original }, words);
  return [
    {
      card,
      texts: textsIn(entry.body).flatMap((id) => {
        const text = words(id);
        return text === null ? [] : [{ id, words: text }];
      }),
      before,
      isVoice: situation.state.answering.marked.includes(entry.id),
    },
  ];
}

function hasSomething({ check, inputs, mayRelease }: StepToCheck): boolean {
  return check !== null || mayRelease || inputs.some(({ keptBack }) => keptBack.length > 0);
}
