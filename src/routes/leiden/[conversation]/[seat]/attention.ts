import { SIDES, type Side } from '#conversation/format.ts';
import { replan, type Outlook, type Shortening } from '#conversation/plan.ts';
import type { EveryoneShape, FacilitatorShape, TableLine, ThemesShape } from '#conversation/views/shapes.ts';
import type { Json, Words } from '#conversation/words.ts';
import { minuteOfDay } from '#words/time.ts';

/** What asks for the facilitator, most pressing first. The screen says it in words. */
export type Asks =
  | { readonly kind: 'call'; readonly call: string; readonly table: number; readonly words: string | null }
  | { readonly kind: 'promise'; readonly outlook: Outlook; readonly shorter: readonly Shortening[] }
  | { readonly kind: 'cue' }
  | { readonly kind: 'timeUp' }
  | { readonly kind: 'lastMinute' }
  | { readonly kind: 'clash'; readonly table: number }
  | { readonly kind: 'crowded'; readonly people: number; readonly chairs: number }
  | { readonly kind: 'crowdedTable'; readonly table: number; readonly people: number }
  | { readonly kind: 'heads'; readonly table: number; readonly people: number; readonly phones: number }
  | { readonly kind: 'fewerHeads'; readonly table: number; readonly people: number; readonly heads: number }
  | { readonly kind: 'paper'; readonly table: number; readonly differs: boolean }
  | { readonly kind: 'fewPhones'; readonly people: number }
  | { readonly kind: 'noResult'; readonly vote: Words; readonly fewOn: 'phones' | 'paper' }
  | { readonly kind: 'notCounted'; readonly vote: Words; readonly tables: readonly number[] }
  | { readonly kind: 'quiet'; readonly table: number }
  | { readonly kind: 'alone'; readonly table: number; readonly from: number | null }
  | { readonly kind: 'fewForTheme'; readonly theme: Json; readonly people: number; readonly largest: Json | null }
  | {
      readonly kind: 'smallTable';
      readonly theme: Json;
      readonly people: number;
      readonly table: number;
      readonly into: number;
      readonly other: Json;
    }
  | { readonly kind: 'sideLacks'; readonly side: Side; readonly tables: readonly number[]; readonly from: number | null }
  | { readonly kind: 'missing'; readonly perspective: string }
  | { readonly kind: 'noRole'; readonly role: Words; readonly tables: readonly number[] }
  | { readonly kind: 'waiting'; readonly steps: readonly { readonly place: string; readonly name: Words }[] };

export function asksOf(facilitator: FacilitatorShape, everyone: EveryoneShape, now: number): readonly Asks[] {
  const tables = tablesOf(facilitator);
  return [
    ...callsOf(facilitator),
    ...promisesAtRisk(facilitator, everyone, now),
    ...cueAsked(everyone),
    ...clockAsks(everyone, now),
    ...facilitator.clashes.map((table) => ({ kind: 'clash', table }) as const),
    ...tooFewChairs(facilitator),
    ...crowdedTables(facilitator, tables),
    ...tables.flatMap(headsToCount),
    ...(everyone.run?.ended ? [] : tables.flatMap(paperToCount)),
    ...votesOnPaper(facilitator),
    ...quietTables(tables, everyone, now).map((table) => ({ kind: 'quiet', table }) as const),
    ...smallThemes(facilitator.themes),
    ...smallTables(facilitator.themes, tables),
    ...lackingSides(facilitator.themes, tables),
    ...(facilitator.people.here > 0 ? missingVoices(facilitator) : []),
    ...(everyone.run && facilitator.themes?.stage !== 'seated' ? aloneAtTables(tables) : []),
    ...(facilitator.people.here > 0 ? facilitator.emptyRoles.map((empty) => ({ kind: 'noRole', ...empty }) as const) : []),
    ...waitingCards(facilitator),
  ];
}

export interface NumberedTable extends TableLine {
  readonly number: number;
}

export function tablesOf(facilitator: FacilitatorShape): readonly NumberedTable[] {
  const lines = Object.entries(facilitator).flatMap(([key, line]) =>
    key.startsWith('table/') ? [{ ...(line as TableLine), number: Number(key.slice(6)) }] : [],
  );
  return lines.sort((a, b) => a.number - b.number);
}

function callsOf(facilitator: FacilitatorShape): readonly Asks[] {
  return Object.entries(facilitator).flatMap(([key, call]) =>
    key.startsWith('call/') ? [{ kind: 'call', call: key.slice(5), ...(call as FacilitatorShape[`call/${string}`]) } as const] : [],
  );
}

/** What was promised at a time, and will only be then when something is shortened, or not at all. One tap does all of it. */
function promisesAtRisk({ sheet }: FacilitatorShape, { run }: EveryoneShape, now: number): readonly Asks[] {
  const { promises, shorter } = replan(sheet, run, now, minuteOfDay);
  const atRisk = promises.filter(({ is }) => is !== 'inTime');
  return atRisk.map((outlook, index) => ({ kind: 'promise', outlook, shorter: index === 0 ? shorter : [] }));
}

/** A break without a clock ends by a sign, such as that of the kitchen. */
function cueAsked({ step, run }: EveryoneShape): readonly Asks[] {
  return step?.kind === 'break' && run && !run.ended && run.endsAt === null ? [{ kind: 'cue' }] : [];
}

/** The last minute is for the gong; after it nobody has moved on. */
function clockAsks({ run }: EveryoneShape, now: number): readonly Asks[] {
  if (!run || run.ended || run.pausedWith !== null || run.endsAt === null) return [];
  if (now >= run.endsAt) return [{ kind: 'timeUp' }];
  return now >= run.endsAt - MINUTE && !run.gong ? [{ kind: 'lastMinute' }] : [];
}

function tooFewChairs({ people: { here, chairs } }: FacilitatorShape): readonly Asks[] {
  return chairs !== null && here > chairs ? [{ kind: 'crowded', people: here, chairs }] : [];
}

/** Whoever writes for a table seats people there without a phone: far more than the format has chairs for is looked at by who leads. */
function crowdedTables({ people: { chairs } }: FacilitatorShape, tables: readonly NumberedTable[]): readonly Asks[] {
  if (chairs === null) return [];
  const most = (chairs / tables.length) * 1.5;
  return tables
    .filter(({ heads }) => heads.people > most)
    .map(({ number: table, heads: { people } }) => ({ kind: 'crowdedTable', table, people }));
}

/** Where one phone stands for several people, heads are counted; where more take part than were counted, somebody may have left. */
function headsToCount({ number: table, heads }: NumberedTable): readonly Asks[] {
  const { said, people, waiting, sharing, phones } = heads;
  if (said !== null && said < people) return [{ kind: 'fewerHeads', table, people, heads: said }];
  return waiting > 0 ? [{ kind: 'heads', table, people: sharing, phones }] : [];
}

/** Paper that does not count yet: a second person has to count it, or both again. */
function paperToCount({ number: table, paper }: NumberedTable): readonly Asks[] {
  const left = Object.values(paper).filter((standing) => standing !== 'same');
  return left.length === 0 ? [] : [{ kind: 'paper', table, differs: left.includes('differs') }];
}

/** Before a vote: phones that are too few beside the paper. After it: what could not be told, and paper that is not in it. */
function votesOnPaper({ paperVotes: { fewPhones, left } }: FacilitatorShape): readonly Asks[] {
  return [
    ...(fewPhones === null ? [] : [{ kind: 'fewPhones', people: fewPhones } as const]),
    ...left.flatMap(({ label: vote, fewOn, unsettled: tables }): readonly Asks[] => [
      ...(fewOn ? [{ kind: 'noResult', vote, fewOn } as const] : []),
      ...(tables.length > 0 ? [{ kind: 'notCounted', vote, tables } as const] : []),
    ]),
  ];
}

/** Tables without a card when half of the time is over and half of the tables have one. */
function quietTables(tables: readonly NumberedTable[], { step, run }: EveryoneShape, now: number): readonly number[] {
  if (!step || !run || run.endsAt === null || step.inputs.length === 0 || step.inputs.every((use) => use.private)) return [];
  const taken = tables.filter((table) => table.sides.length > 0 && table.cards !== null);
  const quiet = taken.filter((table) => table.cards === 0);
  const halfway = now >= run.endsAt - (step.minutes * MINUTE) / 2;
  return halfway && quiet.length * 2 <= taken.length ? quiet.map((table) => table.number) : [];
}

/** Themes that too few people chose, as soon as most have chosen; none where all who are here chose already sits at a table. */
function smallThemes(themes: ThemesShape | null): readonly Asks[] {
  if (themes?.stage !== 'choosing') return [];
  const chosen = themes.list.reduce((sum, { people }) => sum + people, 0);
  if (chosen < themes.open) return [];
  const largest = themes.list.toSorted((a, b) => b.people - a.people)[0];
  return themes.list
    .filter(({ people }) => people > 0 && people < FEWEST_FOR_THEME)
    .map(({ id, body, people }) => ({
      kind: 'fewForTheme',
      theme: body,
      people,
      largest: largest && largest.id !== id ? largest.body : null,
    }));
}

/** A table that works on a theme with one or two people, as long as it has written nothing: they may join the smallest other. */
function smallTables(themes: ThemesShape | null, tables: readonly NumberedTable[]): readonly Asks[] {
  if (themes?.stage !== 'seated') return [];
  const sizes = new Map(tables.map(({ number, sides }) => [number, sides.length]));
  const laid = themes.list
    .flatMap((theme) => theme.tables.map(({ number }) => ({ number, theme: theme.body, people: sizes.get(number) ?? 0 })))
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.people - b.people || a.number - b.number);
  const [small, into] = laid;
  const hasBegun = tables.some(({ number, cards }) => number === small?.number && cards !== null && cards > 0);
  if (!small || !into || small.people >= FEWEST_FOR_THEME || hasBegun) return [];
  const { theme, people, number: table } = small;
  return [{ kind: 'smallTable', theme, people, table, into: into.number, other: into.theme }];
}

/** One reminder for each side that is in the hall and not at every table that works on a theme. */
function lackingSides(themes: ThemesShape | null, tables: readonly NumberedTable[]): readonly Asks[] {
  if (themes?.stage !== 'seated') return [];
  const laid = themes.list.flatMap((theme) => theme.tables);
  return SIDES.flatMap((side): readonly Asks[] => {
    const without = laid.filter(({ lacks }) => lacks.includes(side)).map(({ number }) => number);
    if (without.length === 0) return [];
    const count = ({ sides }: NumberedTable) => sides.filter((each) => each === side).length;
    const most = tables.toSorted((a, b) => count(b) - count(a))[0];
    return [{ kind: 'sideLacks', side, tables: without.sort((a, b) => a - b), from: most && count(most) > 1 ? most.number : null }];
  });
}

/** With fewer a table hardly gets going. */
const FEWEST_FOR_THEME = 3;

function missingVoices({ missing }: FacilitatorShape): readonly Asks[] {
  return missing.map((perspective) => ({ kind: 'missing', perspective }));
}

/** Tables of four or more with a single resident; somebody could come over from the table that has most. */
function aloneAtTables(tables: readonly NumberedTable[]): readonly Asks[] {
  const residents = (table: NumberedTable) => table.sides.filter((side) => side === 'resident').length;
  const most = tables.toSorted((a, b) => residents(b) - residents(a))[0];
  const from = most && residents(most) > 2 ? most.number : null;
  return tables
    .filter((table) => table.sides.length >= 4 && residents(table) === 1)
    .map(({ number }) => ({ kind: 'alone', table: number, from }));
}

/** Steps that are over while the room has not seen their cards, the latest first. */
function waitingCards({ sheet }: FacilitatorShape): readonly Asks[] {
  const steps = sheet.filter((line) => line.state === 'done' && line.waiting > 0).toReversed();
  return steps.length > 0 ? [{ kind: 'waiting', steps }] : [];
}

const MINUTE = 60_000;
