import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { addressesOf, pageRoutes } from '../helpers/routes.ts';
import { Browser } from '../secrecy/browser.ts';
import { Hall } from '../secrecy/hall.ts';
import type { Guest } from '../secrecy/guest.ts';
import { placesIn } from '../secrecy/watch.ts';
import { assertGuarded } from './guarded.ts';

/** What any of our forms calls its fields, and what nobody does. */
const NAMES = ['action', 'id', 'type', 'from', 'run', 'input', 'text', 'kept', 'field.sort', 'link', 'to', 'code', 'key', 'as', 'also'];
const MORE = [
  'words',
  'entry',
  'role',
  'format',
  'conversation',
  'title',
  'minutes',
  'count',
  'table',
  'into',
  'seat',
  'phase.look',
  'heads',
  'people',
  'count.best',
  'point',
  'says',
  'note',
  'saw',
  'cards',
  'seating',
  'otherwise',
  'forSeat',
  'because',
  'voice',
  'status',
  'followUp',
  'address',
  'news',
  'reason',
  'saw',
  'level',
  'hearBackOn',
  '__proto__',
  '',
];
const OFTEN = [
  '',
  'null',
  '-1',
  '1e999',
  'NaN',
  'yes',
  'true',
  'thought',
  'best',
  'resident',
  'look.1',
  'next',
  'giveRole',
  'makePoint',
  'answerPoint',
  'signTable',
  'finishReport',
  '../..',
  '\u0000',
  '\ud800',
];

const hall = await Hall.open({ after });
await hall.goTo('table');
const routes = await pageRoutes();
const forms = routes.flatMap((route) => route.actions.map((action) => ({ route, action })));
const people = await crowd();

test('no form, however it was filled in and by whomever, is answered with a fault of ours', async (t) => {
  const filled = fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...MORE), fc.string({ maxLength: 10 })),
      fc.oneof(fc.constantFrom(...OFTEN), fc.constant('an-id-of-the-form-0001'), fc.string({ unit: 'binary', maxLength: 40 })),
    ),
    { maxLength: 12 },
  );
  const sent = fc.oneof(
    { weight: 5, arbitrary: filled.map((fields) => new URLSearchParams(fields).toString()) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.constant('%') },
  );
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forms), sent, async ({ route, action }, body) => {
      // By turns, so that nobody is kept back for being too fast.
      const who = people[turn++ % people.length] as Person;
      const [path = '/'] = addressesOf(route, placesIn(await hall.state(), who.guest.place));
      const at = action === 'default' ? path : `${path}?/${action}`;
      const answer = await who.browser.post(at, body);
      assert.ok(answer.status < 500, `${answer.status} at ${at} for ${JSON.stringify(body)}`);
      assertGuarded(answer, path);
    }),
    { numRuns: 400 },
  );
  t.diagnostic(`${forms.length} forms`);
  assert.equal((await new Browser(hall.url).get('/')).status, 200);
});

test('a megabyte in any form is refused in a sentence, and the house goes on', async () => {
  const person = people[0] as Person;
  for (const { route, action } of forms) {
    const [path = '/'] = addressesOf(route, placesIn(await hall.state(), person.guest.place));
    const answer = await person.browser.post(action === 'default' ? path : `${path}?/${action}`, { text: 'é'.repeat(256 * 1024) });
    assert.equal(answer.status, 413, path);
    assert.match(answer.body, /te veel tekst/);
  }
});

interface Person {
  readonly browser: Browser;
  /** Whose pages they try. */
  readonly guest: Guest;
}

/** People at tables, people who lead, a wall, somebody with a code, and somebody with nothing. */
async function crowd(): Promise<readonly Person[]> {
  const [participants, leaders] = [
    await many(12, () => hall.join(1)),
    await many(6, async () => hall.enter(await hall.link('coFacilitator'))),
  ];
  const wall = await hall.enter(await hall.link('wall'));
  const invited = new Browser(hall.url);
  await invited.post('/doe-mee', { code: (await hall.invitation()).code });
  const seated = [...participants, ...leaders, wall].map((guest) => ({ browser: guest.browser, guest }));
  return [...seated, { browser: invited, guest: hall.leader }, { browser: new Browser(hall.url), guest: wall }];
}

async function many(count: number, make: () => Promise<Guest>): Promise<Guest[]> {
  const made: Guest[] = [];
  while (made.length < count) made.push(await make());
  return made;
}
