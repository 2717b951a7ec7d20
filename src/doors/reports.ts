import type { ConversationId, House, Visitor } from '#app/house.ts';
import type { Situation } from '#conversation/input.ts';
import { roleOf, takesPart } from '#conversation/lookup.ts';
import { isOver, isPublished } from '#conversation/publishing.ts';
import type { SeatId, State } from '#conversation/state.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import { promisePassed } from '#report/afterwards.ts';
import { checkedReportOf, type CheckedReport } from '#report/checked.ts';
import { finalReportOf, type FinalReport } from '#report/finalReport.ts';
import { forPublic } from '#report/forPublic.ts';
import type { Audience } from '#report/numbers.ts';
import { owedBy, type Owed } from '#report/owed.ts';
import { standsIn, threadOf, type OutcomeView } from '#report/thread.ts';
import { tomorrowOf, type Tomorrow } from '#report/tomorrow.ts';

/** A report as a visitor may read it: on a page, on paper, by other software. */
export interface Read {
  readonly title: string | null;
  readonly format: Words;
  /** Null while the conversation goes on. */
  readonly report: CheckedReport | null;
  /** For whom it was told: those who were there, or everybody. */
  readonly audience: Audience;
  readonly rehearsal: boolean;
  /** What lives on after it; empty while the conversation goes on. */
  readonly thread: readonly OutcomeView[];
  /** A sheet for each owner; empty while the conversation goes on. */
  readonly tomorrow: readonly Tomorrow[];
  /** A sheet for each function that owes an answer. */
  readonly owed: readonly Owed[];
  /** The promised day (year-month-day), once it went by and the promise was not kept. */
  readonly promised: string | null;
  /** The seat from which this visitor leads, and may look the report through. */
  readonly leadsFrom: SeatId | null;
  /** The seat of this visitor at a table, to go back to. */
  readonly ownSeat: SeatId | null;
}

/** Who wants to read it: somebody with a device, or a system that asks for an organiser. */
export type ReportReader = Pick<Visitor, 'organiser' | 'seats'>;

/** The eindverslag, for the same readers. */
export interface ReadFinal extends Pick<Read, 'title' | 'format' | 'audience' | 'rehearsal' | 'leadsFrom' | 'promised'> {
  /** Null while the conversation goes on. */
  readonly report: FinalReport | null;
}

/** For whoever was there; for everybody once two people looked it through. Null is as what never was. */
export function readReport(house: House, reader: ReportReader | null, of: ConversationId): Promise<Read | null> {
  return readAs(house, reader, of, tellAfterwards);
}

export function readFinalReport(house: House, reader: ReportReader | null, of: ConversationId): Promise<ReadFinal | null> {
  return readAs(house, reader, of, tellFinally);
}

type Teller<Told> = (situation: Situation, words: WordsOf, audience: Audience, seats: readonly SeatId[], today: string) => Told;

async function readAs<Told extends object>(
  house: House,
  reader: ReportReader | null,
  of: ConversationId,
  tell: Teller<Told>,
): Promise<(Told & Pick<Read, 'rehearsal'>) | null> {
  const conversation = await house.conversation(of);
  if (!conversation) return null;
  const { id, rehearsal, organiser } = conversation;
  const seats = reader?.seats.flatMap(({ conversation: at, seat }) => (at === id ? [seat] : [])) ?? [];
  const today = house.today();
  const told = await house.read(id, (situation, words) => {
    const present = seats.filter((id) => roleAt(situation.state, id)?.task !== 'own');
    const wasThere = present.length > 0 || reader?.organiser === organiser;
    if (wasThere) return tell(situation, words, 'room', seats, today);
    return isPublished(situation.state) && !rehearsal ? tell(situation, words, 'public', [], today) : null;
  });
  return told && { ...told, rehearsal };
}

function tellAfterwards(
  situation: Situation,
  words: WordsOf,
  audience: Audience,
  seats: readonly SeatId[],
  today: string,
): Omit<Read, 'rehearsal'> {
  const { state } = situation;
  const { scope, format } = state;
  const report = isOver(state) ? checkedReportOf(situation, words, audience) : null;
  const toldReport = report && told(state, audience, report);
  const thread = report ? told(state, audience, threadOf(situation, words, audience, today, standsIn(report))) : [];
  return {
    title: scope.title && words(scope.title),
    format: format.name,
    report: toldReport,
    audience,
    thread,
    tomorrow: toldReport ? tomorrowOf(toldReport, format.roles, thread) : [],
    owed: owedBy(thread),
    promised: promisePassed(state, today),
    leadsFrom: leadsFrom(state, seats),
    ownSeat: seats.find((id) => takesPart(roleAt(state, id))) ?? null,
  };
}

function tellFinally(
  situation: Situation,
  words: WordsOf,
  audience: Audience,
  seats: readonly SeatId[],
  today: string,
): Omit<ReadFinal, 'rehearsal'> {
  const { state } = situation;
  const { scope, format } = state;
  return {
    title: scope.title && words(scope.title),
    format: format.name,
    report: isOver(state) ? told(state, audience, finalReportOf(situation, words, audience, today)) : null,
    audience,
    promised: promisePassed(state, today),
    leadsFrom: leadsFrom(state, seats),
  };
}

/** What is for everybody names no table, and no card by the id that phones have. */
function told<Told>(state: State, audience: Audience, report: Told): Told {
  return audience === 'public' ? forPublic(state, report) : report;
}

/** The seat from which somebody with these seats leads. */
export function leadsFrom(state: State, seats: readonly SeatId[]): SeatId | null {
  return seats.find((id) => roleAt(state, id)?.task === 'facilitate') ?? null;
}

function roleAt(state: State, id: SeatId) {
  const seat = state.seats.get(id);
  return seat && roleOf(state, seat);
}
