import { allowed } from '../allowed.ts';
import type { Ask } from '../allowing/asking.ts';
import { mayServe } from '../allowing/serving.ts';
import type { InputUse, Perspective, Place } from '../format.ts';
import type { Point, PointId, Saying } from '../harvest.ts';
import { counts } from '../heads.ts';
import type { Situation } from '../input.ts';
import { roleOf, seatsAt, stepAt, tableOf, useOf } from '../lookup.ts';
import {
  agreementOn,
  cardsOfTable,
  droppedAt,
  harvestsFor,
  notesAt,
  ownAnswer,
  pointsAt,
  satThere,
  signedAt,
  tablesToHarvest,
  wordingOf,
  type Agreement,
} from '../points.ts';
import type { SatAt } from '../satDuring.ts';
import type { Entry, EntryId, HideRule, Seat, SeatId, State } from '../state.ts';
import type { Json, Words, WordsOf } from '../words.ts';
import { adapted } from './everyone.ts';
import type { May } from './shapes.ts';

/** What a table makes of its cards, for one who sits there or leads: nobody at another table gets anything of it. */
export interface HarvestShape extends SatAt {
  readonly leads: boolean;
  readonly signed: boolean;
  readonly roomSigned: boolean;
  readonly may: { readonly harvest: May; readonly answer: May; readonly reopen: May };
  /** Under three people nobody is without a name. */
  readonly small: boolean;
  /** Cards that lie at no point yet. */
  readonly loose: readonly HarvestCard[];
  readonly points: readonly PointShape[];
  readonly dropped: readonly { readonly id: PointId; readonly words: string | null }[];
  /** All tables, of any seating, that this seat may harvest for. */
  readonly tables: readonly SatAt[];
  /** People without a phone at this table, for who writes for them. */
  readonly served: readonly { readonly seat: SeatId; readonly place: number; readonly perspective: Perspective | null }[];
}

export interface HarvestCard {
  readonly id: EntryId;
  readonly place: Place;
  /** How the step is called in which it was written. */
  readonly step: Words;
  readonly use: InputUse;
  /** Null when its words were taken back, or hidden by who leads. */
  readonly body: Json;
  readonly status: Entry['status'];
}

export interface PointShape {
  readonly id: PointId;
  readonly words: string | null;
  /** How it was said before, oldest first. */
  readonly earlier: readonly (string | null)[];
  readonly cards: readonly HarvestCard[];
  readonly agreement: Agreement;
  readonly notes: readonly NoteShape[];
  /** What this seat said of it. */
  readonly own: { readonly says: Saying; readonly note: string } | null;
  /** How many one phone counted, for who harvests; null when nobody did. */
  readonly otherwise: number | null;
}

export interface NoteShape {
  readonly id: EntryId;
  readonly words: string | null;
  readonly withdrawn: boolean;
  readonly hiddenBy: HideRule | null;
  /** This seat wrote it, and may take it back. */
  readonly mine: boolean;
}

/** Null for who neither sits there nor leads. */
export function harvestView(situation: Situation, asker: SeatId, where: SatAt, words: WordsOf): HarvestShape | null {
  const { state, authors } = situation;
  const seat = state.seats.get(asker);
  if (!seat || (!harvestsFor(state, seat, where) && !satThere(state, seat, where))) return null;
  const own = authors.entriesOf.get(asker) ?? [];
  const points = pointsAt(state, where);
  const used = new Set(points.flatMap(({ cards }) => cards));
  const may = mayOf(situation, asker, where, points[0]);
  const cards = may.harvest === 'notYourRole' ? [] : cardsOfTable(situation, where).filter(({ id }) => !used.has(id));
  return {
    table: where.table,
    seating: where.seating,
    leads: roleOf(state, seat)?.task === 'facilitate',
    signed: signedAt(state, where) !== null,
    roomSigned: state.harvest.roomSignedAt !== null,
    may,
    small: seatsOf(state, where).filter((each) => each.here && counts(each)).length < SMALL_TABLE,
    loose: cards.flatMap((entry) => cardShape(situation, entry, words)),
    points: points.map((point) => pointShape(situation, point, { own, harvests: may.harvest !== 'notYourRole' }, words)),
    dropped: droppedAt(state, where).map((point) => ({ id: point.id, words: wordsOf(wordingOf(point), words) })),
    tables: tablesToHarvest(situation).filter((table) => harvestsFor(state, seat, table)),
    served: servedAt(state, seat, where),
  };
}

const SMALL_TABLE = 3;

function mayOf(situation: Situation, asker: SeatId, where: SatAt, point: Point | undefined): HarvestShape['may'] {
  const ask = (more: Ask) => allowed(situation, { kind: 'seat', seat: asker }, { ...where, ...more }, situation.state.run?.startedAt ?? 0);
  return {
    harvest: ask({ type: 'makePoint' }),
    answer: point ? ask({ type: 'answerPoint', point: point.id }) : 'unknownPoint',
    reopen: ask({ type: 'reopenTable' }),
  };
}

interface Looking {
  readonly own: readonly EntryId[];
  readonly harvests: boolean;
}

function pointShape(situation: Situation, point: Point, { own, harvests }: Looking, words: WordsOf): PointShape {
  const said = ownAnswer(point, own);
  return {
    id: point.id,
    words: wordsOf(wordingOf(point), words),
    earlier: point.wordings.slice(0, -1).map((text) => words(text)),
    cards: point.cards.flatMap((id) => {
      const entry = situation.state.entries.get(id);
      return entry ? cardShape(situation, entry, words) : [];
    }),
    agreement: agreementOn(point),
    notes: notesAt(point).map(({ id, note, withdrawn, hiddenBy }) => ({
      id,
      words: hiddenBy ? null : wordsOf(note, words),
      withdrawn,
      hiddenBy,
      mine: own.includes(id),
    })),
    own: said && { says: said.says, note: wordsOf(said.note, words) ?? '' },
    otherwise: harvests ? (point.counted?.otherwise ?? null) : null,
  };
}

function cardShape({ state, inputs }: Situation, entry: Entry, words: WordsOf): readonly HarvestCard[] {
  const use = useOf(state, entry);
  const rules = use && inputs[use.kind];
  const step = stepAt(state, entry.place);
  if (!use || !rules || !step) return [];
  const { id, place, status } = entry;
  const body = status === 'there' ? rules.view(use, entry.body, words) : null;
  return [{ id, place, step: adapted(state, step.phase, 'name', words), use, status, body }];
}

function servedAt(state: State, asker: Seat, where: SatAt): HarvestShape['served'] {
  return seatsOf(state, where).flatMap((seat, place) =>
    seat.phoneless && mayServe(state, asker, seat) === null ? [{ seat: seat.id, place, perspective: seat.perspectives[0] ?? null }] : [],
  );
}

/** Who sits there now; of an earlier seating nobody does any more. */
function seatsOf(state: State, { table, seating }: SatAt): readonly Seat[] {
  const known = seating === state.seatings ? tableOf(state, table) : undefined;
  return known ? seatsAt(state, known) : [];
}

function wordsOf(text: Point['wordings'][number] | null, words: WordsOf): string | null {
  return text === null ? null : words(text);
}
