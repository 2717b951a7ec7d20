import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personalIn, type Personal } from '#conversation/personal.ts';

const LEADS_TO_SOMEBODY: readonly (readonly [Personal, string, found: string])[] = [
  ['bsn', 'Haar nummer is 111222333.', '111222333'],
  ['bsn', 'BSN 1112.22.333', '1112.22.333'],
  ['phone', 'Bel haar op 06 12 34 56 78 na vijven', '06 12 34 56 78'],
  ['bsn', 'BSN 123456782 2 keer gevraagd', '123456782'],
  ['bsn', 'BSN 1112 22 333 2 keer', '1112 22 333'],
  ['bsn', 'BSN 111.222.333. 2 keer', '111.222.333'],
  ['phone', 'Thuis: (030) 123 45 67', '(030) 123 45 67'],
  ['phone', 'of 0301 - 23 45 67', '0301 - 23 45 67'],
  ['phone', 'Bel 06-12345678. 2 keer geen gehoor', '06-12345678'],
  ['phone', 'Bel 06-12345678 (2 keer)', '06-12345678'],
  ['phone', '0612345678 0687654321', '0612345678'],
  ['phone', '030 123 45 67 20 keer gebeld', '030 123 45 67'],
  ['phone', '06.12.34.56.78', '06.12.34.56.78'],
  ['phone', 'of +31 6 12345678', '+31 6 12345678'],
  ['phone', 'of +31 (0)6 12 34 56 78', '+31 (0)6 12 34 56 78'],
  ['phone', 'of 0031612345678 1 keer', '0031612345678'],
  ['mail', 'Mail naar iemand.anders@voorbeeld.example.nl graag', 'iemand.anders@voorbeeld.example.nl'],
  ['birthDate', 'Zij is van 12-3-1954 en woont alleen', 'Zij is van 12-3-1954'],
  ['birthDate', 'Geboren op 1-2-24', 'Geboren op 1-2-24'],
  ['birthDate', 'geb. 12 maart 1954', 'geb. 12 maart 1954'],
  ['birthDate', 'Op 12 maart 2019 is haar kind geboren', '12 maart 2019 is haar kind geboren'],
  ['birthDate', 'Geboortedatum: 1954-03-12', 'Geboortedatum: 1954-03-12'],
  ['address', 'Zij woont op 1234 AB', '1234 AB'],
  ['address', 'Het gaat om 1234AB', '1234AB'],
  ['address', 'Het gaat om 1234 AB 12', '1234 AB'],
  ['address', 'Het gaat om 1234 AB, Utrecht', '1234 AB'],
  ['address', 'Zij woont in de Lange Dorpsstraat 12', 'Dorpsstraat 12'],
];

const LEADS_TO_NOBODY = [
  'Een moeder met drie kinderen, sinds 2 jaar in de schuld, vraagt om hulp in het huishouden.',
  'De gemeente kreeg in 2024 123456789 euro voor de wijk.',
  'Artikel 2.3.5 van de Wmo 2015, bladzijde 1020 en 1021.',
  'Onderweg 2 mensen gesproken, om 10.30 uur; op 12-3-2026 praten we verder.',
  'In de straat wonen 40 mensen; bel 14 030 of 112.',
  'Het kreeg 1200 EU subsidie.',
  'Zij woonde er in 2018 EN 2019.',
  'Een auto van 1500 KG, of 1234 SS; de kachel doet 2000 WA.',
  'Op 1 maart 2019 begon de nieuwe regeling, op 12-3-2021 de volgende.',
  'Op 01-02-2024 10.30 uur, en van 06.30-07.30 20 mensen.',
  'Open om 08.00 09.00 10.00 en 11.00 uur; geef een cijfer: 0 1 2 3 4 5 6 7 8 9 10.',
  'Het kostte 1.111.222.333 of 111.222.333.000 euro.',
];

test('what leads to one person is found in a story', () => {
  for (const [kind, typed, found] of LEADS_TO_SOMEBODY) assert.deepEqual(personalIn(typed), { kind, found }, typed);
});

test('a story that leads to nobody is left alone', () => {
  for (const typed of LEADS_TO_NOBODY) assert.equal(personalIn(typed), null, typed);
});
