import { inHuisZaaien } from '#formats/inHuisZaaien.ts';
import { Times } from '#rehearsal/hall/times.ts';
import { MINUTE } from '#rehearsal/village/time.ts';
import { readReport } from '#doors/reports.ts';
import { opens, sentencesOf } from '#report/sentences.ts';
import { isForReport } from '#conversation/publishing.ts';
import { playAftermath } from './aftermath.ts';
import type { Ending } from './ending.ts';
import { fillOutcomes } from './fillOutcomes.ts';
import { holdFullEvening } from './fullEvening.ts';
import { OwnHouse } from './ownHouse.ts';
import { withStore } from './prepare.ts';
import { readReceipts, truthOf } from './receiptTruth.ts';
import { reportCosts } from './reportCosts.ts';
import { measureSearch } from './searching.ts';
import { openVillageHall, type VillageHall } from './villageHall.ts';

/** An evening and its aftermath over HTTP: which cards come back to who wrote them, and which sentences of the report open their cards. */
export async function followThread(people: number, seed: string, ending: Ending) {
  const hall = await openVillageHall({ format: inHuisZaaien, people, phones: Math.ceil(people / 7), seed, late: 0, promise: null }, ending);
  const { withoutPhone } = await hall.evening.play();
  const codes = [...(await hall.evening.codes()), ...hall.printed.slice(0, withoutPhone)];
  const before = await situationOf(hall);
  const cards = [...before.state.entries.values()].filter((entry) => isForReport(before.state, entry)).map(({ id }) => id);
  const recorded = await playAftermath(hall, cards, seed);
  await sealed(hall);
  const receipts = await readReceipts(hall.url, codes);
  const page = await reportPage(hall);
  const { state } = await situationOf(hall);
  return {
    people,
    ...truthOf(before, state, receipts, page, recorded),
    ...(await sentencesIn(hall, page)),
    outcomesRecorded: recorded.length,
  };
}

/** Laid in a store of its own: the library is searched and the board read as their pages do it. */
export async function measureLists(
  outcomes: number,
  seed: string,
  ending: Ending,
): Promise<{ searchP95Ms: number | null; boardP95Ms: number | null }> {
  const house = ending.with(await OwnHouse.onFreePort(), (each) => each.remove());
  return withStore(house.dataDir, async (store) => {
    await fillOutcomes(store, { outcomes, seed });
    await store.files.sweep();
    const { p95Ms } = await measureSearch(store.library, SEARCHES, seed);
    const times = new Times();
    for (let time = 0; time < LOOKS; time++) {
      const by = (['day', 'owner', 'place', 'theme'] as const)[time % 4] ?? 'day';
      const begin = performance.now();
      await Promise.all([store.outcomes.list({ reader: null, by, page: 1 + (time % 20), pageSize: 50 }), store.outcomes.choices(null)]);
      times.add(performance.now() - begin);
    }
    return { searchP95Ms: p95Ms, boardP95Ms: times.within(0.95) };
  });
}

/** The report of a hall of three hundred, and its Word file. */
export async function measureReport(seed: string, ending: Ending) {
  const house = ending.with(await OwnHouse.onFreePort(), (each) => each.remove());
  const { place, secret, cards } = await holdFullEvening(house.dataDir, 300, seed);
  await house.start();
  return { reportCards: cards, ...(await reportCosts(house.url, place, secret)) };
}

const SEARCHES = 400;
const LOOKS = 200;

async function situationOf({ app, at }: VillageHall) {
  const situation = await app.situationOf(at.conversation);
  if (!situation) throw new Error('The conversation is gone.');
  return situation;
}

/** An hour after closing nothing tells any more who wrote what but the codes. */
async function sealed(hall: VillageHall): Promise<void> {
  for (let tries = 0; (await hall.state()).status !== 'sealed'; tries++) {
    if (tries > 600) throw new Error('It was not sealed.');
    await hall.time.until(hall.time.now() + MINUTE);
    await new Promise((later) => setTimeout(later, 20));
  }
}

async function reportPage({ url, at, secret }: VillageHall): Promise<string> {
  const answer = await fetch(new URL(`/verslag/${at.conversation}`, url), { headers: { cookie: `apparaat=${secret}` } });
  if (!answer.ok) throw new Error(`Nobody can read the report: ${answer.status}.`);
  return answer.text();
}

/** A sentence opens its cards when each of them stands on the page. */
async function sentencesIn({ app, at, secret }: VillageHall, page: string): Promise<{ sentences: number; opening: number }> {
  const read = await readReport(app, await app.whoAsks(secret), at.conversation);
  if (!read?.report) throw new Error('There is no report.');
  const { report } = read;
  const ids = new Set(Array.from(page.matchAll(/ id="kaartje-(\w+)"/g), ([, id]) => id));
  const told = sentencesOf(report, read);
  const opening = told.filter((each) => opens(report, each) && ('counts' in each || each.restsOn.every((id) => ids.has(id))));
  return { sentences: told.length, opening: opening.length };
}
