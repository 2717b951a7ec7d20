/** What leads to one person: a BSN, a birth date, a telephone number, a mail address, an address. */
export type Personal = 'bsn' | 'birthDate' | 'phone' | 'mail' | 'address';

export interface FoundPersonal {
  readonly kind: Personal;
  /** As it was typed. */
  readonly found: string;
}

/** The first of it in what somebody typed; null where there is none. Names cannot be told from other words. */
export function personalIn(typed: string): FoundPersonal | null {
  for (const { kind, looks, isSo = () => true } of SIGNS) {
    for (const [found] of typed.matchAll(looks)) if (isSo(found)) return { kind, found: found.trim() };
  }
  return null;
}

interface Sign {
  readonly kind: Personal;
  readonly looks: RegExp;
  readonly isSo?: (found: string) => boolean;
}

/** Behind the digits of the network; what follows has one kind of separator, so that hours or a date are not taken for it. */
const APART = '\\)?(?: ?[-/.] ?| )?';
const NETWORK = `(?:6${APART}${digits(8)}|[1-57-9]\\d${APART}${digits(7)}|[1-57-9]\\d\\d${APART}${digits(6)})`;
const PHONE = `(?<!\\d)(?:(?:\\+|00)31\\)?[ .-]?(?:\\(?0\\)?[ .-]?)?|\\(?0)${NETWORK}(?!\\d)`;

/** As one number, as four, two and three, or in threes that are not part of a larger sum. */
const BSN = '(?<![\\d+]|\\d\\.)(?:\\d{9}|\\d{4}([ .-])\\d\\d\\1\\d{3}|\\d{3}([ .-])\\d{3}\\2\\d{3}(?!\\2\\d{3}))(?!\\d)';

const MONTHS =
  'jan\\w{0,9}|feb\\w{0,9}|maart|mrt|mar\\w{0,9}|apr\\w{0,9}|mei|may|jun\\w{0,9}|jul\\w{0,9}|aug\\w{0,9}|sep\\w{0,9}|okt\\w{0,9}|oct\\w{0,9}|nov\\w{0,9}|dec\\w{0,9}';
const DAY = `(?<!\\d)(?:\\d{1,2}(?:[-/. ]\\d{1,2}[-/. ]| (?:${MONTHS})\\.? )\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)(?!\\d)`;
/** A day alone is of anything. */
const BIRTH = '\\b(?:geboren|geboorte\\w{0,20}|geb\\b\\.?|jarig|verjaar\\w{0,20}|born|birth\\w{0,20})';
const BETWEEN = '[^.!?\\n\\d]{0,20}';

const STREETS = 'straat|laan|weg|plein|kade|gracht|hof|dreef|singel|steeg|pad|dijk|park|markt|plantsoen';
/** The first three are never given out; the others are measures. */
const NO_POSTCODE = 'SA|SD|SS|KG|KM';
/** Behind a year or a sum: "in 2018 EN 2019", "1200 EU-subsidie". */
const WORDS = 'BV|DE|EN|ER|EU|IK|IN|JE|NA|NL|OF|OM|OP|TE|VN|WE|ZE';
const POSTCODE = `(?<![\\p{L}\\d])[1-9]\\d{3}(?!${NO_POSTCODE})[A-Z]{2}(?![\\p{L}\\d])`;
const IN_TWO = `(?<![\\p{L}\\d])[1-9]\\d{3} (?!${NO_POSTCODE}|${WORDS})[A-Z]{2}(?![\\p{L}\\d])`;
/** In two parts it is one where a home is spoken of, or with a house number or a town behind it. */
const AT_HOME = `(?<=(?:[Ww]o(?:on|ne)|[Pp]ost(?:al )?code|[Aa]dd?res|\\p{L}(?:${STREETS})(?!\\p{L}))[^.!?\\n]{0,40})`;
const OF_A_HOUSE = '(?=,? (?:\\d{1,5}(?!\\d)|\\p{Lu}\\p{Ll}))';

/** Each looks no further than a few dozen signs from where it begins: who types a lot of the same makes nobody wait. */
const SIGNS: readonly Sign[] = [
  { kind: 'mail', looks: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu },
  { kind: 'phone', looks: new RegExp(PHONE, 'gu') },
  { kind: 'bsn', looks: new RegExp(BSN, 'gu'), isSo: isBsn },
  { kind: 'bsn', looks: /(?<![\d+]|\d\.)\d(?:[ .-]?\d){8}(?![ .-]?\d)/gu, isSo: isBsn },
  { kind: 'birthDate', looks: new RegExp(`${BIRTH}${BETWEEN}${DAY}`, 'giu') },
  { kind: 'birthDate', looks: new RegExp(`${DAY}${BETWEEN}${BIRTH}`, 'giu') },
  { kind: 'birthDate', looks: new RegExp(`\\b(?:zij|ze|hij|ik) (?:is|ben) van ${DAY}`, 'giu') },
  { kind: 'address', looks: new RegExp(POSTCODE, 'gu') },
  { kind: 'address', looks: new RegExp(`${AT_HOME}${IN_TWO}`, 'gu') },
  { kind: 'address', looks: new RegExp(`${IN_TWO}${OF_A_HOUSE}`, 'gu') },
  { kind: 'address', looks: new RegExp(`(?<!\\p{L})(?!Onderweg)\\p{Lu}[\\p{L}'-]{0,60}(?:${STREETS}) \\d{1,4}(?!\\d)`, 'gu') },
];

/** With spaces, dots or hyphens between them, never a digit alone at the end. */
function digits(count: number): string {
  const groups = [' ', '\\.', '-'].map((sign) => `(?:${sign}?\\d){${count - 2}}${sign}?\\d\\d`);
  return `(?:${groups.join('|')})`;
}

/** The eleven test. */
function isBsn(found: string): boolean {
  const signs = found.replaceAll(/\D/g, '');
  const sum = [...signs].reduce((total, sign, index) => total + Number(sign) * (index === 8 ? -1 : 9 - index), 0);
  return Number(signs) > 0 && sum % 11 === 0;
}
