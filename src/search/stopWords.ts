import type { Folded } from './fold.ts';

/** Words that say nothing of what a text is about. */
export function isStopWord(word: Folded): boolean {
  return DUTCH.has(word) || ENGLISH.has(word);
}

/** Which of both languages a text is in, by its small words; Dutch when they do not tell. */
export function isEnglish(words: readonly Folded[]): boolean {
  let score = 0;
  for (const word of words) score += (ENGLISH.has(word) ? 1 : 0) - (DUTCH.has(word) ? 1 : 0);
  return score > 0;
}

const DUTCH = listed(`
  aan al alle alles als altijd andere ben bij bijna daar dan dat de deze die dit doch doen door dus een eens en er
  ge geen geweest ga gaan gaat haar had hadden heb hebben heeft hem hen het hier hij hoe hun iemand iets ik in is ja je jij jouw
  jullie kan kon kunnen kunt maar me meer men met mij mijn moest moet moeten mogen mag na naar niet niets nog nu
  of om omdat ons onze ook op over reeds te tegen toch toen tot u uit uw van veel voor waar waarom want waren was
  wat we wel welk welke werd werden wie wij wil willen word wordt worden zal ze zei zelf zich zij zijn zo zoals zonder zou zouden
`);

const ENGLISH = listed(`
  a about after all also an and any are as at be because been but by can did do does for from had has have he her
  him his how i if in into is it its just me more my no not of on only or our out she so some than that the their
  them then there these they this those to too up us was we were what when where which who why will with would you your
`);

function listed(words: string): ReadonlySet<Folded> {
  return new Set(words.trim().split(/\s+/));
}
