import type { Json } from '#conversation/words.ts';

/** Everybody who may stand before a door. A token stands for each of its scopes. */
export const ROLES = [
  'nobody',
  'holder',
  'participant',
  'host',
  'scribe',
  'wall',
  'owner',
  'coFacilitator',
  'organiser',
  'stranger',
  'conversations:read',
  'reports:read',
  'outcomes:read',
  'outcomes:write',
] as const;
export type Role = (typeof ROLES)[number];
/** How far the conversation is. */
export const PHASES = ['preparing', 'open', 'closed', 'sealed'] as const;
export type Phase = (typeof PHASES)[number];

/** Who gets in at one door. Who does not stand here is refused, whatever they send. */
export interface Line {
  readonly who: readonly Role[];
  /** Where that differs by how far it is. */
  readonly when?: { readonly [phase in Phase]?: readonly Role[] };
  /** Then those who may hear that it is not the moment. */
  readonly notNow?: readonly Phase[];
  readonly query?: string;
  /** What is sent: right enough to get past the shape. */
  readonly sends?: { readonly [field: string]: Json };
  /** For those who may it would take away what the next line needs: its own story stands elsewhere. Only others are asked. */
  readonly othersOnly?: true;
}

const NOBODY: readonly Role[] = [];
/** With a device, whatever it is. */
const DEVICES: readonly Role[] = ['participant', 'host', 'scribe', 'wall', 'owner', 'coFacilitator', 'organiser', 'stranger'];
export const EVERYBODY: readonly Role[] = ROLES;
const HOLDER: readonly Role[] = ['holder'];
const PEOPLE: readonly Role[] = ['participant', 'host', 'scribe'];
const LEADERS: readonly Role[] = ['coFacilitator', 'organiser'];
const SERVING: readonly Role[] = ['host', 'scribe', ...LEADERS];
const INVITERS: readonly Role[] = [...LEADERS, 'wall'];
/** Each at their own seat. */
const THERE: readonly Role[] = [...PEOPLE, ...INVITERS];
/** An owner came afterwards: what was said they read when everybody may. */
const SEATED: readonly Role[] = [...THERE, 'owner'];
const ORGANISERS: readonly Role[] = ['organiser', 'stranger'];
const OVER: readonly Phase[] = ['closed', 'sealed'];

/** Nothing grows before people came in. */
const OF_OUTCOME: Line = { who: LEADERS, when: { preparing: NOBODY } };
const MAILED: Line = { who: [...LEADERS, 'owner'] };

const SEAT = '/v1/conversations/{conversation}/seats/{seat}';
const entry = '0'.repeat(20);
/** Past the shape, and then it is nothing that could be done. */
const noId = { id: 'x' };

const API: { readonly [door: string]: Line } = {
  'GET /v1/openapi.json': { who: EVERYBODY },
  'GET /v1/formats': { who: EVERYBODY },
  'GET /v1/formats/{format}': { who: EVERYBODY },
  // Without a key, a code or a link nobody comes in.
  'POST /v1/joinings': { who: NOBODY, sends: { key: 'x' } },
  'POST /v1/invitations/openings': { who: NOBODY, sends: { key: 'x' } },
  'POST /v1/entrances': { who: NOBODY, sends: { link: 'x' } },
  'GET /v1/devices/own': { who: DEVICES },
  'DELETE /v1/devices/own': { who: DEVICES, othersOnly: true },

  [`GET ${SEAT}/view`]: { who: SEATED },
  [`GET ${SEAT}/stream`]: { who: SEATED, othersOnly: true },
  [`GET ${SEAT}/cards`]: { who: SEATED },
  [`GET ${SEAT}/cards/{entry}`]: { who: PEOPLE, when: { preparing: NOBODY, sealed: NOBODY } },
  [`GET ${SEAT}/agreements`]: { who: SEATED },
  [`GET ${SEAT}/own-outcomes`]: { who: ['owner'] },
  [`POST ${SEAT}/actions`]: { who: SEATED, sends: { ...noId, action: { type: 'call', words: '' } } },
  [`GET ${SEAT}/harvest`]: { who: [...PEOPLE, ...LEADERS] },
  [`GET ${SEAT}/counting-sheet`]: { who: SEATED },
  [`GET ${SEAT}/paper`]: { who: SEATED },
  [`GET ${SEAT}/receipts`]: { who: SEATED },
  [`GET ${SEAT}/preparation`]: { who: LEADERS },
  [`GET ${SEAT}/translations/{language}`]: { who: LEADERS },
  [`GET ${SEAT}/people`]: { who: LEADERS },
  [`GET ${SEAT}/harvest-standing`]: { who: LEADERS },
  [`GET ${SEAT}/counter-voices`]: { who: LEADERS },
  [`GET ${SEAT}/outcome-offers`]: { who: LEADERS },
  [`GET ${SEAT}/steps/{step}`]: { who: LEADERS },
  [`GET ${SEAT}/report-check`]: { who: NOBODY, when: { closed: LEADERS, sealed: LEADERS } },
  [`POST ${SEAT}/receipts`]: { who: PEOPLE, notNow: ['sealed'], othersOnly: true },

  [`GET ${SEAT}/join-code`]: { who: INVITERS, notNow: OVER },
  [`POST ${SEAT}/join-code/renewals`]: { who: LEADERS, notNow: OVER },
  [`GET ${SEAT}/links`]: { who: LEADERS },
  [`POST ${SEAT}/links`]: { who: LEADERS, sends: { kind: 'coFacilitator' } },
  [`DELETE ${SEAT}/links/{link}`]: { who: LEADERS, othersOnly: true },
  [`GET ${SEAT}/tickets`]: { who: LEADERS },
  [`POST ${SEAT}/tickets`]: { who: LEADERS, sends: { after: 9, count: 1 } },
  [`POST ${SEAT}/tickets/endings`]: { who: LEADERS },
  [`POST ${SEAT}/outcomes/{outcome}/links`]: { who: LEADERS, othersOnly: true },
  [`GET ${SEAT}/outcomes/{outcome}/mail`]: MAILED,
  [`POST ${SEAT}/outcomes/{outcome}/mail`]: { ...MAILED, sends: { address: 'x' } },
  [`POST ${SEAT}/outcomes/{outcome}/mail/confirmations`]: { ...MAILED, sends: { letter: 'x' } },
  [`DELETE ${SEAT}/outcomes/{outcome}/mail`]: MAILED,
  [`GET ${SEAT}/simulated-people`]: { who: LEADERS },
  [`POST ${SEAT}/simulated-people`]: { who: LEADERS, sends: { people: 1 } },
  [`DELETE ${SEAT}/simulated-people`]: { who: LEADERS },

  'GET /v1/conversations': { who: [...ORGANISERS, 'conversations:read'] },
  'GET /v1/conversations/{conversation}': { who: ['organiser', 'conversations:read'] },
  'POST /v1/conversations': { who: ORGANISERS, sends: { ...noId, preparation: {} } },
  'DELETE /v1/conversations/{conversation}': { who: ['organiser'], othersOnly: true },
  'POST /v1/conversations/{conversation}/seats': { who: ['organiser'] },
  'GET /v1/conversations/{conversation}/report': {
    who: NOBODY,
    when: { closed: [...THERE, 'reports:read'], sealed: [...THERE, 'reports:read'] },
  },
  'GET /v1/conversations/{conversation}/final-report': {
    who: NOBODY,
    when: { closed: [...THERE, 'reports:read'], sealed: [...THERE, 'reports:read'] },
  },
  'GET /v1/conversations/{conversation}/follow-up-sheets': {
    who: NOBODY,
    when: { closed: [...THERE, 'reports:read'], sealed: [...THERE, 'reports:read'] },
  },
  'GET /v1/trajectories/{trajectory}': { who: [...THERE, 'reports:read'] },
  'GET /v1/trajectories': { who: [...ORGANISERS, 'conversations:read'] },
  'POST /v1/trajectories': { who: ORGANISERS, sends: { ...noId, title: 'x' } },
  'POST /v1/trajectories/{trajectory}/renamings': { who: ['organiser'], sends: { title: 'x' } },
  'DELETE /v1/trajectories/{trajectory}': { who: ['organiser'], othersOnly: true },
  'POST /v1/trajectories/{trajectory}/conversations': { who: ['organiser'], sends: { conversation: '{conversation}' } },
  'DELETE /v1/trajectories/{trajectory}/conversations/{conversation}': { who: ['organiser'], othersOnly: true },
  'GET /v1/outcomes': { who: [...DEVICES, 'nobody', 'holder', 'outcomes:read'] },
  'GET /v1/conversations/{conversation}/outcomes': { who: [...LEADERS, 'outcomes:read'] },
  'GET /v1/conversations/{conversation}/outcomes/{outcome}': {
    who: [...LEADERS, 'outcomes:read'],
    when: { preparing: NOBODY },
  },
  'POST /v1/conversations/{conversation}/outcome-actions': {
    who: ['outcomes:write'],
    sends: { ...noId, action: { type: 'restoreOutcome', outcome: entry } },
  },
  'GET /v1/outcome-choices': { who: [...DEVICES, 'nobody', 'holder', 'outcomes:read'] },
  'GET /v1/outcome-sums': { who: [...DEVICES, 'nobody', 'holder', 'outcomes:read'] },
  'GET /v1/outcome-kinds': { who: EVERYBODY },
  'GET /v1/library-choices': { who: [...DEVICES, 'nobody', 'holder', 'outcomes:read'] },
  'GET /v1/library-questions': { who: ORGANISERS },
  'GET /v1/library': { who: [...DEVICES, 'nobody', 'holder', 'outcomes:read'] },
  'GET /v1/library/{conversation}/outcomes/{outcome}': { who: ['organiser'], when: { preparing: NOBODY } },
  'POST /v1/library/{conversation}/outcomes/{outcome}/adoptions': { who: ORGANISERS, sends: { ...noId, into: entry, owner: 'x' } },
  'POST /v1/library/{conversation}/outcomes/{outcome}/questions': { who: ORGANISERS, sends: { ...noId, words: 'x' } },
  'POST /v1/rehearsals': { who: ORGANISERS, sends: { ...noId, format: 'x' } },

  'GET /v1/organiser-links': { who: ORGANISERS },
  'POST /v1/organiser-links': { who: ORGANISERS, sends: { forWhom: 'colleague' } },
  'POST /v1/organiser-links/renewals': { who: ORGANISERS, othersOnly: true },
  'DELETE /v1/organiser-links/{link}': { who: ORGANISERS, othersOnly: true },
  'GET /v1/tokens': { who: ORGANISERS },
  'POST /v1/tokens': { who: ORGANISERS, sends: { ...noId, name: 'x', scopes: ['reports:read'], endsOn: '2027-12-31' } },
  'DELETE /v1/tokens/{token}': { who: ORGANISERS, othersOnly: true },

  'POST /v1/receipts/openings': { who: HOLDER },
  'POST /v1/receipts/lookings': { who: HOLDER },
  'POST /v1/receipts/withdrawals': { who: HOLDER, sends: { entry } },
  'POST /v1/receipts/total-withdrawals': { who: HOLDER, othersOnly: true },
  'POST /v1/receipts/detachments': { who: HOLDER, sends: { entry } },
  'POST /v1/receipts/quotations': { who: HOLDER, sends: { entry, allows: true } },
  'POST /v1/receipts/answers': { who: HOLDER, sends: { entry, followUp: 'x', status: 'x', words: '' } },
  'POST /v1/receipts/effects': { who: HOLDER, sends: { entry, outcome: entry, effect: 'yes' } },
  'POST /v1/receipts/turns': { who: HOLDER, sends: { entry, outcome: entry, words: 'x' } },
  'POST /v1/receipts/mails': { who: HOLDER, sends: { address: 'x', news: false } },
  'POST /v1/receipts/mails/confirmations': { who: HOLDER, sends: { letter: 'x' } },
  'POST /v1/receipts/mails/endings': { who: HOLDER, othersOnly: true },
  'POST /v1/receipts/renewals': { who: HOLDER, othersOnly: true, sends: { id: 'renewing-the-receipt' } },
};

const TALK = '/gesprek/[conversation]/[seat]';
const LEAD = '/leiden/[conversation]/[seat]';
const REPORT: Line = { who: NOBODY, when: { closed: THERE, sealed: THERE } };

const PAGES: { readonly [door: string]: Line } = {
  'page /': { who: EVERYBODY },
  'page /gedaan': { who: EVERYBODY },
  'page /hulp': { who: EVERYBODY },
  'page /onderdelen': { who: EVERYBODY },
  'page /onderdelen/console': { who: EVERYBODY },
  'page /onderdelen/telefoon': { who: EVERYBODY },
  'page /onderdelen/zaalscherm': { who: EVERYBODY },
  'page /schema/eindverslag-1.json': { who: EVERYBODY },
  'page /schema/verslag-1.json': { who: EVERYBODY },
  'page /doe-mee': { who: EVERYBODY },
  'page /zaal/open': { who: EVERYBODY },
  'page /antwoord/open': { who: EVERYBODY },
  // Who sees to one outcome.
  'page /antwoord/[conversation]/[seat]': { who: ['owner'] },
  'page /bibliotheek': { who: EVERYBODY },
  'page /bibliotheek/[conversation]/[outcome]': { who: ['organiser'], when: { preparing: NOBODY } },
  'page /leiden/begin': { who: EVERYBODY },
  'page /terugleeskaart': { who: EVERYBODY },
  // Only with an invitation in hand.
  'page /doe-mee/[conversation]': { who: NOBODY },
  'page /doe-mee/[conversation]/als': { who: NOBODY },

  [`page ${TALK}`]: { who: SEATED },
  [`page ${TALK}/afspraken`]: { who: SEATED },
  [`page ${TALK}/kaartje/[entry]`]: { who: PEOPLE, when: { preparing: NOBODY, sealed: NOBODY } },
  [`page ${TALK}/oogst`]: { who: [...PEOPLE, ...LEADERS] },
  [`page ${TALK}/papier`]: { who: SEATED },
  [`page ${TALK}/papier-tellen`]: { who: SEATED },
  [`page ${TALK}/roep`]: { who: SEATED },
  [`page ${TALK}/tafel`]: { who: SEATED },
  [`page ${TALK}/van-mij`]: { who: SEATED },
  [`page ${TALK}/van-mij/notities`]: { who: SEATED },
  [`page ${TALK}/van-mij/wissen`]: { who: SEATED },
  [`page ${TALK}/voor-jou`]: { who: SEATED },
  // Who writes, hosts or leads, for somebody without a phone.
  [`page ${TALK}/voor/[served]`]: { who: SERVING, when: { preparing: NOBODY } },
  [`page ${TALK}/weg`]: { who: SEATED },
  [`page ${TALK}/zonder-telefoon`]: { who: SEATED },
  'page /gesprek/[conversation]/doorgeven': { who: PEOPLE },

  'page /leiden': { who: [...ORGANISERS, 'coFacilitator'] },
  'page /leiden/nieuw': { who: ORGANISERS },
  'page /leiden/opvolgen': { who: ORGANISERS },
  // Sends each to where they may read it.
  'page /leiden/opvolgen/[conversation]/[outcome]': { who: NOBODY },
  'page /leiden/regie': { who: ORGANISERS },
  'page /leiden/sleutels': { who: ORGANISERS },
  'page /leiden/trajecten': { who: ORGANISERS },
  [`page ${LEAD}`]: { who: LEADERS },
  [`page ${LEAD}/delen`]: { who: LEADERS },
  [`page ${LEAD}/nakijken`]: { who: LEADERS },
  [`page ${LEAD}/oogst`]: { who: LEADERS },
  [`page ${LEAD}/opbrengsten`]: { who: LEADERS },
  [`page ${LEAD}/opbrengsten/nieuw`]: { ...OF_OUTCOME, query: '?soort=question' },
  [`page ${LEAD}/opbrengsten/[outcome]`]: OF_OUTCOME,
  [`page ${LEAD}/opbrengsten/[outcome]/mail`]: OF_OUTCOME,
  [`page ${LEAD}/opbrengsten/[outcome]/wijzigen`]: OF_OUTCOME,
  [`page ${LEAD}/printen`]: { who: LEADERS },
  [`page ${LEAD}/printen/kaartjes`]: { who: LEADERS },
  [`page ${LEAD}/sluiten`]: { who: LEADERS },
  [`page ${LEAD}/tafels`]: { who: LEADERS },
  [`page ${LEAD}/tegengeluid`]: { who: LEADERS },
  [`page ${LEAD}/voorbereiden`]: { who: LEADERS },
  [`page ${LEAD}/voorbereiden/vertalen`]: { who: LEADERS, query: '?taal=ar' },
  [`page ${LEAD}/vrijgeven/[place]`]: { who: LEADERS },
  'page /zaal/[conversation]/[seat]': { who: ['wall'] },

  'page /traject/[trajectory]': { who: THERE },
  'page /verslag/[conversation]': { who: THERE },
  'page /verslag/[conversation]/csv': REPORT,
  'page /verslag/[conversation]/eindverslag': { who: THERE },
  'page /verslag/[conversation]/eindverslag/json': REPORT,
  'page /verslag/[conversation]/eindverslag/word': REPORT,
  'page /verslag/[conversation]/json': REPORT,
  'page /verslag/[conversation]/morgen': REPORT,
  'page /verslag/[conversation]/morgen/word': REPORT,
  'page /verslag/[conversation]/word': REPORT,
};

const FORMS: { readonly [door: string]: Line } = {
  'form /doe-mee': { who: EVERYBODY },
  'form /doe-mee/[conversation]?/sit': { who: NOBODY },
  'form /doe-mee/[conversation]/als': { who: NOBODY, sends: { as: 'resident' } },
  'form /zaal/open': { who: NOBODY },
  'form /antwoord/open': { who: NOBODY },
  'form /leiden/begin?/link': { who: NOBODY },
  'form /leiden/begin?/code': { who: NOBODY },

  ...forms(TALK, ['write', 'ready', 'passTurn', 'askRound', 'holdRound', 'openSheet', 'takeRole', 'lay', 'comeBack'], { who: SEATED }),
  ...forms(`${TALK}/kaartje/[entry]`, ['correct'], { who: PEOPLE, when: { preparing: NOBODY, sealed: NOBODY } }),
  ...forms(`${TALK}/kaartje/[entry]`, ['keep', 'lay', 'withdraw'], { who: SEATED }),
  ...forms(`${TALK}/oogst`, ['do', 'gather'], { who: SEATED }),
  ...forms(`${TALK}/papier`, ['write', 'withdraw'], { who: SEATED }),
  ...forms(`${TALK}/papier-tellen`, ['count'], { who: SEATED, sends: { people: '1' } }),
  ...forms(`${TALK}/roep`, ['call'], { who: SEATED }),
  ...forms(`${TALK}/tafel`, ['holdRound', 'openSheet'], { who: SEATED }),
  ...forms(`${TALK}/tafel`, ['countHeads'], { who: SEATED, sends: { heads: '1' } }),
  ...forms(`${TALK}/van-mij`, ['code'], { who: PEOPLE, notNow: ['sealed'], othersOnly: true }),
  ...forms(`${TALK}/van-mij/wissen`, ['forget'], { who: SEATED, othersOnly: true }),
  ...forms(`${TALK}/voor-jou`, ['needs', 'photo', 'time', 'young'], { who: SEATED }),
  ...forms(`${TALK}/voor/[served]`, ['write', 'ready', 'withdraw', 'leave', 'comeBack', 'needs', 'photo', 'young'], { who: SEATED }),
  ...forms(`${TALK}/weg`, ['leave'], { who: SEATED }),
  ...forms(`${TALK}/zonder-telefoon`, ['seat'], { who: SEATED, sends: { as: 'resident' } }),
  ...forms('/gesprek/[conversation]/doorgeven', ['hand', 'take'], { who: PEOPLE, othersOnly: true }),

  ...forms('/antwoord/[conversation]/[seat]', ['status'], { who: ['owner'], sends: { status: 'busy', because: 'x', due: '2027-06-01' } }),
  ...forms('/antwoord/[conversation]/[seat]', ['turn'], { who: ['owner'], sends: { words: 'x' } }),
  ...forms('/antwoord/[conversation]/[seat]', ['mail', 'confirmMail', 'stopMail'], { who: ['owner'] }),
  ...forms('/bibliotheek/[conversation]/[outcome]', ['adopt'], {
    who: ORGANISERS,
    sends: { into: '{conversation}', owner: 'dorpsraad' },
  }),
  ...forms('/bibliotheek/[conversation]/[outcome]', ['ask'], { who: ORGANISERS, sends: { words: 'x' } }),
  ...forms('/bibliotheek/[conversation]/[outcome]', ['answer', 'drop'], { who: ['organiser'], sends: { words: 'x', asked: 'x' } }),
  ...forms('/leiden', ['open'], { who: ['organiser'], sends: { conversation: '{conversation}' } }),
  ...forms('/leiden', ['discard'], { who: ['organiser'], othersOnly: true, sends: { conversation: '{conversation}' } }),
  ...forms('/leiden', ['link', 'colleague'], { who: ORGANISERS }),
  ...forms('/leiden', ['renew', 'revoke'], { who: ORGANISERS, othersOnly: true }),
  'form /leiden/opvolgen/[conversation]/[outcome]': { who: ['organiser'], when: { preparing: NOBODY } },
  ...forms('/leiden/sleutels', ['make', 'revoke'], { who: ORGANISERS }),
  ...forms('/leiden/trajecten', ['make'], { who: ORGANISERS }),
  ...forms('/leiden/trajecten', ['rename', 'put'], {
    who: ['organiser'],
    sends: { trajectory: '{trajectory}', conversation: '{conversation}', title: 'x' },
  }),
  ...forms('/leiden/trajecten', ['take', 'remove'], {
    who: ['organiser'],
    sends: { trajectory: '{trajectory}', conversation: '{conversation}' },
    othersOnly: true,
  }),
  ...forms('/leiden/nieuw', ['rehearse', 'choose'], { who: ORGANISERS }),
  ...forms(LEAD, ['do', 'callPeople', 'sendAway', 'shorten'], { who: LEADERS }),
  ...forms(`${LEAD}/delen`, ['do', 'wall', 'coFacilitator', 'wallHere'], { who: LEADERS }),
  ...forms(`${LEAD}/delen`, ['renew'], { who: LEADERS, notNow: OVER }),
  ...forms(`${LEAD}/delen`, ['revoke'], { who: LEADERS, othersOnly: true }),
  ...forms(`${LEAD}/nakijken`, ['do', 'invite'], { who: LEADERS }),
  ...forms(`${LEAD}/oogst`, ['do', 'gather'], { who: LEADERS }),
  ...forms(`${LEAD}/opbrengsten/nieuw`, ['more', 'other', 'begin', 'make'], { who: LEADERS, query: '&soort=question' }),
  ...forms(`${LEAD}/opbrengsten/[outcome]`, ['status', 'talkOver', 'turn', 'owner', 'drop', 'restore'], {
    ...OF_OUTCOME,
    sends: { status: 'busy', because: 'x', due: '2027-06-01', words: 'x', why: 'x' },
  }),
  ...forms(`${LEAD}/opbrengsten/[outcome]/mail`, ['mail', 'confirmMail', 'stopMail'], OF_OUTCOME),
  ...forms(`${LEAD}/opbrengsten/[outcome]/wijzigen`, ['more', 'change'], OF_OUTCOME),
  ...forms(`${LEAD}/printen/kaartjes`, ['make', 'end'], { who: LEADERS }),
  ...forms(`${LEAD}/sluiten`, ['do', 'all'], { who: LEADERS }),
  ...forms(`${LEAD}/tafels`, ['do'], { who: LEADERS }),
  ...forms(`${LEAD}/tegengeluid`, ['do'], { who: LEADERS }),
  ...forms(`${LEAD}/voorbereiden`, ['scope', 'changeScope', 'settings', 'languages', 'offer', 'minutes', 'promises', 'texts', 'open'], {
    who: LEADERS,
  }),
  ...forms(`${LEAD}/voorbereiden`, ['tables'], { who: LEADERS, sends: { count: '2' } }),
  ...forms(`${LEAD}/voorbereiden/vertalen`, ['translate'], { who: LEADERS, query: '&taal=ar' }),
  ...forms(`${LEAD}/vrijgeven/[place]`, ['do'], { who: LEADERS }),

  ...forms('/terugleeskaart', ['open'], { who: NOBODY }),
  ...forms('/terugleeskaart', ['withdraw', 'letGo', 'answer', 'quote'], { who: HOLDER, sends: { entry, followUp: 'x', status: 'x' } }),
  ...forms('/terugleeskaart', ['notice'], { who: HOLDER, sends: { entry, outcome: entry, effect: 'yes' } }),
  ...forms('/terugleeskaart', ['turn'], { who: HOLDER, sends: { entry, outcome: entry, words: 'x' } }),
  ...forms('/terugleeskaart', ['mail', 'confirmMail'], { who: HOLDER }),
  ...forms('/terugleeskaart', ['stopMail', 'withdrawAll'], { who: HOLDER, othersOnly: true }),
  ...forms('/terugleeskaart', ['renew'], { who: HOLDER, othersOnly: true, sends: { id: 'renewing-the-receipt' } }),
  // It only forgets the code on this device.
  ...forms('/terugleeskaart', ['close'], { who: EVERYBODY, othersOnly: true }),
};

/** Every door there is: of the API, of the pages, and of their forms. A new one has no line here, and lets nobody pass the test. */
export const WHO_MAY: { readonly [door: string]: Line } = { ...API, ...PAGES, ...FORMS };

function forms(route: string, actions: readonly string[], line: Line): { readonly [door: string]: Line } {
  return Object.fromEntries(actions.map((action) => [`form ${route}?/${action}`, line]));
}
