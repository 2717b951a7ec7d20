import type { House } from '#app/house.ts';
import type { Perspective } from '#conversation/format.ts';
import { HeldEvening, type Carrier, type Seated } from './heldEvening.ts';

/** Twelve people at two tables look at what is there already and what is still to sow; all is released, and it is closed. */
export async function sowTogether(app: House, by: { readonly setUpFile: string } | Carrier, rehearsal = false): Promise<HeldEvening> {
  const evening = await HeldEvening.open(app, by, {
    format: 'in-huis-zaaien',
    title: 'Mantelzorgers raken op: wat hebben we in huis, wat moeten we zaaien?',
    about: 'Hoe houden mantelzorgers in onze wijk het vol?',
    decides: 'De wethouder beslist over geld. Wat buurten zelf doen, beslissen zij zelf.',
    hearBack: 'Op 12 december lees je hier wat ermee gebeurt.',
    tables: 2,
    rehearsal,
  });
  for (const side of VOICES) await evening.join(side);
  await evening.next();
  const tables = await evening.tables();
  await evening.next();
  await tellTheProblem(evening, tables);
  await evening.next();
  for (const [index, table] of tables.entries()) await each(evening, table.slice(1, 4), 'question', QUESTIONS[index] ?? []);
  await evening.next();
  const assets = await lookAround(evening, tables);
  await evening.next();
  await pileUp(evening, tables, assets);
  await evening.next();
  const sowings = await sow(evening, tables);
  await evening.next();
  await connect(evening, tables, assets);
  await evening.next();
  for (const [index, [first]] of tables.entries()) if (first) await evening.write(first, 'sharperProblem', { text: SHARPER[index] ?? '' });
  await evening.next();
  await promise(evening, tables, sowings);
  await evening.next();
  await lastLines(evening, tables);
  await evening.releaseAll();
  await evening.lead({ type: 'close' });
  return evening;
}

const VOICES: readonly Perspective[] = [
  'resident',
  'resident',
  'professional',
  'resident',
  'municipality',
  'resident',
  'resident',
  'professional',
  'resident',
  'municipality',
  'resident',
  'professional',
];

async function tellTheProblem(evening: HeldEvening, tables: readonly (readonly Seated[])[]): Promise<void> {
  for (const [index, [presenter]] of tables.entries()) {
    if (!presenter) continue;
    await evening.do(presenter, { type: 'takeRole', role: 'presenter' });
    await evening.write(presenter, 'problemOfTable', { text: FIRST[index] ?? '' });
  }
}

async function lookAround(evening: HeldEvening, tables: readonly (readonly Seated[])[]): Promise<readonly string[][]> {
  const found: string[][] = [];
  for (const [index, table] of tables.entries()) {
    const cards: string[] = [];
    for (const [at, [text, sort, whose, usable]] of (ASSETS[index] ?? []).entries()) {
      const writer = table[at % table.length];
      if (writer) cards.push(await evening.write(writer, 'asset', { text, fields: { sort, whose, usable } }, index === 0 && at === 4));
    }
    found.push(cards);
  }
  return found;
}

async function pileUp(evening: HeldEvening, tables: readonly (readonly Seated[])[], assets: readonly string[][]): Promise<void> {
  for (const [index, [, writer]] of tables.entries()) {
    if (!writer) continue;
    await evening.write(writer, 'assetHeard', { text: HEARD[index] ?? '', fields: { sort: 'experience', usable: 'ask' } });
    await evening.write(writer, 'pile', { text: PILES[index] ?? '', links: assets[index]?.slice(0, 2) ?? [] });
  }
}

async function sow(evening: HeldEvening, tables: readonly (readonly Seated[])[]): Promise<readonly string[][]> {
  const sown: string[][] = [];
  for (const [index, table] of tables.entries()) {
    const cards: string[] = [];
    for (const [at, [text, who, when]] of (SOWING[index] ?? []).entries()) {
      const writer = table[at + 1];
      if (writer) cards.push(await evening.write(writer, 'sowing', { text, fields: { who, when } }));
    }
    sown.push(cards);
  }
  const [[gone] = []] = sown;
  const [, writer] = tables[0] ?? [];
  if (gone && writer) await evening.do(writer, { type: 'withdraw', entry: gone });
  return sown;
}

async function connect(evening: HeldEvening, tables: readonly (readonly Seated[])[], assets: readonly string[][]): Promise<void> {
  for (const [index, [, , writer]] of tables.entries()) {
    if (!writer) continue;
    await evening.write(writer, 'part', {
      text: 'Even weg kunnen, een avond in de week.',
      fields: { covered: 'partly' },
      links: assets[index]?.slice(0, 1) ?? [],
    });
    await evening.write(writer, 'part', { text: 'Iemand die je gewoon even belt.', fields: { covered: 'notYet' } });
  }
}

async function promise(evening: HeldEvening, tables: readonly (readonly Seated[])[], sowings: readonly string[][]): Promise<void> {
  for (const [index, table] of tables.entries()) {
    for (const [at, [text, firstStep]] of (PLEDGES[index] ?? []).entries()) {
      const writer = table[at];
      if (writer)
        await evening.write(writer, 'pledge', {
          text,
          fields: { firstStep, when: '2026-12-01' },
          links: sowings[index]?.slice(1, 2) ?? [],
        });
    }
  }
}

async function lastLines(evening: HeldEvening, tables: readonly (readonly Seated[])[]): Promise<void> {
  for (const [index, table] of tables.entries()) await each(evening, table.slice(2), 'lastLine', LAST[index] ?? []);
  const [[first] = [], [second] = []] = tables;
  if (first) await evening.write(first, 'helped', { text: 'Ja: nu weet ik wie ik moet bellen.', fields: { helps: 'yes' } });
  if (second) await evening.write(second, 'helped', { fields: { helps: 'aLittle' } });
}

async function each(evening: HeldEvening, people: readonly Seated[], input: string, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries()) {
    const writer = people[at];
    if (writer) await evening.write(writer, input, { text });
  }
}

const FIRST = [
  'Mantelzorgers raken op en er is te weinig respijtzorg.',
  'Jonge mantelzorgers vertellen op school niet dat ze thuis zorgen.',
];
const SHARPER = [
  'Ex-mantelzorgers willen helpen, maar niemand vraagt het hun. Wie belt?',
  'Op school is er één uur en één mens nodig aan wie je het gewoon kunt vertellen.',
];
const QUESTIONS = [
  ['Sinds wanneer is dit zo?', 'Wie weet ervan, en wie niet?', 'Wat heb je zelf al geprobeerd?'],
  ['Hoeveel jongeren zijn het?', 'Wat gebeurt er als ze het wél vertellen?'],
];
type Asset = readonly [text: string, sort: string, whose: string, usable: string];
const ASSETS: readonly (readonly Asset[])[] = [
  [
    ['Ik heb zelf twintig jaar gezorgd. Ik weet hoe het gaat, en ik heb op dinsdag tijd.', 'experience', 'mijzelf', 'yes'],
    ['In het buurthuis is op woensdagavond een zaal vrij.', 'places', 'het buurthuis', 'ask'],
    ['Er is een busje dat ’s avonds stilstaat.', 'things', 'de zorginstelling', 'ask'],
    ['De fietsenmaker repareert op vrijdag gratis.', 'people', 'de fietsenmaker', 'yes'],
    ['Een potje van de woningbouw voor de straat.', 'money', 'de woningbouw', 'notYet'],
    ['Buren die elkaar kennen van de moestuin en toch al langsgaan.', 'people', 'de moestuin', 'yes'],
  ],
  [
    ['De mentor op school luistert echt, als je maar begint.', 'people', 'de school', 'yes'],
    ['Een kamer in de bibliotheek, elke dinsdagavond, met thee.', 'places', 'de bibliotheek', 'ask'],
    ['الجيران يساعدون بعضهم', 'people', 'de straat', 'yes'],
    ['De regel dat je drie dagen per jaar verlof mag vragen voor zorg thuis.', 'rules', 'de school', 'notYet'],
    ['Een groep ex-mantelzorgers die op zondag samen wandelt.', 'people', 'de wandelgroep', 'yes'],
  ],
];
const HEARD = ['De kerk heeft een lijst van mensen die willen rijden.', 'De sportclub heeft een trainer die het zelf heeft meegemaakt.'];
const PILES = ['Mensen die weten hoe het is', 'Plekken waar je even mag zijn'];
type Sowing = readonly [text: string, who: string, when: string];
const SOWING: readonly (readonly Sowing[])[] = [
  [
    ['Een pasje voor iedereen.', 'de gemeente', '2027-03-01'],
    ['Eén telefoonnummer waar een mens opneemt, ook in het weekend.', 'het wijkteam', '2027-02-01'],
    ['Een avond in de week waarop iemand anders zorgt.', 'de vrijwilligers', '2027-01-15'],
  ],
  [
    ['Een les over zorgen thuis, elk jaar in de eerste week.', 'de school', '2027-09-01'],
    ['Dat de gemeente binnen twee dagen terugbelt.', 'de gemeente', '2027-01-10'],
  ],
];
const PLEDGES = [
  [
    ['Ik bel deze week drie ex-mantelzorgers die ik ken.', 'Ik zoek vanavond de nummers op.'],
    ['Ik vraag het buurthuis om de woensdagavond.', 'Ik loop er morgen langs.'],
    ['Ik bel mensen terug binnen twee dagen.', 'Ik zet het in mijn agenda.'],
  ],
  [['Ik vertel mijn mentor hoe het thuis is.', 'Ik vraag om een gesprek.']],
] as const;
const LAST = [
  ['Er is meer dan ik dacht.', 'Ik hoef het niet alleen te doen.', 'We beginnen gewoon met bellen.'],
  ['Vertellen is de eerste stap.', 'De bibliotheek dus.'],
];
