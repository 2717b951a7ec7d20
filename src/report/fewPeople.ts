import type { Situation } from '#conversation/input.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import { countsCards, type InputReport } from './inputs.ts';
import type { Report } from './model.ts';
import { peopleShown, type Audience } from './numbers.ts';
import { withoutCards } from './smallTables.ts';

/**
 * A report without what too few people answered: what many say together is told from five answers in the room and
 * from ten in public, also of each part of it. Of a withheld answer its words stay out too.
 */
export function withoutFew(situation: Situation, report: Report, audience: Audience): Report {
  const gone = new Set<EntryId>();
  const told = (input: InputReport): InputReport => {
    const { use, sum, cards } = input;
    if (!sum || countsCards(situation, use)) return input;
    if (peopleShown(sum.restsOn.length, audience) !== null) return { ...input, sum: { ...sum, summary: partsOf(sum.summary, audience) } };
    for (const card of cards) gone.add(card);
    return { ...input, sum: { summary: null, restsOn: [] } };
  };
  const steps = report.steps.map((step) => ({ ...step, inputs: step.inputs.map(told) }));
  return withoutCards({ ...report, steps }, (id) => !gone.has(id));
}

/** Inputs call how many answered a part its `turnout`, and how many chose the same its `count`. */
function partsOf(summary: Json, audience: Audience): Json {
  if (isList(summary)) return summary.filter((part) => mayTell(part, audience)).map((part) => partsOf(part, audience));
  if (summary === null || typeof summary !== 'object') return summary;
  const turnout = numberIn(summary, 'turnout');
  const isFew = turnout !== null && peopleShown(turnout, audience) === null;
  return Object.fromEntries(Object.entries(summary).map(([name, part]) => [name, isFew ? null : partsOf(part, audience)]));
}

/** Whoever was there saw the small parts of a whole that may be told. */
function mayTell(part: Json, audience: Audience): boolean {
  const count = numberIn(part, 'count');
  return audience === 'room' || count === null || peopleShown(count, audience) !== null;
}

function numberIn(part: Json, name: string): number | null {
  const found = part !== null && typeof part === 'object' && !isList(part) ? part[name] : undefined;
  return typeof found === 'number' ? found : null;
}

/** What Array.isArray says, also of a list that nobody may change. */
function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
