import type { Place } from '../format.ts';
import { changed, placeOfEntry } from '../publishing.ts';
import type { Entry, EntryId, HideRule, Release, State } from '../state.ts';
import { isForTheRoom } from '../visible.ts';

export function addEntry(state: State, entry: Entry): State {
  const tables = state.byPlace[entry.place] ?? {};
  const ids: readonly EntryId[] = [...(tables[entry.table] ?? []), entry.id];
  return {
    ...state,
    entries: state.entries.add(entry.id, entry),
    byPlace: { ...state.byPlace, [entry.place]: { ...tables, [entry.table]: ids } },
  };
}

export function changeEntry(state: State, id: EntryId, change: (entry: Entry) => Entry): State {
  const entry = state.entries.get(id);
  return entry ? { ...state, entries: state.entries.put(id, change(entry)) } : state;
}

/** By whoever leads: what others may read is not what it was. */
export function changeWhatIsPublic(state: State, id: EntryId, change: (entry: Entry) => Entry): State {
  return changed(changeEntry(state, id, change), placeOfEntry(state, id));
}

/** What the room could read before, its writer is not told otherwise: a release afterwards changes nothing of that. */
export function hidden(state: State, entry: Entry, rule: HideRule): Entry {
  return { ...entry, status: 'hidden', hiddenBy: rule, ...(isForTheRoom(state, entry) && { wasForTheRoom: true }) };
}

/** What stands there now goes to the room, with the perspectives decided now beside those of an earlier release. A draft stays one. */
export function release(state: State, place: Place, perspectives: Release['perspectives']): State {
  const ids = Object.values(state.byPlace[place] ?? {})
    .flat()
    .filter((id) => state.entries.get(id)?.laid);
  const given = ids.reduce((known, id) => changeEntry(known, id, (entry) => ({ ...entry, released: true })), state);
  const shown = { ...state.released[place]?.perspectives };
  for (const table of Object.keys(perspectives).map(Number)) shown[table] = { ...shown[table], ...perspectives[table] };
  return { ...given, released: { ...state.released, [place]: { cards: ids.length, perspectives: shown } } };
}

/** The cards this entry gives to the room now, instead of those it gave before. */
export function giving(state: State, id: EntryId, gives: readonly EntryId[] = []): State {
  const entry = state.entries.get(id);
  if (!entry || (!entry.gives && gives.length === 0)) return state;
  const back = (entry.gives ?? []).reduce((known, card) => changeEntry(known, card, takenBack), state);
  const given = gives.reduce((known, card) => changeEntry(known, card, (each) => ({ ...each, given: entry.place })), back);
  return changeEntry(given, id, (known) => ({ ...known, gives }));
}

function takenBack(card: Entry): Entry {
  const { given: _, ...rest } = card;
  return rest;
}

/** How it was said before goes with the words. */
export function unsaid(card: Entry): Entry {
  const { spoken: _, ...rest } = card;
  return rest;
}

/** A yes is for the words it was said to, not for others in their place. */
export function unquoted(card: Entry): Entry {
  const { quotable: _, ...rest } = card;
  return rest;
}
