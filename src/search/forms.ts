import type { Folded } from './fold.ts';

/** Words that look bent and are not, or whose bent form means something else. */
export const STANDING: ReadonlySet<Folded> = new Set(
  `samen leven open eigen binnen buiten tussen boven beneden oudere jongere volwassene cliente beperkte keuken
   wagen jongen oefening`.split(/\s+/),
);

/** Each line: the word under which they are found, and its forms that no ending explains. */
const IRREGULAR = `
  stad steden | schip schepen | lid leden | kind kinderen kinders kinder | ei eieren | lied liederen | museum musea | centrum centra
  oudere ouderen | jongere jongeren | volwassene volwassenen | gehandicapte gehandicapten | werkloze werklozen
  app apps | tip tips | coach coaches | buddy buddies | pilot pilots | politicus politici | criterium criteria
  raadslid raadsleden | teamlid teamleden | gezinslid gezinsleden | bestuurslid bestuursleden | kleinkind kleinkinderen
  schoolkind schoolkinderen | pleegkind pleegkinderen | binnenstad binnensteden
`;

/** Verbs whose forms follow from no rule. */
const STRONG = `
  helpen help helpt hielp hielpen geholpen | spreken spreek spreekt sprak spraken gesproken | geven geef geeft gaf gaven gegeven
  vinden vind vindt vond vonden gevonden | zoeken zoek zoekt zocht zochten gezocht | lopen loop loopt liep liepen gelopen
  rijden rijd rijdt reed reden gereden | eten eet at aten gegeten | kiezen kies kiest koos kozen gekozen
  vragen vraag vraagt vroeg vroegen gevraagd | krijgen krijg krijgt kreeg kregen gekregen | komen kom komt kwam kwamen gekomen
  blijven blijf blijft bleef bleven gebleven | schrijven schrijf schrijft schreef schreven geschreven
  lezen lees leest las lazen gelezen | slapen slaap slaapt sliep sliepen geslapen | bezoeken bezoek bezoekt bezocht bezochten
  nemen neem neemt nam namen genomen | houden houd houdt hield hielden gehouden | denken denk denkt dacht dachten gedacht
  brengen breng brengt bracht brachten gebracht | verliezen verlies verliest verloor verloren | loslaten losgelaten
  meedoen meedoet meegedaan | begrijpen begrijp begrijpt begreep begrepen | zitten zit zat zaten gezeten
  wegen weeg weegt woog gewogen | beslissen beslist besliste besloten besluiten besluit besloot | proberen probeer probeert probeerde probeerden geprobeerd
  kopen koop koopt kocht kochten gekocht
`;

/** Weak verbs, of which the forms follow from the infinitive. */
const WEAK = `
  werken praten leren delen zorgen wonen reizen ontmoeten organiseren regelen betalen vervoeren ondersteunen begeleiden opvoeden
  luisteren bellen wachten melden vertellen voelen fietsen wandelen groeten vertrouwen verhuizen ontwikkelen
  verbinden stoppen starten gebruiken veranderen bouwen spelen sporten dansen koken maken huren sparen lenen financieren
`;

/** Lists of forms; the first one gives the stem. */
export const VERBS: readonly (readonly Folded[])[] = [
  ...lists(IRREGULAR),
  ...lists(STRONG),
  ...WEAK.trim()
    .split(/\s+/)
    .map((infinitive) => weak(infinitive)),
];

function lists(text: string): readonly (readonly Folded[])[] {
  return text
    .trim()
    .split(/\||\n/)
    .map((line) => line.trim().split(/\s+/));
}

/** `werken`: werk, werkt, werkte(n), gewerkt. `praten`: praat. `reizen`: reist, reisde. */
function weak(infinitive: Folded): readonly Folded[] {
  const root = infinitive.slice(0, -2);
  const short = lengthened(root);
  const past = /(?:[kfsptx]|ch)$/.test(root) ? 't' : 'd';
  const ended = short.endsWith(past) ? short : `${short}${past}`;
  const prefix = /^(?:be|ge|her|ont|ver|onder)/.test(infinitive) ? '' : 'ge';
  return [infinitive, short, short.endsWith('t') ? short : `${short}t`, `${short}${past}e`, `${short}${past}en`, `${prefix}${ended}`];
}

/** How the root is written when nothing follows: `prat`: praat; `bell`: bel; `reiz`: reis; `organiser`: organiseer. */
function lengthened(root: string): string {
  const written = root
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
  if (written !== root && !/[vz]$/.test(root)) return written;
  // The last syllable of *regelen* and *luisteren* is weak, that of *organiseren*, *leren* and *delen* is not.
  return /[aeou].*(?:[^is]er|el)$/.test(written) ? written : written.replace(/(?<![aeiouy])([aeou])([^aeiouyx])$/, '$1$1$2');
}
