import type { InputUse, Place } from './format.ts';
import type { Situation } from './input.ts';
import { stepAt, useOf, visibilityOf } from './lookup.ts';
import type { Entry, State, Tally } from './state.ts';
import type { FlatView } from './channel.ts';
import { isForTheRoom, isLive, placesInView } from './visible.ts';
import type { Json, WordsOf } from './words.ts';

/** What the answers of people say together, by step and input. Cards speak for themselves: they have no sum. */
export function sumsOf(situation: Situation, entries: readonly Entry[], words: WordsOf): FlatView {
  return Object.fromEntries(
    [...groupsOf(situation, entries)].flatMap(([key, { use, entries: same }]) => {
      const enough = same.length >= fewest(situation, use);
      const summary = enough ? (situation.inputs[use.kind]?.summary(use, same, words) ?? null) : null;
      if (enough && summary === null) return [];
      return [[`sum/${key}`, { input: use.key, kind: use.kind, count: enough ? same.length : null, summary }]];
    }),
  );
}

/** Without the answers of so few people that they would tell who chose what. */
export function withoutFew(situation: Situation, entries: readonly Entry[]): readonly Entry[] {
  const groups = groupsOf(situation, entries);
  return entries.filter((entry) => {
    const group = groups.get(keyOf(entry.place, entry.input));
    return group !== undefined && group.entries.length >= fewest(situation, group.use);
  });
}

/** The results of secret votes that these may see. While a vote is held again its old result is not shown beside it. */
export function talliesFor(situation: Situation, audience: Audience, words: WordsOf): FlatView {
  const { state } = situation;
  return Object.fromEntries(
    placesInView(state).flatMap((place) =>
      usesAt(state, place).flatMap((use) => {
        const tally = state.tallies[keyOf(place, use.key)];
        if (!tally || !mayHave(state, place, use, audience)) return [];
        const names = namesIn(situation, tally, audience, words);
        return [[`tally/${keyOf(place, use.key)}`, { input: use.key, kind: use.kind, ...toldOf(tally), names } satisfies Json]];
      }),
    ),
  );
}

/** Too few for a result are not counted aloud either. */
export function toldOf(tally: Tally): Tally {
  return tally.counts ? tally : { ...tally, turnout: 0 };
}

/** The wall is the room, but for what waits to be released. */
type Audience = 'room' | 'wall' | 'facilitators';

/** The cards that got votes, as they are seen: a result can be read where the cards themselves do not lie. */
function namesIn(situation: Situation, { counts }: Tally, audience: Audience, words: WordsOf): Json {
  const { state, inputs } = situation;
  const named = Object.keys(counts ?? {}).flatMap((option): readonly (readonly [string, Json])[] => {
    const entry = state.entries.get(option);
    const use = entry && useOf(state, entry);
    const rules = use && inputs[use.kind];
    if (!entry || !rules || !isForTheRoom(state, entry) || (audience === 'wall' && !isLive(state, entry))) return [];
    return [[option, rules.view(use, entry.body, words)]];
  });
  return Object.fromEntries(named);
}

function mayHave(state: State, place: Place, use: InputUse, audience: Audience): boolean {
  const phase = stepAt(state, place)?.phase;
  if (!phase || (state.run?.place === place && !state.run.ended)) return false;
  const { who, when } = visibilityOf(phase, use);
  const forLeaders = who === 'facilitators' || who === 'me';
  if (forLeaders !== (audience === 'facilitators')) return false;
  return state.released[place] !== undefined || (when !== 'whenReleased' && (audience !== 'wall' || use.live === true));
}

interface Group {
  readonly use: InputUse;
  readonly entries: Entry[];
}

function groupsOf({ state }: Situation, entries: readonly Entry[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = keyOf(entry.place, entry.input);
    const use = groups.get(key)?.use ?? useOf(state, entry);
    if (!use) continue;
    const group = groups.get(key) ?? { use, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return groups;
}

function fewest({ inputs }: Situation, use: InputUse): number {
  return inputs[use.kind]?.fewest?.(use) ?? 1;
}

function usesAt(state: State, place: Place): readonly InputUse[] {
  return stepAt(state, place)?.phase.inputs ?? [];
}

function keyOf(place: Place, input: string): string {
  return `${place}/${input}`;
}
