import type { Perspective, Place, Step } from './format.ts';
import type { Situation } from './input.ts';
import { aliasOf } from './aliases.ts';
import { currentStep, roleOf, steps, tableOf, useOf, visibilityOfEntry } from './lookup.ts';
import type { Entry, State } from './state.ts';
import type { Json, Words, WordsOf } from './words.ts';

/** Whether an entry may be seen by those it is meant for, now. Its own writer is another matter. */
export function isShared(state: State, entry: Entry): boolean {
  const visibility = visibilityOfEntry(state, entry);
  if (!visibility || entry.status !== 'there') return false;
  const { who, when } = visibility;
  if (who === 'me') return when === 'whenIConsent' && entry.laid;
  if (when === 'atOnce') return true;
  if (when === 'whenIConsent') return entry.laid;
  return when === 'afterPhase' ? isOver(state, entry.place) : isReleased(state, entry);
}

/** Whether everybody here may see it: shared with everyone, or released by the facilitator. Never what is kept at the table. */
export function isForTheRoom(state: State, entry: Entry): boolean {
  const who = visibilityOfEntry(state, entry)?.who;
  if (!who || entry.kept || entry.status !== 'there' || !entry.laid) return false;
  if (who === 'me' || who === 'facilitators') return false;
  const forAll = who === 'everyone' || who === 'public';
  return isReleased(state, entry) || (forAll && isShared(state, entry));
}

export function isReleased(state: State, entry: Entry): boolean {
  return state.released[entry.place] !== undefined;
}

/** The places whose entries belong on a screen now: the current step, and the earlier ones it uses. */
export function placesInView(state: State): readonly Place[] {
  const now = currentStep(state);
  if (!now) return [];
  const used = steps(state).filter((step) => now.phase.uses?.includes(step.phase.id) && sameRepeat(step, now));
  return [now.place, ...used.map((step) => step.place)];
}

/** What a card looks like to someone who may see it: never an author, at most an alias, role or perspective. */
export function cardView(situation: Situation, entry: Entry, words: WordsOf): Json {
  const use = useOf(situation.state, entry);
  const rules = use && situation.inputs[use.kind];
  if (!use || !rules) return null;
  return { input: use.key, kind: use.kind, place: entry.place, table: entry.table, kept: entry.kept, sender: senderOf(situation, entry), body: rules.view(use, entry.body, words) };
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

function isOver(state: State, place: Place): boolean {
  if (state.run?.place !== place) return state.runs.some((run) => run.place === place);
  return state.run.ended;
}

/** In repeated rounds a step uses the cards of its own round; what has no repeats is used by all. */
function sameRepeat(step: Step, now: Step): boolean {
  return (step.phase.repeat ?? 1) === 1 || step.repeat === now.repeat || (now.phase.repeat ?? 1) === 1;
}

