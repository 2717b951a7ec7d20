import type { Perspective, Place, Step } from './format.ts';
import type { Situation } from './input.ts';
import { aliasOf } from './aliases.ts';
import { currentStep, outsideOf, roleOf, stepAt, steps, tableOf, useOf, visibilityOfEntry } from './lookup.ts';
import type { Entry, Seat, State, TableNumber } from './state.ts';
import type { Json, Words, WordsOf } from './words.ts';

/** Whether an entry may be seen by those it is meant for, now. Its own writer is another matter. */
export function isShared(state: State, entry: Entry): boolean {
  const visibility = visibilityOfEntry(state, entry);
  if (!visibility || entry.status !== 'there') return false;
  const { who, when } = visibility;
  if (who === 'me' && when !== 'whenIConsent') return false;
  if (when === 'whenReleased') return entry.released;
  if (when === 'whenIConsent' && !entry.laid) return false;
  return isOver(state, entry) || (when !== 'afterPhase' && !isSilent(state, entry.place));
}

/** Whether everybody here may see it: shared with everyone, or released by the facilitator. Never what is kept at the table. */
export function isForTheRoom(state: State, entry: Entry): boolean {
  const who = visibilityOfEntry(state, entry)?.who;
  if (!who || entry.kept || entry.status !== 'there' || !entry.laid) return false;
  if (who === 'me' || who === 'facilitators') return false;
  const forAll = who === 'everyone' || who === 'public';
  return entry.released || (forAll && isShared(state, entry));
}

/** Whether those who sit at this table now may see it. A table of the same number in an earlier seating was another group. */
export function isForTable(state: State, entry: Entry, table: TableNumber): boolean {
  const who = visibilityOfEntry(state, entry)?.who;
  if (who === 'facilitators' || who === 'sameRole') return false;
  return entry.table === table && entry.seating === state.seatings && isShared(state, entry);
}

/** Whether it is meant for the role of its writer, and this seat has that role. */
export function isForRoleOf({ state, authors }: Situation, entry: Entry, seat: Seat): boolean {
  if (visibilityOfEntry(state, entry)?.who !== 'sameRole' || !isShared(state, entry)) return false;
  return state.seats.get(authors.seatOf.get(entry.id) ?? '')?.role === seat.role;
}

/** The places whose entries belong on a screen now: the current step, and the earlier ones it uses. */
export function placesInView(state: State): readonly Place[] {
  const now = currentStep(state);
  if (!now) return [];
  const used = steps(state).filter((step) => now.phase.uses?.includes(step.phase.id) && sameRepeat(step, now) && staysInside(step, now));
  return [now.place, ...used.map((step) => step.place)];
}

/** The newest of these; without a name in the order of their random ids, so that nobody sees who was first. */
export function newest(state: State, entries: readonly Entry[], most: number): readonly Entry[] {
  const ordered = entries.filter((entry) => showsSender(state, entry));
  const shuffled = entries.filter((entry) => !showsSender(state, entry)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...ordered, ...shuffled].slice(-most);
}

/** What a card looks like to someone who may see it: never an author, at most an alias, role or perspective. */
export function cardView(situation: Situation, entry: Entry, words: WordsOf): Json {
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
  };
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
  const table = tableOf(state, entry.table);
  return writer && run && table ? { alias: aliasOf(run, table, writer.id) } : null;
}

function showsSender(state: State, entry: Entry): boolean {
  const sender = visibilityOfEntry(state, entry)?.sender;
  return sender === 'alias' || sender === 'name';
}

/** What was seen once stays, also while its step is done again. */
function isOver({ run }: State, entry: Entry): boolean {
  return run?.place !== entry.place || run.ended || entry.during < run.ordinal;
}

/** In silence nothing appears from others. */
function isSilent(state: State, place: Place): boolean {
  return stepAt(state, place)?.phase.turn.kind === 'silent';
}

/** In repeated rounds a step uses the cards of its own round; what has no repeats is used by all. */
function sameRepeat(step: Step, now: Step): boolean {
  return (step.phase.repeat ?? 1) === 1 || step.repeat === now.repeat || (now.phase.repeat ?? 1) === 1;
}

/** What was said in a closed step is used only where the same roles stay outside. */
function staysInside(step: Step, now: Step): boolean {
  return outsideOf(step).every((role) => outsideOf(now).includes(role));
}
