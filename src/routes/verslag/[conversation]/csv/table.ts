import type { Language } from '#conversation/words.ts';
import { CARD_KINDS } from '#inputs/card/kinds.ts';
import { perspectiveName } from '#parts/perspective.ts';
import type { CheckedReport } from '#report/checked.ts';
import { cardsData, type CardData } from '#report/data.ts';
import type { Audience } from '#report/numbers.ts';
import { m } from '#words/compiled/messages.js';

/** The cards of a report as rows, the first of them the head: the same cards, and no more of each, as the page shows. */
export function cardTable(report: CheckedReport, audience: Audience, locale: Language): readonly (readonly string[])[] {
  const columns = columnsOf(report, audience, locale);
  return [columns.map(({ name }) => name), ...cardsData(report, audience).map((card) => columns.map(({ of }) => of(card)))];
}

interface Column {
  readonly name: string;
  readonly of: (card: CardData) => string;
}

function columnsOf(report: CheckedReport, audience: Audience, locale: Language): readonly Column[] {
  const steps = new Map(report.steps.map((step) => [step.place as string, step]));
  const asked = ({ step, input }: CardData) => steps.get(step)?.inputs.find(({ use }) => use.key === input)?.use.label[locale];
  return [
    { name: m.csv_card(), of: ({ id }) => id },
    { name: m.csv_step(), of: ({ step }) => steps.get(step)?.name[locale] ?? '' },
    { name: m.csv_round(), of: ({ step }) => String(steps.get(step)?.repeat ?? '') },
    { name: m.csv_asked(), of: (card) => asked(card) ?? '' },
    { name: m.csv_kind(), of: ({ kind }) => kindName(kind, locale) },
    ...(audience === 'room' ? [{ name: m.csv_table(), of: ({ table }: CardData) => (table ? String(table) : '') }] : []),
    { name: m.csv_perspective(), of: ({ perspective }) => (perspective === null ? '' : perspectiveName(perspective)) },
    { name: m.csv_text(), of: ({ text }) => text ?? '' },
    { name: m.csv_fields(), of: ({ fields }) => fields.map(({ label, value }) => `${label[locale]} ${value[locale]}`).join('\n') },
    { name: m.csv_themes(), of: ({ themes }) => themes.join('\n') },
    { name: m.csv_shortened(), of: ({ shortened }) => yesOrNo(shortened) },
    { name: m.csv_quote(), of: ({ mayBeQuoted }) => yesOrNo(mayBeQuoted) },
  ];
}

function kindName(kind: string, locale: Language): string {
  return kind in CARD_KINDS ? CARD_KINDS[kind as keyof typeof CARD_KINDS].name[locale] : kind;
}

function yesOrNo(is: boolean): string {
  return is ? m.csv_yes() : m.csv_no();
}
