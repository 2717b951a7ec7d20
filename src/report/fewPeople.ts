import type { Situation } from '#conversation/input.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import { countsCards, type InputReport, type TallyReport } from './inputs.ts';
import type { Report } from './model.ts';
import { partsShown, peopleShown, type Audience } from './numbers.ts';
import { withoutCards } from './smallTables.ts';

/**
 * A report without what too few people answered: what many say together is told from five answers in the room and
 * from ten in public, also of each part of it. Of a withheld answer its words stay out too. A vote that may be told is
 * told whole: each option with its count.
 */
export function withoutFew(situation: Situation, report: Report, audience: Audience): Report {
  const gone = new Set<EntryId>();
  const told = (input: InputReport): InputReport => {
    const { use, sum, cards } = input;
    const tally = input.tally && tallyOf(input.tally, audience);
    if (!sum || countsCards(situation, use)) return { ...input, tally };
    if (peopleShown(sum.restsOn.length, audience) !== null) {
      return { ...input, tally, sum: { ...sum, summary: use.kind === 'vote' ? sum.summary : partsOf(sum.summary, audience) } };
    }
    for (const card of cards) gone.add(card);
    return { ...input, tally, sum: { summary: null, restsOn: [] } };
  };
  const steps = report.steps.map((step) => ({ ...step, inputs: step.inputs.map(told) }));
  return withoutCards({ ...report, steps }, (id) => !gone.has(id));
}

/** What ballots gave; of too few not even how many there were. */
function tallyOf(tally: TallyReport, audience: Audience): TallyReport {
  const isTold = tally.turnout !== null && peopleShown(tally.turnout, audience) !== null;
  return isTold ? tally : { ...tally, turnout: null, options: null, restsOn: [] };
}

/** Inputs call how many answered a part its `turnout`, how many chose the same its `count`, and those of each answer `counts`. */
function partsOf(summary: Json, audience: Audience): Json {
  if (isList(summary)) return summary.filter((part) => mayTell(part, audience)).map((part) => partsOf(part, audience));
  if (!isPart(summary)) return summary;
  const turnout = numberIn(summary, 'turnout');
  const isFew = turnout !== null && peopleShown(turnout, audience) === null;
  const isOut = (name: string, part: Json) => isFew || (name === 'counts' && !mayTellAll(part, audience));
  return Object.fromEntries(Object.entries(summary).map(([name, part]) => [name, isOut(name, part) ? null : partsOf(part, audience)]));
}

/** A small part can be found from the others and their total: then everybody is told none of them. */
function mayTellAll(counts: Json, audience: Audience): boolean {
  if (audience === 'room' || !isPart(counts)) return true;
  const parts = Object.fromEntries(Object.keys(counts).map((name) => [name, numberIn(counts, name) ?? 0]));
  return Object.values(partsShown(parts)).every((part) => typeof part === 'number');
}

/** Whoever was there saw the small parts of a whole that may be told. */
function mayTell(part: Json, audience: Audience): boolean {
  const count = numberIn(part, 'count');
  return audience === 'room' || count === null || peopleShown(count, audience) !== null;
}

function numberIn(part: Json, name: string): number | null {
  const found = isPart(part) ? part[name] : undefined;
  return typeof found === 'number' ? found : null;
}

/** What Array.isArray says, also of a list that nobody may change. */
function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isPart(json: Json): json is { readonly [name: string]: Json } {
  return json !== null && typeof json === 'object' && !isList(json);
}
