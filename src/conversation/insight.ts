import { aliasOf } from './aliases.ts';
import type { Perspective } from './format.ts';
import type { Situation } from './input.ts';
import { spokenView } from './interpreting.ts';
import { roleOf, standsAmong, useOf, visibilityOfEntry } from './lookup.ts';
import { OPEN_SHEET } from './openSheet.ts';
import type { Entry, State } from './state.ts';
import { sumsOf, withoutFew } from './sums.ts';
import type { FlatView } from './channel.ts';
import type { Json, Words, WordsOf } from './words.ts';

/** What a screen gets of these: what people's answers say together, the cards with a name, and the newest of the others. */
export function inSight(situation: Situation, entries: readonly Entry[], most: number, words: WordsOf): FlatView {
  const cards = asShown(situation.state, withoutFew(situation, entries), most);
  return {
    ...sumsOf(situation, entries, words),
    ...Object.fromEntries(cards.map((entry) => [`card/${entry.id}`, cardView(situation, entry, words)])),
  };
}

/** Without a sender in the order of their random ids, so that nobody sees who was first. */
function asShown(state: State, entries: readonly Entry[], most: number): readonly Entry[] {
  const kept = toShow(state, entries, most);
  const ordered = entries.filter((entry) => kept.has(entry) && showsSender(state, entry));
  const shuffled = entries.filter((entry) => kept.has(entry) && !showsSender(state, entry)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...ordered, ...shuffled];
}

/** What has a name, such as the problem that all is about, stays; but half the room is always for what is newest of the others. */
function toShow(state: State, entries: readonly Entry[], most: number): ReadonlySet<Entry> {
  const newest = newestFirst(state, entries);
  const isNamed = (entry: Entry) => visibilityOfEntry(state, entry)?.sender === 'name';
  const named = newest.filter(isNamed).slice(0, most);
  const others = newest.filter((entry) => !isNamed(entry));
  return new Set([...named, ...others.slice(0, Math.max(most - named.length, Math.ceil(most / 2)))]);
}

/** Those of the current step before those of earlier ones. */
function newestFirst({ run }: State, entries: readonly Entry[]): readonly Entry[] {
  const isNow = (entry: Entry) => Number(entry.place === run?.place);
  return entries.toSorted((a, b) => isNow(b) - isNow(a) || b.arrived - a.arrived);
}

/** What a card looks like to someone who may see it: never an author, at most an alias, role or perspective. */
function cardView(situation: Situation, entry: Entry, words: WordsOf): Json {
  const use = useOf(situation.state, entry);
  const rules = use && situation.inputs[use.kind];
  if (!use || !rules) return null;
  return {
    input: use.key,
    kind: use.kind,
    place: entry.place,
    table: entry.table,
    kept: entry.kept,
    sender: senderOf(situation, entry),
    body: rules.view(use, entry.body, words),
    ...amongView(situation.state, entry),
    ...spokenView(entry, words),
    ...(entry.original !== undefined && { shortened: true }),
  };
}

/** Only of an open sheet: of any other card its input says it. */
export function amongView(state: State, entry: Entry): { readonly among?: readonly string[] } {
  return entry.input === OPEN_SHEET ? { among: standsAmong(state, entry) } : {};
}

type Sender = { readonly alias: Words } | { readonly role: Words } | { readonly perspective: Perspective } | null;

function senderOf({ state, authors }: Situation, entry: Entry): Sender {
  const sender = visibilityOfEntry(state, entry)?.sender;
  if (!sender || sender === 'withoutName') return null;
  if (sender === 'perspective') {
    const perspective = state.released[entry.place]?.perspectives[entry.table]?.[entry.id];
    return perspective ? { perspective } : null;
  }
  const writer = state.seats.get(authors.seatOf.get(entry.id) ?? '');
  const role = writer && roleOf(state, writer);
  if (sender === 'name' && role && role.task !== 'takePart') return { role: role.name };
  const run = state.runs.find((each) => each.place === entry.place);
  const cameTo = state.cameTo[entry.seating]?.[entry.table];
  return writer && run && cameTo ? { alias: aliasOf(run, cameTo, writer.id) } : null;
}

function showsSender(state: State, entry: Entry): boolean {
  const sender = visibilityOfEntry(state, entry)?.sender;
  return sender === 'alias' || sender === 'name';
}
