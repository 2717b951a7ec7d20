import type { Format } from '#conversation/format.ts';
import type { Book } from '#rehearsal/village/book.ts';
import type { Played } from '#rehearsal/village/evening.ts';
import type { Ending } from './ending.ts';
import { minutesAfterPromise, minutesLate, Pairs, whereabouts } from './eveningFacts.ts';
import { withStore } from './prepare.ts';
import { readBack } from './readBack.ts';
import { openVillageHall, type VillageHall } from './villageHall.ts';

export interface EveningWish {
  readonly format: Format;
  readonly people: number;
  readonly phones: number;
  readonly seed: string;
  /** When not as many as there are phones to serve them. */
  readonly tables?: number;
}

/** Plays one evening and says what became of every word, by what the house gives afterwards. `meanwhile` may plan what others do. */
export async function holdEvening(wish: EveningWish, ending: Ending, meanwhile: (hall: VillageHall) => void = () => undefined) {
  const begin = performance.now();
  const promise = promiseFor(wish.format);
  const hall = await openVillageHall({ ...wish, late: latenessOf(wish.format), promise }, ending);
  const pairs = new Pairs();
  hall.app.onEveryChange(pairs.look);
  meanwhile(hall);
  const played = await hall.evening.play();
  const facts = await factsOf(hall, played, pairs);
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  return { ...facts, refused: hall.book.refusals, seconds, ok: isWhole(facts) };
}

/** What people did is theirs to say; all the rest the house says, and at last its log. */
async function factsOf(hall: VillageHall, { phones, reshuffleMs, ...played }: Played, pairs: Pairs) {
  const { app, at, book, promise } = hall;
  const [page, late, state] = [await reportPage(hall), await minutesLate(app, at), await hall.state()];
  await hall.stop();
  const log = await withStore(hall.dataDir, (store) => readBack(store, at.conversation, acknowledgedIn(book)));
  return {
    people: [...state.seats.values()].filter((seat) => seat.table > 0).length,
    phones,
    written: book.entries.length,
    inLog: log.cards,
    ...whereabouts(state, page),
    lost: log.lost + book.entries.filter(({ entry }) => entry === null).length,
    duplicated: log.duplicated,
    onlyOnPhones: book.onlyOnPhones.length,
    ballots: book.ballots.length,
    counted: Object.values(state.tallies).reduce((sum, { turnout }) => sum + turnout, 0),
    apartTogether: pairs.together,
    minutesLate: late,
    promiseLate: promise && minutesAfterPromise(state, promise),
    reshuffleMs,
    ...played,
  };
}

async function reportPage({ url, at, secret }: VillageHall): Promise<string> {
  const answer = await fetch(new URL(`/verslag/${at.conversation}`, url), { headers: { cookie: `apparaat=${secret}` } });
  if (!answer.ok) throw new Error(`Nobody can read the report: ${answer.status}.`);
  return answer.text();
}

type Facts = Awaited<ReturnType<typeof factsOf>>;

/** Nobody and nothing lost, and in time. */
function isWhole(facts: Facts): boolean {
  const { written, inLog, inReport, keptAtTable, keptBack, nowhere, lost, duplicated, ballots, counted, apartTogether } = facts;
  const words = lost === 0 && duplicated === 0 && written === inLog && inLog === inReport + keptAtTable + keptBack && nowhere === 0;
  const time = facts.minutesLate <= 5 && (facts.promiseLate ?? 0) === 0 && facts.reshuffleMs <= 2_000;
  return words && time && ballots === counted && apartTogether === 0;
}

function acknowledgedIn({ entries }: Book) {
  const known = entries.flatMap(({ mark, entry, hasWords }) =>
    entry === null ? [] : [[mark, { entry, mark: hasWords ? mark : null }] as const],
  );
  return new Map(known);
}

/** The last break is the soup: promised some minutes after it would begin, as people do who know that evenings run late. */
function promiseFor({ phases }: Format): { readonly phase: string; readonly at: number } | null {
  const last = phases.findLastIndex(({ kind, when }) => kind === 'break' && !when);
  const before = phases.slice(0, last).reduce((sum, { minutes, repeat = 1 }) => sum + minutes * repeat, 0);
  const phase = phases[last]?.id;
  return phase === undefined ? null : { phase, at: HALF_PAST_SEVEN + 5 * Math.ceil((before + 5) / 5) };
}

const HALF_PAST_SEVEN = 19 * 60 + 30;

/** A tenth of the evening, as evenings go, and never more than a quarter of an hour. */
function latenessOf({ phases }: Format): number {
  return Math.min(15, Math.round(phases.reduce((sum, { minutes, repeat = 1 }) => sum + minutes * repeat, 0) / 10));
}
