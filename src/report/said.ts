import type { InputUse } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';
import { sayingOf } from '#inputs/saying.ts';
import type { ReportCard } from './cards.ts';
import type { Report } from './model.ts';

/** A card of a report in one line, where `mayStand` lets its words stand there; null where it does not, or where there is no such card. */
export function saidIn(report: Report, id: EntryId, mayStand: (card: ReportCard) => boolean, say = sayingOf): Words | null {
  const card = report.cards[id];
  const use = card && useIn(report, card);
  return use && mayStand(card) ? { nl: say(use, card.body, 'nl'), en: say(use, card.body, 'en') } : null;
}

/** Its writer lets these words stand as a quote. */
export function isQuotable({ quotable }: ReportCard): boolean {
  return quotable ?? false;
}

export function useIn({ steps }: Report, { place, input }: ReportCard): InputUse | undefined {
  return steps.find((step) => step.place === place)?.inputs.find(({ use }) => use.key === input)?.use;
}
