/** "We nemen het mee" tells nobody what happens. Whoever answers so is asked once for a real answer. */
export function isNoAnswer(words: string): boolean {
  return SAYINGS.some((saying) => saying.test(words));
}

const SAYINGS: readonly RegExp[] = [
  /\bneme?n?\b[^.!?]{0,40}\bmee\b/iu,
  /\bmeegenomen\b/iu,
  /\b(?:gaan|zullen)\b[^.!?]{0,30}\bmeenemen\b/iu,
  /\btak(?:e|en|ing)\b[^.!?]{0,40}\b(?:on board|into account|under advisement|along)\b/iu,
];
