import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { wordsOf } from '#inputs/choices.ts';
import { m } from '#words/compiled/messages.js';
import { ruleWords } from '../ruleWords.ts';

export interface Became {
  readonly when: string;
  readonly text: string;
  /** Still to come. */
  readonly open?: boolean;
}

/** What became of a card so far, in order. A receipt speaks of who could read it, never of who thought what. */
export function becameOf(card: OwnCardShape, step: string): readonly Became[] {
  if (card.hiddenBy) return [{ when: step, text: m.became_hidden({ rule: ruleWords(card.hiddenBy) }) }];
  return [
    { when: step, text: seen(card) },
    ...(card.shortened === null ? [] : [{ when: m.became_report(), text: m.became_shortened({ words: wordsOf(card.shortened) }) }]),
    ...(card.kept ? [{ when: m.became_report(), text: m.became_kept() }] : []),
    { when: m.became_later(), text: m.became_later_text(), open: true },
  ];
}

function seen({ seenBy, late }: OwnCardShape): string {
  const said = { everyone: m.became_room, table: m.became_table, me: m.became_nobody }[seenBy]();
  return late ? `${said} ${m.became_late()}` : said;
}
