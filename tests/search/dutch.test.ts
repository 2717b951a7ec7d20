import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { label, searchDocument } from '#search/document.ts';
import { mended } from '#search/mended.ts';
import { searchQuery } from '#search/query.ts';
import { allServers } from '../helpers/database.ts';

/** What somebody types, a sentence that has to be found by it, and one that must not be. */
const PAIRS: readonly (readonly [typed: string, finds: string, butNot: string])[] = [
  // Plural, diminutive, adjective.
  ['huis', 'Twee huizen in de Dorpsstraat', 'Ik voel me hier thuis'],
  ['huizen', 'Een huis voor ouderen', 'Ze ligt in het ziekenhuis'],
  ['brief', 'De gemeente stuurt te lange brieven', 'Een briefing voor het college'],
  ['brieven', 'Schrijf de brief korter', 'Ik bel liever'],
  ['zaak', 'Twee zaken tegelijk', 'Een brood uit de bakkerij'],
  ['kind', 'Alle kinderen van de straat', 'Mijn broer kan niet mee'],
  ['stad', 'In kleine steden kan dat wel', 'Aan de rand van het dorp'],
  ['raadslid', 'Drie raadsleden kwamen kijken', 'Het is geen raadsel'],
  ['reis', 'Ze reizen een uur met de bus', 'De rijst is gaar'],
  ['praatje', 'Tijd voor praatjes bij de koffie', 'De praktijk is anders'],
  ['sociaal', 'Een sociale onderneming', 'De socialist van vroeger is terug'],
  ['eenzaam', 'Eenzaamheid onder studenten', 'Samen eten op zondag'],
  ['mogelijkheden', 'Er is maar één mogelijkheid', 'Dat kan hier niet'],
  ['regeling', 'Te veel regelingen voor één gezin', 'De spelregels van het bord'],
  ['helpen', 'Zij heeft haar buren geholpen', 'Een helft blijft over'],
  ['gesproken', 'We spreken elkaar elke week', 'De sprong in het diepe'],
  ['werken', 'Er werd hard gewerkt', 'Een wekker zetten'],
  // Words that look alike and are not.
  ['ouders', 'De ouder van het meisje', 'Ouderen in het verzorgingshuis'],
  ['ouderen', 'Iedere oudere krijgt bezoek', 'Ouders brengen hun dochter naar school'],
  ['wet', 'De wet geeft die ruimte', 'De wethouder gaf antwoord'],
  ['team', 'De teams wisselen', 'Stoom en water'],
  ['buurt', 'In onze buurten is plek', 'Mijn buurman heeft een auto'],
  ['kaart', 'De kaarten op tafel', 'Een kaars branden'],
  ['kans', 'Geef hem nieuwe kansen', 'Dat kan niet'],
  // Accents and marks.
  ['coordinatie', 'De coördinatie ligt bij één persoon', 'De ordening van het plein'],
  ['cliënt', 'De client beslist', 'De klant is koning'],
  ['idee', 'Drie ideeën voor het plein', 'Het ideaal van de stad'],
  ['foto', "Er zijn foto's gemaakt", 'Een film over de wijk'],
  ['re-integratie', 'Reïntegratie na ziekte', 'De integrale aanpak'],
  ['W.M.O.', 'Vragen over de Wmo', 'Vragen over school'],
  // Compounds, from both sides.
  ['zorg', 'Jeugdzorg dichtbij', 'De borg terugkrijgen'],
  ['team', 'Het wijkteam komt langs', 'Het systeem werkt niet'],
  ['wijk', 'Een wijkcentrum met een keuken', 'Het plan is gewijzigd'],
  ['huis', 'Het buurthuis is open', 'Het ziekenhuis in de stad'],
  ['hulpverlening', 'Schuldhulpverlening zonder wachttijd', 'De verlenging van het contract'],
  ['schulden', 'De schuldhulpmaatjes gaan langs', 'Wie is de schrijver'],
  ['mantelzorg', 'Mantelzorgers raken uitgeput', 'Een jas en een mantel'],
  ['jeugdzorg', 'Zorg voor de jeugd in het dorp', 'De jeugd speelt op het veld en niemand heeft geld voor goede zorg'],
  ['jeugd zorg', 'De wachttijd in de jeugdzorg', 'De wachttijd bij de bakker'],
  ['bewonersinitiatief', 'Een initiatief van bewoners', 'Een initiatief van de bank'],
  ['gesprek', 'Keukentafelgesprekken met tijd', 'De spreker had geen tijd'],
  ['vervoer', 'Leerlingenvervoer voor kinderen die ver weg wonen', 'Voer de eendjes niet'],
  ['cirkel', 'De buurtcirkel eet op maandag', 'Een circus op het plein'],
  // What goes by other names.
  ['wmo', 'De Wet maatschappelijke ondersteuning', 'De Wet langdurige zorg'],
  ['wet maatschappelijke ondersteuning', 'Een Wmo-loket dat terugbelt', 'De wet op de lijkbezorging'],
  ['burger', 'Een avond voor inwoners', 'Een avond voor ambtenaren'],
  ['burgerinitiatief', 'Bewonersinitiatieven met een eigen budget', 'Een initiatief van de provincie'],
  ['wijkteam', 'Het sociaal team werkt samen', 'Het voetbalteam werkt samen'],
  ['sociaal team', 'Het buurtteam belt terug', 'Een team van vrijwilligers'],
  ['bijstand', 'De Participatiewet in gewone taal', 'Participatie in het dorp'],
  ['pgb', 'Met een persoonsgebonden budget', 'Met een budget voor het plein'],
  ['ggz', 'Geestelijke gezondheidszorg in de wijk', 'Gezond eten in de wijk'],
  ['huishoudelijke hulp', 'Hulp bij het huishouden om de week', 'Hulp bij huiswerk'],
  ['eenzaamheid', 'Sociaal isolement doorbreken', 'Sociale huur in het dorp'],
  ['dorpshuis', 'Een buurthuis in zelfbeheer', 'Een huisarts in het dorp'],
  ['informal carer', 'Een avond voor mantelzorgers', 'Een avond voor boeren'],
  // English.
  ['pledge', 'The pledges of the residents', 'The plans of the council'],
  ['volunteering', 'She volunteers at the food bank', 'It was voluntary for the firm'],
  ['loneliness', 'Eenzaamheid tegengaan', 'Lonen stijgen'],
  // More words: all of them.
  ['vervoer ouderen', 'Vervoer voor de oudere die niet meer fietst', 'Vervoer voor leerlingen'],
];

const [server] = await allServers();
assert(server);
const client = new Client(await server.database());
await client.connect();
after(async () => {
  await client.end();
  await server.stop();
});

for (const [typed, finds, butNot] of PAIRS) {
  test(`"${typed}" finds "${finds}" and not "${butNot}"`, async () => {
    assert.deepEqual([await isFound(finds, typed), await isFound(butNot, typed)], [true, false]);
  });
}

test('while somebody types, the last word may still grow', async () => {
  assert.equal(await isFound('Een avond voor mantelzorgers', 'avond mantelz', true), true);
  assert.equal(await isFound('Een avond voor mantelzorgers', 'mantelz', false), false);
  assert.equal(await isFound('De wethouder gaf antwoord', 'wet', false), false);
});

test('nothing to look for is no question, and whatever is typed makes one that the database understands', async () => {
  assert.equal(searchQuery('  '), null);
  assert.equal(searchQuery('de het en'), null);
  assert.equal(searchQuery(`'":*&|!()<->\\`), null);
  for (const typed of [
    `'; DROP TABLE x; --`,
    '\\',
    'a'.repeat(5_000),
    '!wmo & (zorg | ',
    '🙂 zorg',
    'لاجئ',
    'x-',
    'op-en',
    'de-zorg',
    '-x',
    "l'été",
    '\u0000zorg',
  ]) {
    await isFound('zorg', typed, true);
  }
});

test('one slip in a word of the domain is mended; what is known, short or too far away stays', () => {
  assert.equal(mended('mantelzorrg voor oudreen'), 'mantelzorg voor ouderen');
  assert.equal(mended('buurthius'), 'buurthuis');
  for (const typed of ['buurthuizen', 'wijkteams', 'zorg', 'xyzzyqq', 'bus']) assert.equal(mended(typed), null);
});

test('a title weighs more than a text, and a whole word more than a part', async () => {
  const [inTitle, inText, asPart] = [
    [{ in: 'title', words: 'Zorg dichtbij' }],
    [
      { in: 'title', words: 'Iets anders' },
      { in: 'body', words: 'Het gaat om zorg' },
    ],
    [
      { in: 'title', words: 'Iets anders' },
      { in: 'body', words: 'Het gaat om jeugdzorg' },
    ],
  ] as const;
  const ranks = await Promise.all([inTitle, inText, asPart].map((parts) => rank(searchDocument(parts), 'zorg')));
  assert.deepEqual(
    ranks,
    ranks.toSorted((one, other) => other - one),
  );
  assert.equal(new Set(ranks).size, 3);
});

test('a long text is found by its last word', async () => {
  assert.equal(await isFound(`${'woord '.repeat(20_000).slice(0, 40_000)} wijkteam`, 'wijkteam'), true);
});

test('a word longer than the database takes is kept too, and so is a theme', async () => {
  const long = 'é'.repeat(3_000);
  assert.equal(await isFound(`${long} ${'đ-'.repeat(2_000)}slot wijkteam`, 'wijkteam'), true);
  const { rows } = await client.query('SELECT 1 WHERE $1::tsvector @@ $2::tsquery', [
    searchDocument([], { theme: long }),
    label('theme', long),
  ]);
  assert.equal(rows.length, 1);
});

async function isFound(words: string, typed: string, typing = false): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('SELECT $1::tsvector @@ $2::tsquery AS found', [
    searchDocument([{ in: 'body', words }]),
    searchQuery(typed, { typing }) ?? '',
  ]);
  return rows[0]?.found === true;
}

async function rank(document: string, typed: string): Promise<number> {
  const { rows } = await client.query<{ rank: number }>(`SELECT ts_rank('{0.05, 0.2, 0.4, 1}', $1::tsvector, $2::tsquery) AS rank`, [
    document,
    searchQuery(typed),
  ]);
  return rows[0]?.rank ?? 0;
}
