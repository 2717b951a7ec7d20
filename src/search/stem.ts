import type { Folded } from './fold.ts';
import { STANDING, VERBS } from './forms.ts';

/**
 * The stem of a Dutch word: *huizen* and *huis*, *sociale* and *sociaal*, *zaken* and *zaak* have one. It follows how
 * words are bent (plural, diminutive, adjective, the verbs of this domain), not how new words are made of them:
 * *regeling* is no *regel*, and *ouderen* are no *ouders*.
 */
export function stem(word: Folded): string {
  const known = FORMS.get(word);
  if (known !== undefined) return known;
  return word.length < 4 || /[^a-z]/.test(word) ? word : closed(bare(word));
}

/** Without its ending. */
function bare(word: string): string {
  const state = word.replace(/heden$/, 'heid');
  const quality = /^(.{4,})heid$/.exec(state)?.[1];
  if (quality !== undefined && !NO_QUALITY.has(quality)) return bare(quality);
  const small = /^(.{3,})jes?$/.exec(state)?.[1];
  if (small !== undefined) return asBig(small);
  return withoutEnding(withoutPluralS(state));
}

/** `stoelt(je)`: stoel; `kopp(etje)`: kop; `boomp(je)`: boom; but `kaart(je)`, `praat(je)`: kaart, praat. */
function asBig(small: string): string {
  return small
    .replace(/([^aeiou])et$/, '$1')
    .replace(/mp$/, 'm')
    .replace(/(?<=[lnw])t$/, '');
}

function withoutPluralS(word: string): string {
  if (/(?:[mw]ens|verlies)$/.test(word)) return word;
  if (/[aeiouy].*(?:er|el|en|em)s$/.test(word)) return word.slice(0, -1);
  if (/.{2}(?:am|aar|ier|eur|oor|or|um|ing|[aou]b|[tdgk]e|[tsrnldgfm]ie)s$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutEnding(word: string): string {
  if (STANDING.has(word)) return word;
  const many = /^(.*[aeiouy].*)en$/.exec(word)?.[1];
  if (many !== undefined && many.length >= 3) return many;
  const bent = /^(.*[aeiouy].*[^aeiouy])e$/.exec(word)?.[1];
  return bent !== undefined && bent.length >= 3 ? bent : word;
}

/** As the last syllable is written when nothing follows it, and with one vowel for two: *briev* and *brief*, *zak* and *zaak*. */
function closed(word: string): string {
  return word
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([aeou])\1([^aeiouy])$/, '$1$2');
}

/** `over(heid)`, `een(heid)` and such are no qualities. */
const NO_QUALITY = new Set(['over', 'gelegen', 'minder', 'meerder', 'waar']);

/** Forms that no rule finds, and those of verbs. */
const FORMS: ReadonlyMap<Folded, string> = new Map(
  VERBS.flatMap((forms) => {
    const [first = '', ...others] = forms;
    const root = closed(bare(first));
    return [first, ...others].map((form) => [form, root] as const);
  }),
);
