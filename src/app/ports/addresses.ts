import type { OutcomeId } from '#conversation/outcome.ts';
import type { Language } from '#words/language.ts';
import type { ConversationId } from '../ids.ts';

/** Mail addresses, each kept for one thing alone, and the letters that are still to be brought to them. */
export interface Addresses {
  find(holder: Holder): Promise<StoredAddress | null>;
  /** In the place of an earlier one for the same. Nothing is mailed to it before its code is typed in. */
  keep(holder: Holder, address: NewAddress): Promise<void>;
  /** Spends one try at the code. Null when there is none, it is too old, or too often tried. */
  spendTry(holder: Holder, now: number): Promise<Uint8Array | null>;
  confirm(holder: Holder, codeHash: Uint8Array): Promise<void>;
  remove(holder: Holder): Promise<void>;
  /** These are to be asked by mail, each on its day; of what was to be asked besides, nothing is mailed. Without any the address goes, unless it waits for news. */
  plan(holder: Holder, questions: readonly PlannedQuestion[]): Promise<void>;
  /** What changed until now was seen. */
  sawNews(holder: Holder): Promise<void>;
  /** Makes letters of what is owed today and of what changed. */
  gather(today: string, tomorrow: string): Promise<void>;
  /** Some of those whose day has come. They come again after a pause (ms), longer each time, unless they are brought. */
  claim(today: string, now: number, pause: number): Promise<readonly DueLetter[]>;
  /** These were not tried after all: they come again from this moment (ms since 1970), as if they had not been claimed. */
  notTried(letters: readonly DueLetter[], from: number): Promise<void>;
  /** An address of which nothing more is to come goes. */
  brought(letter: DueLetter): Promise<void>;
  /** It takes no mail: it is not kept any longer, only that it did not work. */
  failed(letter: DueLetter): Promise<void>;
  /** Counts one mail for each of these; false, and then it may not be sent and none is counted, when one has had its share since that day. */
  spendMail(who: readonly Uint8Array[], today: string, since: string, most: number): Promise<boolean>;
  /** The last one counted did not go out. */
  unspendMail(who: readonly Uint8Array[]): Promise<void>;
  erasePast(now: number, since: string): Promise<void>;
}

/** What an address is kept for: a receipt, or the owner of an outcome. */
export type Holder =
  | { readonly conversation: ConversationId; readonly receipt: Uint8Array }
  | { readonly conversation: ConversationId; readonly outcome: OutcomeId };

export interface NewAddress {
  readonly id: string;
  readonly address: string;
  readonly language: Language;
  /** Mail too when something changes. */
  readonly news: boolean;
  readonly codeHash: Uint8Array;
  /** Until when the code may be typed in (ms since 1970). */
  readonly codeUntil: number;
}

export interface StoredAddress {
  readonly id: string;
  /** Null once it turned out to take no mail. */
  readonly address: string | null;
  readonly confirmed: boolean;
  readonly news: boolean;
  readonly codeUntil: number | null;
}

export interface PlannedQuestion {
  readonly question: string;
  /** Year-month-day. */
  readonly on: string;
}

export interface DueLetter {
  readonly conversation: ConversationId;
  /** The id of the address. */
  readonly id: string;
  readonly question: string;
  readonly sort: LetterSort;
  readonly to: string;
  readonly language: Language;
  /** How often it was tried, this time counted. */
  readonly tries: number;
}

/** `asked`: a promise of one's own; `owed`: an outcome one sees to; `news`: something changed. */
export type LetterSort = 'asked' | 'owed' | 'news';
