import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OutcomeId } from '#conversation/outcome.ts';
import { refuse, type RefusalCode } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import { SCOPES } from '#app/tokens.ts';
import { ROUTES } from '#doors/api/routes.ts';
import { sentenceOf } from '#doors/problems.ts';
import { TestClock } from '../app/evening.ts';
import type { Answer } from '../helpers/ask.ts';
import { pageRoutes } from '../helpers/routes.ts';
import { Browser } from './browser.ts';
import { SECRETS } from './format.ts';
import { freshId, type Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { EVERYBODY, PHASES, ROLES, WHO_MAY, type Line, type Phase, type Role } from './whoMay.ts';

const clock = new TestClock();
const houseClock = { now: () => clock.now(), at: (time: number, call: () => void) => clock.at(time, call) };
const FORMAT = {
  ...SECRETS,
  roles: [
    ...SECRETS.roles,
    { id: 'host', name: { nl: 'Tafelheer', en: 'Host' }, task: 'hostTable' as const },
    { id: 'scribe', name: { nl: 'Schrijver', en: 'Scribe' }, task: 'scribe' as const },
  ],
};
const A_MONTH = 30 * 24 * 60;
const hall = await Hall.open({ after }, { format: FORMAT, clock: houseClock, sealAfter: A_MONTH * 60_000, opened: false });
const pages = await pageRoutes();

/** How somebody stands at a door: as what they are, at a seat of their own when they have one. */
interface Someone {
  readonly browser: Browser;
  readonly place?: Guest['place'];
  readonly entry?: EntryId;
  /** Of a receipt. */
  readonly code?: string;
  readonly headers?: Record<string, string>;
}
type Met = 'in' | 'out' | 'not now';

const NO_ID = '0'.repeat(20);
const cast = new Map<Role, Someone>();
let anybody: Someone = { browser: hall.leader.browser, place: hall.leader.place };
let served: string = NO_ID;
let outcome: string = NO_ID;
let trajectory: string = NO_ID;

test('every door has a line that says who may, and every line has a door', () => {
  assert.deepEqual(Object.keys(WHO_MAY).sort(), doors().toSorted());
});

for (const phase of PHASES) {
  describe(phase, () => {
    before(async () => {
      await REACH[phase]();
      // Who came by a form has a device from then on.
      cast.set('nobody', { browser: new Browser(hall.url) });
      const { code } = cast.get('holder') ?? {};
      if (code === undefined) return;
      const browser = new Browser(hall.url);
      assert.equal((await browser.post('/terugleeskaart?/open', { code })).status, 303);
      cast.set('holder', { browser, code });
    });

    for (const [door, line] of Object.entries(WHO_MAY)) {
      test(door, async () => {
        const found: Record<string, Met> = {};
        const expected: Record<string, Met> = {};
        // What was spent on the door before comes back.
        clock.pass(1);
        await Promise.all(
          asking(door, line, phase).map(async ([role, someone]) => {
            found[role] = await meet(door, line, someone);
            expected[role] = mayAt(line, phase).includes(role) ? (line.notNow?.includes(phase) ? 'not now' : 'in') : 'out';
          }),
        );
        assert.deepEqual(found, expected);
      });
    }

    if (phase !== 'open') return;
    test('a seat of somebody else is no seat, at any door of the API', async () => {
      for (const [door, line] of Object.entries(WHO_MAY).filter(([each]) => each.includes('{seat}'))) {
        clock.pass(1);
        for (const [role, someone] of cast) {
          if (role === 'organiser') continue;
          assert.equal(await meet(door, line, { ...someone, place: hall.leader.place }), 'out', `${role} at ${door}`);
        }
      }
    });
  });
}

function doors(): readonly string[] {
  const api = ROUTES.map(({ method, path }) => `${method} /v1${path}`);
  const forms = pages.flatMap(({ id, actions }) =>
    actions.map((action) => (action === 'default' ? `form ${id}` : `form ${id}?/${action}`)),
  );
  return [...api, ...pages.map(({ id }) => `page ${id}`), ...forms];
}

function mayAt({ who, when }: Line, phase: Phase): readonly Role[] {
  return when?.[phase] ?? who;
}

/** To pages all tokens are the same. A code is slow to look up on purpose: closing changes nothing for who holds one. */
function asking(door: string, line: Line, phase: Phase): readonly (readonly [Role, Someone])[] {
  // What anybody reads does not depend on a conversation.
  if (line.who === EVERYBODY && phase !== 'open') return [];
  const isPage = /^(page|form) /.test(door);
  const may = mayAt(line, phase);
  const isLeftOut = (role: Role) =>
    (line.othersOnly && may.includes(role)) ||
    (isPage && role.includes(':') && role !== 'reports:read') ||
    (role === 'holder' && phase === 'closed');
  return [...cast].filter(([role]) => !isLeftOut(role));
}

async function meet(door: string, { sends = {}, query = '' }: Line, someone: Someone): Promise<Met> {
  const [method = '', route = ''] = door.split(' ');
  const path = filled(route, someone) + query;
  const { browser, headers = {}, code = 'x' } = someone;
  if (method === 'page') return metPage(await browser.get(path, headers));
  if (method === 'form') {
    const fields = Object.fromEntries(
      Object.entries(sends).map(([name, value]) => [name, filled(typeof value === 'string' ? value : '', someone)]),
    );
    return metForm(await browser.post(path, fields, { ...headers, accept: 'application/json', 'x-sveltekit-action': 'true' }));
  }
  const sent = Object.fromEntries(
    Object.entries(sends).map(([name, value]) => [name, typeof value === 'string' ? filled(value, someone) : value]),
  );
  const body = route.startsWith('/v1/receipts/') ? { ...sent, code } : sent;
  return metApi(
    await browser.ask(path, { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );
}

function filled(route: string, { place = anybody.place, entry = anybody.entry }: Someone): string {
  const { conversation } = hall.leader.place;
  const names: Record<string, string> = {
    conversation,
    seat: place?.seat ?? '',
    entry: entry ?? NO_ID,
    served,
    outcome,
    trajectory,
    place: 'table.1',
    step: 'table.1',
    language: 'ar',
    format: 'secrets',
  };
  return route.replaceAll(/[{[](\w+)[}\]]/g, (_, name: string) => names[name] ?? NO_ID);
}

function metPage({ status, body }: Answer): Met {
  assert.ok(status < 500 && status !== 429, body);
  return status === 200 ? 'in' : 'out';
}

function metForm({ body }: Answer): Met {
  const said = JSON.parse(body) as FormAnswer;
  const status = said.error?.status ?? said.status ?? 0;
  assert.ok(status < 500 && status !== 429, body);
  if (said.location && said.type === 'redirect') return /^[/](leiden[/]begin|doe-mee)$/.test(said.location) ? 'out' : 'in';
  if (status === 404) return 'out';
  return met((code) => said.data?.includes(sentenceOf(refuse(code), 'nl')) ?? false);
}

interface FormAnswer {
  readonly type: 'success' | 'failure' | 'redirect' | 'error';
  readonly status?: number;
  readonly location?: string;
  readonly data?: string;
  readonly error?: { readonly status: number };
}

function metApi({ status, body }: Answer): Met {
  assert.ok(status < 500 && status !== 429, body);
  if ([401, 403, 404].includes(status)) return 'out';
  return status < 300 ? 'in' : met((code) => (JSON.parse(body) as { code: string }).code === code);
}

function met(isRefusedBy: (code: RefusalCode) => boolean): Met {
  if ((['notYourRole', 'notYourSeat', 'notFound'] as const).some(isRefusedBy)) return 'out';
  return (['closed', 'alreadyClosed', 'sealed', 'notOpenYet'] as const).some(isRefusedBy) ? 'not now' : 'in';
}

const OUTCOME = {
  kind: 'question',
  due: '2027-06-01',
  cards: [],
  owner: 'dorpsraad',
  theme: '',
  seenBy: 'everyone',
  fields: { what: 'Komt er een bankje?' },
};

/** What has to happen first. */
const REACH: { readonly [phase in Phase]: () => Promise<void> } = {
  async preparing() {
    cast.set('nobody', { browser: new Browser(hall.url) });
    await hall.lead({ type: 'chooseLanguages', beside: ['ar'], wall: null });
    cast.set('organiser', hall.leader);
    cast.set('coFacilitator', await hall.enter(await hall.link('coFacilitator')));
    cast.set('wall', await hall.enter(await hall.link('wall')));
    cast.set('stranger', { browser: (await hall.beside()).browser });
    const organiser = await hall.visitor(hall.leader);
    const { trajectories } = hall.house.app;
    const made = await trajectories.make(organiser, freshId(), 'Een traject');
    assert.ok('trajectory' in made);
    trajectory = made.trajectory;
    assert.ok('done' in (await trajectories.put(organiser, made.trajectory, hall.leader.place.conversation)));
    for (const scope of SCOPES) {
      const token = await hall.house.app.makeToken(organiser, freshId(), { name: scope, scopes: [scope], endsOn: '2027-12-31' });
      assert.ok('secret' in token);
      cast.set(scope, { browser: new Browser(hall.url), headers: { authorization: `Bearer ${token.secret}` } });
    }
  },

  async open() {
    await hall.lead({ type: 'open' });
    await hall.goTo('table');
    for (const role of ['participant', 'host', 'scribe'] as const) {
      const guest = await hall.join(1);
      if (role !== 'participant') await guest.do({ type: 'takeRole', role });
      cast.set(role, { browser: guest.browser, place: guest.place, entry: await guest.write('thought', `Van ${role}`) });
      if (role === 'scribe') await guest.do({ type: 'seatPerson', perspectives: ['resident'] });
    }
    anybody = cast.get('participant') ?? anybody;
    served = [...(await hall.state()).seats.values()].find(({ phoneless }) => phoneless)?.id ?? NO_ID;
    await hall.lead({ type: 'makeOutcome', ...OUTCOME });
    outcome = (await hall.state()).outcomes[0]?.id ?? NO_ID;
    const link = await hall.house.app.ownerLink(await hall.visitor(hall.leader), hall.leader.place, outcome as OutcomeId);
    assert.ok('secret' in link);
    cast.set('owner', await hall.enter(link));
    const holder = await hall.join(2);
    await holder.write('thought', 'Om terug te lezen');
    const receipt = await hall.house.app.makeReceipt(await hall.visitor(holder), holder.place);
    assert.ok('code' in receipt);
    cast.set('holder', { browser: new Browser(hall.url), code: receipt.code });
    assert.deepEqual([...cast.keys()].sort(), ROLES.toSorted());
  },

  async closed() {
    await hall.lead({ type: 'close' });
  },

  async sealed() {
    clock.pass(A_MONTH + 1);
    while ((await hall.state()).status !== 'sealed') clock.pass(1);
  },
};
