import type { InputUse, Place } from '#conversation/format.ts';
import type { PointId } from '#conversation/harvest.ts';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Language } from '#conversation/words.ts';
import type { SumShape, TallyShape } from '#conversation/views/shapes.ts';
import { sayingOf } from '#inputs/saying.ts';
import type { ReportCard } from '#report/cards.ts';
import { keptBackAt, type CheckedReport } from '#report/checked.ts';
import type { InputReport } from '#report/inputs.ts';
import type { Report, StepReport } from '#report/model.ts';
import type { OutcomeReport } from '#report/outcomes.ts';
import { useIn } from '#report/said.ts';

/** What a report says, laid out for reading. */

export function cardAnchor(id: EntryId): string {
  return `kaartje-${id}`;
}

export function pointAnchor(id: PointId): string {
  return `punt-${id}`;
}

export function inputAnchor(place: Place, input: string): string {
  return `stap-${place}-${input}`;
}

/** The cards of one input at one step. */
export interface Group {
  readonly use: InputUse;
  readonly place: Place;
  readonly cards: readonly ReportCard[];
}

export interface ToldOutcome extends Pick<OutcomeReport, 'name' | 'seenBy' | 'changes'> {
  readonly groups: readonly Group[];
  /** Inputs it grows from that say something together, such as a vote. */
  readonly results: readonly { readonly use: InputUse; readonly place: Place }[];
  readonly left: LeftOut;
}

/** How many were written and do not stand in the report. */
export interface LeftOut extends Pick<InputReport, 'kept' | 'withdrawn' | 'notReleased'> {
  /** By those who lead, with a house rule as the reason. */
  readonly keptBack: number;
}

/** Those that tell how something changed, and the others; what already stands in a change is not told twice. */
export function outcomesOf(report: CheckedReport): { readonly changed: readonly ToldOutcome[]; readonly others: readonly ToldOutcome[] } {
  const inChanges = new Set(report.outcomes.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [...before, ...after])));
  const rest = report.outcomes.filter(
    ({ changes, cards }) => changes.length === 0 && !(cards.length > 0 && cards.every((id) => inChanges.has(id))),
  );
  return {
    changed: report.outcomes.filter(({ changes }) => changes.length > 0).map((outcome) => toldOutcome(report, outcome, inChanges)),
    others: rest.map((outcome) => toldOutcome(report, outcome, new Set())),
  };
}

function toldOutcome(
  report: CheckedReport,
  { name, seenBy, from, cards, changes }: OutcomeReport,
  without: ReadonlySet<EntryId>,
): ToldOutcome {
  const inputs = seenBy === 'everyone' ? inputsOf(report, from) : [];
  const named = new Set(cards.filter((id) => !without.has(id)));
  return {
    name,
    seenBy,
    changes,
    groups: inputs
      .map(({ place, input }) => ({ place, use: input.use, cards: cardsIn(report, input).filter(({ id }) => named.has(id)) }))
      .filter((group) => group.cards.length > 0),
    results: inputs
      .filter(({ input }) => input.tally?.options ?? input.sum?.summary)
      .map(({ place, input }) => ({ place, use: input.use })),
    left: sumOf(inputs.map(({ place, input }) => leftOutOf(report, place, input))),
  };
}

export function leftOutOf(report: CheckedReport, place: Place, { use, kept, withdrawn, notReleased }: InputReport): LeftOut {
  return { kept, withdrawn, notReleased, keptBack: keptBackAt(report, place, use.key) };
}

/** Of the whole conversation. */
export function allLeftOut(report: CheckedReport): LeftOut {
  return sumOf(report.steps.flatMap(({ place, inputs }) => inputs.map((input) => leftOutOf(report, place, input))));
}

function sumOf(parts: readonly LeftOut[]): LeftOut {
  return parts.reduce(
    (total, { kept, withdrawn, notReleased, keptBack }) => ({
      kept: total.kept + kept,
      withdrawn: total.withdrawn + withdrawn,
      notReleased: total.notReleased + notReleased,
      keptBack: total.keptBack + keptBack,
    }),
    { kept: 0, withdrawn: 0, notReleased: 0, keptBack: 0 },
  );
}

/** With the sheets of tables that did such a step differently. */
function inputsOf({ steps }: Report, keys: readonly string[]) {
  const grows = steps.filter(({ inputs }) => inputs.some(({ use }) => keys.includes(use.key)));
  return grows.flatMap(({ place, inputs }) =>
    inputs.filter(({ use }) => keys.includes(use.key) || use.key === OPEN_SHEET).map((input) => ({ place, input })),
  );
}

/** What those asked for said together, as looks take it. */
export function sumIn({ use, sum }: InputReport): SumShape | null {
  return sum && { input: use.key, kind: use.kind, count: sum.restsOn.length || null, summary: sum.summary };
}

export function tallyIn({ use, tally }: InputReport): TallyShape | null {
  const counts = tally?.options && Object.fromEntries(tally.options.map(({ option, count }) => [option, count]));
  if (!tally) return null;
  const { turnout, options: _, restsOn: __, ...left } = tally;
  return { input: use.key, kind: use.kind, turnout: turnout ?? 0, counts: counts ?? null, ...left, names: {} };
}

export function cardsIn(report: Report, { cards }: Pick<InputReport, 'cards'>): readonly ReportCard[] {
  return cards.flatMap((id) => report.cards[id] ?? []);
}

/** A card in one line. */
export function lineOf(report: Report, card: ReportCard, locale: Language): string {
  const use = useIn(report, card);
  return use ? sayingOf(use, card.body, locale) : '';
}

/** Table by table, in the order they stand. */
export function byTable(cards: readonly ReportCard[]): readonly { readonly table: number; readonly cards: readonly ReportCard[] }[] {
  const tables = [...new Set(cards.map(({ table }) => table))];
  return tables.map((table) => ({ table, cards: cards.filter((card) => card.table === table) }));
}

/** Whether a step was done in more rounds than one. */
export function hasRounds({ steps }: Report, { place }: StepReport): boolean {
  const phase = phaseOf(place);
  return steps.filter((step) => phaseOf(step.place) === phase).length > 1;
}

/** Nothing at all was released. */
export function isEmpty({ steps, cards }: Report): boolean {
  const hasResult = steps.some(({ inputs }) => inputs.some(({ sum, tally }) => sum?.summary ?? tally?.options));
  return Object.keys(cards).length === 0 && !hasResult;
}

/** All that people wrote stayed on their phones. */
export function isPrivate({ steps }: Report): boolean {
  const inputs = steps.flatMap((step) => step.inputs);
  return inputs.length > 0 && inputs.every(({ onPhones }) => onPhones);
}

function phaseOf(place: Place): string {
  return place.slice(0, place.lastIndexOf('.'));
}
