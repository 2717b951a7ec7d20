import { dayOf } from '#conversation/day.ts';
import type { Event } from '#conversation/event.ts';
import type { Situation } from '#conversation/input.ts';
import {
  isWaiting,
  outcomeIn,
  sinceOpening,
  standingNow,
  titleOf,
  type Effect,
  type Outcome,
  type OutcomeId,
  type OutcomeKind,
} from '#conversation/outcome.ts';
import { textsIn, type TextId, type WordsOf } from '#conversation/words.ts';
import { searchDocument } from '#search/document.ts';
import type { Noticed, OutcomeRow } from './ports/outcomes.ts';

/** The outcomes that these events say something new of. */
export function outcomesTouched(events: readonly Event[]): readonly OutcomeId[] {
  return [...new Set(events.flatMap((event) => ('outcome' in event && event.type !== 'effectTold' ? [event.outcome] : [])))];
}

/** What people notice of the outcomes of which one of them told it just now; of all, when a card went with which it may have been told. */
export function noticedOf({ state }: Situation, events: readonly Event[]): ReadonlyMap<OutcomeId, Noticed> {
  const told = new Set(events.flatMap((event) => (event.type === 'effectTold' ? [event.outcome] : [])));
  const anyOf = events.some(({ type }) => type === 'entryWithdrawn');
  return new Map(state.outcomes.filter(({ id }) => anyOf || told.has(id)).map((outcome) => [outcome.id, countsOf(outcome)]));
}

function countsOf({ effects }: Outcome): Noticed {
  const told = Object.values(effects);
  const count = (effect: Effect) => told.filter((each) => each === effect).length;
  return { yes: count('yes'), aLittle: count('aLittle'), no: count('no') };
}

/** All of their words: to be found before rows are made. */
export function wordsOfOutcomes({ state }: Situation, ids: readonly OutcomeId[]): readonly TextId[] {
  return ids.flatMap((id) => {
    const outcome = outcomeIn(state, id);
    return outcome ? textsOf(outcome) : [];
  });
}

/** What is kept of them beside the log; null for one that was dropped. */
export function rowsOf({ state, kinds }: Situation, ids: readonly OutcomeId[], words: WordsOf): ReadonlyMap<OutcomeId, OutcomeRow | null> {
  const rows = ids.map((id) => {
    const outcome = outcomeIn(state, id);
    return [id, !outcome || outcome.dropped ? null : rowOf(outcome, kinds[outcome.kind], words)] as const;
  });
  return new Map(rows);
}

function rowOf(outcome: Outcome, kind: OutcomeKind | undefined, words: WordsOf): OutcomeRow {
  const { id, owner, theme, seenBy } = outcome;
  const { status, because, due, at } = standingNow(sinceOpening(outcome));
  const title = titleOf(outcome, kind);
  // What only those who lead may read, nobody finds it by.
  const open = kind?.fields.filter(({ leadersOnly }) => !leadersOnly).flatMap(({ key }) => textsIn(outcome.fields[key] ?? null)) ?? [];
  const said = (texts: readonly TextId[]) => texts.flatMap((text) => words(text) ?? []).join('\n');
  return {
    id,
    kind: outcome.kind,
    status,
    because,
    waiting: isWaiting(status),
    due,
    since: dayOf(at),
    seenBy,
    title,
    owner: owner.name,
    theme,
    origin: outcome.origin,
    asked: outcome.asked.filter(({ answer }) => answer === null).length,
    noticed: countsOf(outcome),
    texts: textsOf(outcome),
    search: searchDocument(
      [
        { in: 'title', words: title ? said([title]) : '' },
        { in: 'body', words: said([...open.filter((text) => text !== title), ...(theme ? [theme] : [])]) },
      ],
      theme ? { theme: said([theme]) } : {},
    ),
  };
}

function textsOf({ fields, owner, theme, history }: Outcome): readonly TextId[] {
  return [...textsIn(fields), owner.name, ...(theme ? [theme] : []), ...history.flatMap(({ because }) => because ?? [])];
}
