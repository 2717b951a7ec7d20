import type { InputUse } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json, Words } from '#conversation/words.ts';
import { linesOf } from '#inputs/card/lines.ts';
import type { CardUse, CardView } from '#inputs/card/rules.ts';
import type { ReportCard } from './cards.ts';
import { keptBackAt, type CheckedReport } from './checked.ts';
import type { Facts } from './facts.ts';
import type { FinalOutcome } from './finalReport.ts';
import type { InputReport } from './inputs.ts';
import type { StepReport } from './model.ts';
import type { Audience } from './numbers.ts';
import type { FollowUpReport } from './outcomes.ts';
import type { ScopeReport } from './scope.ts';
import { themesIn } from './themes.ts';
import type { OutcomeView } from './thread.ts';

/** Of what is told with a report and does not stand in it. */
export interface About {
  readonly audience: Audience;
  readonly rehearsal: boolean;
  readonly thread: readonly OutcomeView[];
}

/**
 * A report for other software, in the shape of `dataSchema.ts`. It says what the page says and nothing more; what
 * was said at which table, and when, only to those who were there.
 */
export function reportData(report: CheckedReport, { audience, rehearsal, thread }: About) {
  const { format, title, scope, status, heldOn, facts, steps, outcomes, followUps, harvest, published } = report;
  return {
    version: REPORT_VERSION,
    conversation: {
      title,
      ...scopeData(scope),
      format: { id: format.id, version: format.version, name: format.name, inspiredBy: format.inspiredBy, sources: format.sources },
      heldOn,
      status,
    },
    checkedByTwo: published,
    rehearsal,
    representative: false,
    people: peopleData(facts),
    written: facts.cards,
    steps: steps.map((step) => stepData(report, step)),
    outcomes: outcomes.map(({ kind, name, cards, changes }) => ({
      kind,
      name,
      cards,
      changes: changes.map(({ before, after }) => ({ before, after })),
    })),
    points: harvest.points,
    pointsNotHere: harvest.withoutCards,
    counterVoices: harvest.voices,
    livesOn: thread.map((outcome) => outcomeData({ ...outcome, cards: outcome.cards.flatMap(({ id, card }) => (card ? [id] : [])) })),
    followUps: followUps.map(followUpData),
    cards: cardsData(report, audience),
  };
}
export type ReportData = ReturnType<typeof reportData>;

/** Goes up when a field changes its meaning or goes; a new field changes nothing. */
const REPORT_VERSION = 1;

/** The lines that people read before they took part, and the frame they stand in. */
export function scopeData(scope: ScopeReport) {
  const { title: _, about, decides, hearBack, ...frame } = scope;
  return { about, decides, hearBack, frame };
}

export function peopleData({ people: count, sides, tables, missing, ledByMunicipality }: Facts) {
  return { count, sides, tables, missing, ledByMunicipality };
}

export function followUpData({ id, question, on, asks, seenBy, answers = [] }: FollowUpReport) {
  return { id, question, on, asks, seenBy, answers };
}

/** Something that lives on, with the ids of the cards it grew from that may be read. */
export function outcomeData({ id, kind, name, title, cards, owner, theme, now, history, daysLate, effects }: FinalOutcome) {
  return { id, kind, name, title, cards, owner, theme, now, history, daysLate, effects };
}

function stepData(report: CheckedReport, { place, name, repeat, closed, inputs }: StepReport) {
  return {
    id: place,
    name,
    round: repeat,
    closed,
    inputs: inputs.map((input) => inputData(input, keptBackAt(report, place, input.use.key))),
  };
}

function inputData({ use, cards, kept, withdrawn, notReleased, sum, tally, onPhones }: InputReport, keptBack: number) {
  return {
    key: use.key,
    kind: use.kind,
    label: use.label,
    cards,
    notHere: { keptAtTable: kept, withdrawn, notReleased, keptBack },
    onPhones,
    result: sum && { answers: sum.summary === null ? null : sum.restsOn.length, says: sum.summary },
    votes: tally && { turnout: tally.turnout, options: tally.options },
  };
}

export interface CardData {
  readonly id: EntryId;
  readonly step: string;
  readonly input: string;
  /** Such as `question` or `pledge`; of other inputs than cards their kind. */
  readonly kind: string;
  readonly perspective: string | null;
  readonly table?: number;
  readonly text: string | null;
  readonly fields: readonly { readonly key: string; readonly label: Words; readonly value: Words }[];
  /** Of inputs that are no card: what was chosen. */
  readonly chosen: Json;
  readonly themes: readonly string[];
  readonly shortened: boolean;
  /** Its writer lets these words stand as a quote in the final report. */
  readonly mayBeQuoted: boolean;
}

export function cardsData(report: CheckedReport, audience: Audience): readonly CardData[] {
  const themes = themesIn(report);
  const uses = new Map(report.steps.flatMap(({ place, inputs }) => inputs.map(({ use }) => [`${place}/${use.key}`, use] as const)));
  return Object.values(report.cards).map((card) => ({
    id: card.id,
    step: card.place,
    input: card.input,
    ...saidOn(card, uses.get(`${card.place}/${card.input}`)),
    perspective: card.sender?.perspective ?? null,
    ...(audience === 'room' && { table: card.table }),
    themes: themes.get(card.id) ?? [],
    shortened: card.shortened ?? false,
    mayBeQuoted: card.quotable ?? false,
  }));
}

function saidOn({ kind, body }: ReportCard, use: InputUse | undefined): Pick<CardData, 'kind' | 'text' | 'fields' | 'chosen'> {
  if (kind !== 'card') return { kind, text: null, fields: [], chosen: body };
  const view = body as CardView;
  return { kind: view.card, text: view.text, fields: use ? fieldsOf(use as CardUse, view) : [], chosen: null };
}

function fieldsOf(use: CardUse, view: CardView): CardData['fields'] {
  const english = linesOf(use, view, 'en');
  return linesOf(use, view, 'nl').map(({ key, label, words }) => {
    const other = english.find((line) => line.key === key);
    return { key, label: { nl: label, en: other?.label ?? label }, value: { nl: words, en: other?.words ?? words } };
  });
}
