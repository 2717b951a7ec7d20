import type { Format } from '#conversation/format.ts';
import type { Ending } from './ending.ts';
import { minutesAfterPromise, minutesLate, Pairs, whereabouts } from './eveningFacts.ts';
import { withStore } from './prepare.ts';
import { readBack } from './readBack.ts';
import { openVillageHall } from './villageHall.ts';

export interface EveningWish {
  readonly format: Format;
  readonly people: number;
  readonly phones: number;
  readonly seed: string;
}

/** Plays one evening and says what became of every word, by what the house gives afterwards. */
export async function holdEvening(wish: EveningWish, ending: Ending) {
  const begin = performance.now();
  const promise = promiseFor(wish.format);
  const hall = await openVillageHall({ ...wish, late: latenessOf(wish.format), promise }, ending);
  const pairs = new Pairs();
  hall.app.onEveryChange(pairs.look);
  const played = await hall.evening.play();
  const { book, at, app } = hall;
  const places = await whereabouts(app, at);
  const situation = await app.situationOf(at.conversation);
  if (!situation) throw new Error('The conversation is gone.');
  const { state } = situation;
  const late = await minutesLate(app, at);
  await hall.stop();
  const taken = new Map(
    book.entries.flatMap((each) =>
      each.entry === null ? [] : [[each.mark, { entry: each.entry, mark: each.hasWords ? each.mark : null }]],
    ),
  );
  const log = await withStore(hall.dataDir, (store) => readBack(store, at.conversation, taken, 0));
  const written = book.entries.length;
  const counted = Object.values(state.tallies).reduce((sum, { turnout }) => sum + turnout, 0);
  const facts = {
    people: [...state.seats.values()].filter((seat) => seat.table > 0).length,
    phones: played.phones,
    written,
    inLog: log.cards,
    ...places,
    lost: log.lost + book.entries.filter((each) => each.entry === null).length,
    duplicated: log.duplicated,
    onlyOnPhones: book.onlyOnPhones.length,
    ballots: book.ballots.length,
    counted,
    apartTogether: pairs.together,
    minutesLate: late,
    promiseLate: promise && minutesAfterPromise(state, promise),
    reshuffleMs: played.reshuffleMs,
  };
  const { nowhere, inReport, keptAtTable, keptBack } = places;
  const ok =
    facts.lost === 0 &&
    facts.duplicated === 0 &&
    written === facts.inLog &&
    facts.inLog === inReport + keptAtTable + keptBack &&
    nowhere === 0 &&
    counted === facts.ballots &&
    facts.apartTogether === 0 &&
    facts.minutesLate <= 5 &&
    (facts.promiseLate ?? 0) === 0 &&
    facts.reshuffleMs <= 2_000;
  return { ...facts, ...played, refused: book.refusals, seconds: Math.round((performance.now() - begin) / 100) / 10, ok };
}

/** The last break is the soup: promised five minutes after it would begin, as people do who know that evenings run late. */
function promiseFor({ phases }: Format): { readonly phase: string; readonly at: number } | null {
  const breaks = phases.findLastIndex(({ kind, when }) => kind === 'break' && !when);
  const before = phases.slice(0, breaks).reduce((sum, { minutes, repeat = 1 }) => sum + minutes * repeat, 0);
  const phase = phases[breaks]?.id;
  return phase === undefined ? null : { phase, at: HALF_PAST_SEVEN + 5 * Math.ceil((before + 5) / 5) };
}

const HALF_PAST_SEVEN = 19 * 60 + 30;

/** A tenth of the evening, as evenings go, and never more than a quarter of an hour. */
function latenessOf({ phases }: Format): number {
  return Math.min(15, Math.round(phases.reduce((sum, { minutes, repeat = 1 }) => sum + minutes * repeat, 0) / 10));
}
