/** Insults, slurs, bodies, illness and death in Dutch, English or a neighbour's language. */
const AVOIDED = new Set([
  'bite',
  'dago',
  'dode',
  'dope',
  'fago',
  'feko',
  'fike',
  'fiko',
  'gore',
  'hate',
  'hobo',
  'homo',
  'hore',
  'hori',
  'japa',
  'jode',
  'jodi',
  'jodo',
  'kaka',
  'kake',
  'kaki',
  'kako',
  'kike',
  'kiko',
  'lebo',
  'lobo',
  'loli',
  'mofo',
  'mogo',
  'moro',
  'nega',
  'nege',
  'negi',
  'nego',
  'niga',
  'nige',
  'nigi',
  'nigo',
  'paki',
  'pede',
  'pedi',
  'pedo',
  'peni',
  'pine',
  'pipi',
  'pise',
  'pisi',
  'popo',
  'rape',
  'sado',
  'seki',
  'sida',
  'sode',
  'sodo',
  'teta',
  'tete',
  'teti',
  'tita',
  'tite',
  'titi',
  'tito',
  'vagi',
  'wapi',
]);

/** Syllable pairs with the one vowel that the others do not use. */
const REPLACEMENTS: readonly string[] = [...'bdfghjmnrstvw'].flatMap((first) =>
  ['la', 'na', 'ra', 'li', 'ni', 'ri', 'lo', 'no', 'ma'].map((second) => `${first}u${second}`),
);

/**
 * The 4,096 words of a receipt code: two open syllables each, so that they can be read aloud, heard and
 * spelled by anyone. Words that could hurt or embarrass give way to others. Codes that were handed out
 * depend on this list: it may not change.
 */
export const RECEIPT_WORDS: readonly string[] = makeWords();

function makeWords(): readonly string[] {
  const syllables = [...'bdfghjklmnprstvw'].flatMap((consonant) => [...'aeio'].map((vowel) => consonant + vowel));
  const words = syllables.flatMap((first) => syllables.map((second) => first + second));
  const instead = REPLACEMENTS.values();
  return words.map((word) => (AVOIDED.has(word) ? (instead.next().value ?? word) : word));
}
