import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House, Place } from '#app/house.ts';
import type { Format } from '#conversation/format.ts';
import type { State } from '#conversation/state.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { inputs } from '#inputs/rules.ts';
import { chanceFrom } from '#conversation/chance.ts';
import { Book } from '#rehearsal/village/book.ts';
import { VillageEvening } from '#rehearsal/village/evening.ts';
import { Leader } from '#rehearsal/village/leader.ts';
import { Pen } from '#rehearsal/village/pen.ts';
import type { EveningPlan } from '#rehearsal/village/plan.ts';
import { EveningTime, MINUTE } from '#rehearsal/village/time.ts';
import { minuteOfDay } from '#words/time.ts';
import { theHouse } from '../../house.ts';
import { readSettings } from '../../settings.ts';
import type { Ending } from './ending.ts';

export interface HallWish {
  readonly format: Format;
  readonly people: number;
  readonly phones: number;
  readonly seed: string;
  /** Minutes that the first step runs over. */
  readonly late: number;
  readonly promise: EveningPlan['promise'];
  readonly tables?: number;
}

/** A house of its own with one conversation in it, and the people of an evening at its doors. */
export interface VillageHall {
  readonly app: House;
  readonly at: Place;
  readonly url: URL;
  readonly dataDir: string;
  readonly book: Book;
  readonly time: EveningTime;
  readonly evening: VillageEvening;
  readonly leader: Leader;
  /** When the first step begins. */
  readonly begins: number;
  readonly promise: EveningPlan['promise'];
  /** The cookie of whoever leads, and the key of the QR. */
  readonly secret: string;
  readonly key: string;
  /** The read-back codes of the tickets, in their order. */
  readonly printed: readonly string[];
  state(): Promise<State>;
  /** Afterwards the log can be read by itself. */
  stop(): Promise<void>;
}

/** Opens it in this process, so that it can be handed a clock that runs as fast as people act. */
export async function openVillageHall(
  { format, people, phones, seed, late, promise, tables = tablesFor(people, phones) }: HallWish,
  ending: Ending,
): Promise<VillageHall> {
  const { startHouse } = await import('../../main.ts');
  const dataDir = ending.with(mkdtempSync(join(tmpdir(), 'samenspraak-evening-')), (each) =>
    rmSync(each, { recursive: true, force: true }),
  );
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir });
  if ('wrong' in settings) throw new Error(settings.en);
  const time = new EveningTime(DOORS_OPEN);
  const running = ending.with(await startHouse(settings, { clock: time }), (each) => each.stop());
  const { app } = theHouse();
  const prepared = await prepare(app, readFileSync(running.setUpFile ?? '', 'utf8'), format, tables, people);
  const { at, secret, key, printed } = prepared;
  const state = async () => (await app.situationOf(at.conversation))?.state ?? fail('the conversation is gone');
  const begins = DOORS_OPEN + 30 * MINUTE;
  const book = new Book();
  const url = new URL(running.listensAt);
  const leader = new Leader(url, `apparaat=${secret}`, at, seed);
  const plan: EveningPlan = {
    format,
    people,
    phones,
    tables,
    seed,
    time,
    book,
    pen: new Pen(inputs, book, chanceFrom(`${seed} pens`), time.now),
    house: url,
    invitation: { key },
    leader,
    begins,
    late,
    promise,
    minuteOfDay,
    held: state,
  };
  const evening = ending.with(new VillageEvening(plan), (each) => each.close());
  return { app, at, url, dataDir, book, time, evening, leader, begins, promise, secret, key, printed, state, stop: () => running.stop() };
}

/** As many as can be served by a phone each, of five to eight people. */
function tablesFor(people: number, phones: number): number {
  const fits = people / phones >= 4 && people / phones <= 9;
  return fits ? phones : Math.max(1, Math.round(people / 7));
}

/** What an organiser does beforehand: the conversation, the way in, and a printed ticket for everybody. */
async function prepare(app: House, setUpCode: string, format: Format, tables: number, people: number) {
  const { secret } = await app.newDevice();
  const visitor = async () => (await app.whoAsks(secret)) ?? fail('the device is unknown');
  must(await app.useSetUpCode(await visitor(), setUpCode));
  const at = must(await app.prepare(await visitor(), 'an-evening-in-the-village', { format: format.id, title: TITLE, tables }, true));
  const { secret: key } = must(await app.joinCode(await visitor(), at));
  const { tickets } = must(await app.makeTickets(await visitor(), at, 0, people));
  return { at, key, secret, printed: tickets.map(({ code }) => code) };
}

function must<T extends object>(given: T | Refusal): T {
  return 'refused' in given ? fail(given.refused) : given;
}

function fail(why: string): never {
  throw new Error(`The evening could not be prepared: ${why}`);
}

const TITLE = 'Een avond in het dorpshuis';
/** A Tuesday in November, seven o'clock in Amsterdam. */
const DOORS_OPEN = Date.UTC(2026, 10, 17, 18, 0);
