import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { PoolConfig } from 'pg';
import { chanceFrom } from '#conversation/chance.ts';
import { textsIn } from '#conversation/words.ts';
import { accepted, Evening, TestClock, until, type Person } from '../app/evening.ts';
import { embeddedServer } from '../helpers/database.ts';
import { rowsOf } from '../helpers/dump.ts';

const PEOPLE = 40;
/** So many that a snapshot of the conversation is made too. */
const CARDS_EACH = 55;
const SEED = 'who wrote what';

const server = await embeddedServer();
after(() => server.stop());

test('after sealing no column, no part of a column and no transaction groups cards by person; before it one did', async (story) => {
  const database = await server.database();
  const clock = new TestClock();
  const evening = await Evening.open(story, database, { sealAfter: 60_000, clock });
  const cards = await written(evening);
  assert.ok((await rowsOf(database, 'SELECT 1 FROM snapshots')).length > 0);
  assert.notDeepEqual(await groupings(database, cards), [], 'what looks for it finds it while it is there');
  await evening.lead({ type: 'close' });
  clock.pass(2);
  await until(async () => (await evening.state()).status === 'sealed');
  assert.deepEqual(await groupings(database, cards), [], `seed "${SEED}"`);
});

interface Card {
  readonly author: number;
  readonly table: number;
}
/** By their ids, and by the ids of their words. */
type Cards = ReadonlyMap<string, Card>;

/** Everybody writes, in an order of chance, several at once; all ask for a receipt. */
async function written(evening: Evening): Promise<Cards> {
  await evening.next();
  const people: Person[] = [];
  for (let index = 0; index < PEOPLE; index++) people.push(await evening.join());
  await Promise.all(people.map(({ visitor, at }) => evening.house.makeReceipt(visitor, at)));
  const order = chanceFrom(SEED).shuffle(people.flatMap((_, index) => Array<number>(CARDS_EACH).fill(index)));
  const cards = new Map<string, Card>();
  for (let start = 0; start < order.length; start += 25) await writeSome(evening, people, order.slice(start, start + 25), cards);
  return cards;
}

async function writeSome(evening: Evening, people: readonly Person[], authors: readonly number[], cards: Map<string, Card>): Promise<void> {
  const taken = await Promise.all(authors.map((author) => evening.write(people[author] as Person, 'Zomaar een zin.')));
  const { entries } = await evening.state();
  for (const [index, each] of taken.entries()) {
    const entry = entries.get(accepted(each).answer.entry ?? '');
    assert.ok(entry);
    const card = { author: authors[index] ?? -1, table: entry.table };
    for (const id of [entry.id, ...textsIn(entry.body)]) cards.set(id, card);
  }
}

/** Whatever puts cards together that are more often of one person than cards of one table are by chance. */
async function groupings(database: PoolConfig, cards: Cards): Promise<string[]> {
  const tables = await rowsOf<{ table: string }>(database, `SELECT tablename AS table FROM pg_tables WHERE schemaname = 'public'`);
  const groups = new Map<string, Set<string>>();
  const join = (name: string, value: string, found: readonly string[]) => {
    const key = `${name}\u0000${value}`;
    groups.set(
      key,
      found.reduce((known, id) => known.add(id), groups.get(key) ?? new Set<string>()),
    );
  };
  for (const { table } of tables) {
    const columns = await rowsOf<{ name: string }>(
      database,
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}'`,
    );
    const texts = ['xmin', ...columns.map(({ name }) => name)].map((name) => `"${name}"::text AS "${name}"`);
    for (const row of await rowsOf<{ [column: string]: string | null }>(database, `SELECT ${texts.join()} FROM "${table}"`)) {
      const found = cardsIn(JSON.stringify(row), cards);
      for (const [column, value] of Object.entries(row)) {
        if (value === null || found.length === 0) continue;
        join(`${table}.${column}`, value, found);
        for (const [path, part, inside] of partsOf(value)) join(`${table}.${column}${path}`, part, inside ? cardsIn(inside, cards) : found);
      }
    }
  }
  return tellingOf(groups, cards);
}

/** Every value inside a column of JSON, and every object or list in it with what it holds. */
function partsOf(text: string): (readonly [path: string, value: string, inside?: string])[] {
  if (!/^[[{]/.test(text)) return [];
  const parts: (readonly [string, string, string?])[] = [];
  const walk = (value: unknown, path: string, key: string): void => {
    if (typeof value !== 'object' || value === null) return void parts.push([path, JSON.stringify(value)]);
    parts.push([`${path}{}`, key, JSON.stringify(value)]);
    for (const [name, part] of Object.entries(value)) walk(part, `${path}.${Array.isArray(value) ? '' : name}`, `${key}.${name}`);
  };
  walk(JSON.parse(text), '', '');
  return parts;
}

function cardsIn(text: string, cards: Cards): string[] {
  return [...new Set(text.match(/\bt?[0-9a-z]{20}\b/g))].filter((id) => cards.has(id));
}

/** Five standard deviations above what chance would do: once in millions of runs, and the seed says which. */
function tellingOf(groups: ReadonlyMap<string, ReadonlySet<string>>, cards: Cards): string[] {
  const expected = chanceAtTable(cards);
  const pairs = new Map<string, { all: number; same: number }>();
  for (const [key, ids] of groups) {
    const name = key.split('\u0000', 1)[0] ?? '';
    const counted = pairs.get(name) ?? { all: 0, same: 0 };
    const authors = countsOf([...new Set([...ids].map((id) => cards.get(id)))].map((card) => card?.author ?? -1));
    const size = [...authors.values()].reduce((sum, count) => sum + count, 0);
    pairs.set(name, {
      all: counted.all + pairsIn(size),
      same: counted.same + [...authors.values()].reduce((sum, count) => sum + pairsIn(count), 0),
    });
  }
  return [...pairs]
    .filter(([, { all, same }]) => same > expected * all + 5 * Math.sqrt(all * expected * (1 - expected)))
    .map(([name, { all, same }]) => `${name}: ${same} of ${all} pairs`);
}

/** How often two cards of one table are of one person. */
function chanceAtTable(cards: Cards): number {
  const unique = [...new Set(cards.values())];
  const tables = countsOf(unique.map(({ table }) => table));
  const authors = countsOf(unique.map(({ author }) => author));
  const sum = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((total, count) => total + pairsIn(count), 0);
  return sum(authors) / sum(tables);
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function pairsIn(count: number): number {
  return (count * (count - 1)) / 2;
}
