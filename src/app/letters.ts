import { m } from '#words/compiled/messages.js';
import type { Language } from '#words/language.ts';
import type { LetterSort } from './ports/addresses.ts';

export interface LetterWords {
  readonly subject: string;
  readonly text: string;
}

/** A mailbox is read over shoulders: a letter says that something waits and where, never about what. Its link leads to a page where one types a code of one's own. */
export function letterOf(sort: LetterSort, house: string, locale: Language): LetterWords {
  const { subject, waits, page, stop } = SAID[sort];
  const text = paragraphs(m.mail_hello({}, { locale }), waits({ page: `${house}${page}` }, { locale }), stop({}, { locale }));
  return { subject: subject({}, { locale }), text };
}

/** Opens nothing by itself: it is typed in on the page where it was asked for. */
export function codeLetter(code: string, locale: Language): LetterWords {
  const written = `${code.slice(0, 3)} ${code.slice(3)}`;
  return {
    subject: m.mail_code_subject({}, { locale }),
    text: paragraphs(m.mail_hello({}, { locale }), m.mail_code({ code: written }, { locale }), m.mail_code_not_you({}, { locale })),
  };
}

interface Said {
  readonly subject: typeof m.mail_asked_subject;
  readonly waits: typeof m.mail_asked;
  readonly page: string;
  readonly stop: typeof m.mail_stop;
}

const SAID: { readonly [Sort in LetterSort]: Said } = {
  asked: { subject: m.mail_asked_subject, waits: m.mail_asked, page: '/terugleeskaart', stop: m.mail_stop },
  owed: { subject: m.mail_owed_subject, waits: m.mail_owed, page: '/leiden', stop: m.mail_stop_owed },
  news: { subject: m.mail_news_subject, waits: m.mail_news, page: '/terugleeskaart', stop: m.mail_stop },
};

function paragraphs(...parts: readonly string[]): string {
  return `${[...parts, 'Samenspraak'].join('\n\n')}\n`;
}
