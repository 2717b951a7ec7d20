import type { Chance } from '#conversation/chance.ts';

/** The mark comes first: what is too long is clipped at its end. */
export function markedSentence(mark: string, chance: Chance): string {
  return `${mark} ${sentenceFrom(chance)}`;
}

/** A sentence someone in the social domain might say: plain, Dutch, and about nobody in particular. */
export function sentenceFrom(chance: Chance): string {
  const pick = (words: readonly string[]) => chance.pick(words) ?? '';
  const pattern = chance.below(4);
  if (pattern === 0) return `${pick(WHERE)} ${pick(IS_THERE)} ${pick(WHAT)}.`;
  if (pattern === 1) return `${pick(WHO)} ${pick(DOES)}, ${pick(BUT)}.`;
  if (pattern === 2) return `Wat als ${pick(WHO_SMALL)} ${pick(WOULD)}?`;
  return `Ik zag dat ${pick(WHO_SMALL)} ${pick(DID)}.`;
}

const WHERE = ['In onze straat', 'In het buurthuis', 'Bij de huisarts', 'Op school', 'In het dorp', 'Bij ons in de flat'];
const IS_THERE = ['is al', 'staat al', 'is op woensdag', 'vind je nog geen', 'mist nog', 'is sinds kort'];
const WHAT = [
  'een tafel waar je kunt aanschuiven',
  'een busje met een vrijwilliger',
  'iemand die meedenkt over brieven',
  'een tuin om samen in te werken',
  'een plek om even op adem te komen',
  'een kast met spullen om te lenen',
];
const WHO = [
  'Een buurvrouw',
  'Iemand van het wijkteam',
  'Een jonge mantelzorger',
  'De wijkverpleegkundige',
  'Een ambtenaar',
  'Een vrijwilliger',
];
const WHO_SMALL = WHO.map((who) => who.charAt(0).toLowerCase() + who.slice(1));
const DOES = [
  'belt elke week even op',
  'komt langs als het moet',
  'kent de regels goed',
  'weet wie er kan helpen',
  'vraagt eerst wat je zelf wilt',
];
const BUT = [
  'maar niemand weet dat',
  'en dat scheelt een hoop',
  'maar dat mag pas na een indicatie',
  'en dat geeft rust',
  'maar alleen overdag',
];
const WOULD = [
  'een keer zou meelopen',
  'de sleutel had',
  'zelf mocht beslissen',
  'eerst zou luisteren',
  'er een middag per maand voor kreeg',
];
const DID = [
  'te lang moest wachten',
  'zonder formulier geholpen werd',
  'drie keer hetzelfde vertelde',
  'het zelf oploste',
  'er alleen voor stond',
];
