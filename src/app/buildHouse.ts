import { dayOf } from '#conversation/day.ts';
import type { Format } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { isActionId, parseAction } from './actions.ts';
import { Clockwork } from './clockwork.ts';
import { Hall } from './entering.ts';
import { Guard } from './guard.ts';
import type { House, Place } from './house.ts';
import type { ConversationId, LinkId } from './ids.ts';
import { JoinCodes } from './joinCodes.ts';
import { Library } from './library.ts';
import { Links } from './links.ts';
import { Mailing, type Mail } from './mailing.ts';
import { Nightly } from './nightly.ts';
import { OwnerMail } from './ownerMail.ts';
import { startPolling } from './polling.ts';
import { StoreProblem, type Store } from './ports.ts';
import type { Visitor } from './ports/people.ts';
import { discard, prepare } from './preparing.ts';
import { directionOf } from '#report/direction.ts';
import { reasonNotTo } from './publishing.ts';
import { Receipts } from './receipts.ts';
import { Rehearsed } from './rehearsing.ts';
import { refused, requestOf, type Taken } from './request.ts';
import type { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { seatByTicket } from './seatByTicket.ts';
import { freshId } from './secrets.ts';
import { useSetUpCode, writeSetUpCode } from './setUp.ts';
import { isTicketCount, Tickets } from './tickets.ts';
import { isByToken, Tokens, type Delegate } from './tokens.ts';
import { Trajectories } from './trajectories.ts';
import { Visitors } from './visitors.ts';
import { serverClock, serverRandomness, type Clock, type Log, type Randomness } from './world.ts';

export interface HouseParts {
  readonly store: Store;
  readonly inputs: Inputs;
  readonly kinds: OutcomeKinds;
  readonly formats: readonly Format[];
  readonly log: Log;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  /** The file for the set-up code, while there is no organiser yet. */
  readonly setUpFile: string;
  /** How long an action waits for a database that is away (ms). */
  readonly patience?: number;
  /** How long after closing a conversation is sealed (ms): until then a receipt can still be asked for. */
  readonly sealAfter?: number;
  /** How often it looks for what other processes did (ms). */
  readonly pollEvery?: number;
  /** Absent: everything is asked in the app. */
  readonly mail?: Mail | undefined;
}

export interface BuiltHouse extends House {
  /** Where the set-up code was written; null when there is an organiser already. */
  readonly setUpFile: string | null;
}

/** Builds the app on its parts: everything that can be asked, and the clock that runs by itself. */
export async function buildHouse(parts: HouseParts): Promise<BuiltHouse> {
  const {
    store,
    inputs,
    kinds,
    formats,
    log,
    clock = serverClock,
    randomness = serverRandomness,
    patience = 15_000,
    sealAfter = 0,
    pollEvery = 1_000,
  } = parts;
  const world = { clock, randomness, log };
  const rooms = new Rooms({ store, inputs, kinds, world, patience, sealAfter });
  const visitors = new Visitors(store.people, store.hints, randomness);
  const codes = new JoinCodes(store.joinCodes, randomness);
  const links = new Links(store.people, visitors, rooms, randomness);
  const mailing = new Mailing(store, world, parts.mail);
  const receipts = new Receipts(store, rooms, world, mailing);
  const clockwork = new Clockwork(store, rooms, world, sealAfter);
  const nightly = new Nightly(store.files, world);
  const tickets = new Tickets(store.tickets, receipts, randomness);
  const tokens = new Tokens(store.tokens, world);
  const hall = new Hall(rooms, visitors, codes, tickets);
  const guard = new Guard(rooms, visitors);
  const ownerMail = new OwnerMail(guard, mailing);
  const preparing = { store, rooms, visitors, codes, formats };
  const rehearsed = new Rehearsed(guard, preparing, randomness);
  const setUpFile = await writeSetUpCode(links, parts.setUpFile);
  const stopPolling = await startPolling({ store, rooms, visitors, clockwork, nightly, receipts, mailing, tokens, log, every: pollEvery });

  async function led<T>(visitor: Visitor, at: Place, then: (room: Room) => Promise<T>): Promise<T | Refusal> {
    const room = await guard.leaderAt(visitor, at);
    return 'refused' in room ? room : then(room);
  }

  async function take(visitor: Visitor, at: Place, actionId: unknown, body: unknown): Promise<Taken> {
    const parsed = parseAction(body);
    if ('refused' in parsed) return refused(parsed);
    if (!isActionId(actionId)) return refused(refuse('wrongShape'));
    try {
      const room = await guard.roomAt(visitor, at);
      if (!room) return refused(refuse('notFound'));
      const { action } = parsed;
      const reason = await reasonNotTo(rooms, room, visitor, at, action);
      if (reason) return refused(reason);
      if (action.type === 'seatPerson') return await seatByTicket(tickets, room, at.seat, actionId, action);
      return await room.perform(requestOf({ kind: 'seat', seat: at.seat }, actionId, action, visitor.device));
    } catch (error) {
      if (error instanceof StoreProblem) return refused(refuse('databaseAway'));
      throw error;
    }
  }

  async function takeFor(delegate: Delegate, conversation: ConversationId, actionId: unknown, body: unknown): Promise<Taken> {
    const parsed = parseAction(body);
    if ('refused' in parsed) return refused(parsed);
    if (!isActionId(actionId)) return refused(refuse('wrongShape'));
    if (!isByToken(parsed.action.type)) return refused(refuse('notYourRole'));
    const room = await rooms.find(conversation);
    if (!room || room.conversation.organiser !== delegate.organiser) return refused(refuse('notFound'));
    const actor = { kind: 'seat', seat: room.conversation.facilitatorSeat } as const;
    return room.perform(requestOf(actor, `${delegate.token}.${actionId}`, parsed.action));
  }

  async function revokeLink(visitor: Visitor, link: LinkId, at: Place | null) {
    const known = at
      ? await led(visitor, at, () => store.people.linksTo(at.conversation))
      : visitor.organiser
        ? await store.people.organiserLinks(visitor.organiser)
        : [];
    if ('refused' in known) return known;
    if (!known.some(({ id }) => id === link)) return refuse('notFound');
    return { revoked: await visitors.revoke((people) => people.revokeLink(link)) };
  }

  return {
    formats,
    kinds,
    setUpFile,
    take,
    situationOf: async (conversation) => (await rooms.findFresh(conversation))?.held.situation ?? null,
    refresh: async (conversation) => void (await rooms.findFresh(conversation)),
    async read(conversation, reader) {
      const room = await rooms.findFresh(conversation);
      return room && rooms.look(room, reader);
    },
    async lookAt(conversation) {
      const room = await rooms.find(conversation);
      return room && rooms.lookAt(room);
    },
    conversation: async (conversation) => (await rooms.find(conversation))?.conversation ?? null,
    onChange: (conversation, listener) => rooms.onChange(conversation, listener),
    onEveryChange: (listener) => rooms.onEveryChange(listener),
    attend: (conversation) => rooms.onChange(conversation, () => undefined),

    newDevice: () => visitors.newDevice(),
    whoAsks: (secret) => visitors.whoAsks(secret),
    mayReach: (visitor, at) => guard.mayReach(visitor, at),
    findInvitation: (invitation) => hall.findInvitation(invitation),
    isTicketOfOthers: (visitor, invitation) => hall.isTicketOfOthers(visitor, invitation),
    join: (visitor, invitation, actionId, wish, privateLine) => hall.join(visitor, invitation, actionId, wish, privateLine),
    hasOrganiser: () => store.people.hasOrganiser(),
    useSetUpCode: (visitor, typed) => useSetUpCode(links, parts.setUpFile, visitor, typed),
    isLink: (secret) => links.leadsSomewhere(secret),
    useLink: (visitor, secret) => links.use(visitor, secret),
    enterAsOrganiser: (visitor, conversation) => hall.enterAsOrganiser(visitor, conversation),
    forgetDevice: async (visitor) => void (await visitors.revoke((people) => people.revokeDevice(visitor.device))),
    onRevoked: (listener) => visitors.onRevoked(listener),

    prepare: (visitor, actionId, preparation, privateLine) => prepare(preparing, visitor, actionId, preparation, privateLine),
    discard: (visitor, conversation) => discard(preparing, visitor, conversation),
    listConversations: async ({ organiser }) => (organiser ? store.conversations.listOf(organiser, dayOf(clock.now())) : []),
    trajectories: new Trajectories(store.trajectories, randomness),
    async joinCode(visitor, at) {
      const room = await guard.inviterAt(visitor, at);
      return 'refused' in room ? room : ((await codes.of(at.conversation)) ?? refuse('closed'));
    },
    renewJoinCode: (visitor, at) =>
      led(visitor, at, async (room) => {
        if (/^(closed|sealed)$/.test(room.held.situation.state.status)) return refuse('closed');
        const code = await codes.renew(at.conversation);
        // Walls fetch the new one when they hear of this.
        const noted = await room.perform(requestOf({ kind: 'house' }, freshId(randomness), { type: 'noteNewCode' }));
        return noted.accepted ? code : refuse(noted.refused, noted.detail);
      }),
    makeTickets: (visitor, at, after, count) =>
      led(visitor, at, async () => (isTicketCount(count) ? tickets.make(at.conversation, after, count) : refuse('wrongShape'))),
    ticketsOf: (visitor, at) => led(visitor, at, () => tickets.standing(at.conversation)),
    endTickets: (visitor, at) => led(visitor, at, async () => ({ ended: await tickets.endUnused(at.conversation) })),
    beginRehearsal: (visitor, actionId, wish, privateLine) => rehearsed.beginRehearsal(visitor, actionId, wish, privateLine),
    rehearsal: (visitor, at) => rehearsed.rehearsal(visitor, at),
    clearRehearsal: (visitor, at) => rehearsed.clearRehearsal(visitor, at),
    coFacilitatorLink: (visitor, at, actionId) =>
      onceBy(visitor, actionId, (once) => led(visitor, at, () => links.coFacilitator(at.conversation, once))),
    wallLink: (visitor, at, actionId) => onceBy(visitor, actionId, (once) => led(visitor, at, () => links.wall(at.conversation, once))),
    ownerMail: (visitor, at, outcome) => ownerMail.standing(visitor, at, outcome),
    mailOwner: (visitor, at, outcome, wish) => ownerMail.ask(visitor, at, outcome, wish),
    confirmOwnerMail: (visitor, at, outcome, typed) => ownerMail.confirm(visitor, at, outcome, typed),
    stopOwnerMail: (visitor, at, outcome) => ownerMail.stop(visitor, at, outcome),
    ownerLink: (visitor, at, outcome, actionId) =>
      onceBy(visitor, actionId, (once) => led(visitor, at, (room) => links.owner(room, outcome, once))),
    linksTo: (visitor, at) => led(visitor, at, () => store.people.linksTo(at.conversation)),
    organiserLink: (visitor, forWhom, actionId) =>
      onceBy(visitor, actionId, async (once) =>
        visitor.organiser ? links.organiser(visitor.organiser, forWhom, once) : refuse('notYourRole'),
      ),
    organiserLinks: async (visitor) => (visitor.organiser ? store.people.organiserLinks(visitor.organiser) : []),
    async renewOrganiserLink(visitor) {
      const { organiser } = visitor;
      if (!organiser) return refuse('notYourRole');
      const link = await links.renewOwn(visitor, organiser);
      await tokens.endAll(organiser);
      return link;
    },
    revokeLink,
    revokeSeat: (visitor, at, seat) =>
      led(visitor, at, async () => ({ revoked: await visitors.revoke((people) => people.revokeSeat(at.conversation, seat)) })),

    receiptOf: async (visitor, at) => ((await guard.mayReach(visitor, at)) ? receipts.where(at.conversation, at.seat) : null),
    async makeReceipt(visitor, at) {
      const room = await guard.participantAt(visitor, at);
      return 'refused' in room ? room : receipts.make(at.conversation, at.seat);
    },
    openReceipt: (code) => receipts.open(code),
    lookAtReceipt: (code) => receipts.look(code),
    withdrawByReceipt: (code, entry) => receipts.withdraw(code, entry),
    withdrawAllByReceipt: (code) => receipts.withdrawAll(code),
    answerByReceipt: (code, entry, reply) => receipts.answer(code, entry, reply),
    allowQuoteByReceipt: (code, entry, allows) => receipts.allowQuote(code, entry, allows),
    tellEffectByReceipt: (code, entry, outcome, effect) => receipts.tellEffect(code, entry, outcome, effect),
    tellTurnByReceipt: (code, entry, outcome, words) => receipts.tellTurn(code, entry, outcome, words),
    letGoByReceipt: (code, entry) => receipts.letGo(code, entry),
    renewReceipt: (code) => receipts.renew(code),
    mailReceipt: (code, wish) => receipts.mail.ask(code, wish),
    confirmReceiptMail: (code, typed) => receipts.mail.confirm(code, typed),
    stopReceiptMail: (code) => receipts.mail.stop(code),

    makeToken: (visitor, actionId, wish) =>
      isActionId(actionId) ? tokens.makeToken(visitor, actionId, wish) : Promise.resolve(refuse('wrongShape')),
    tokensOf: (visitor) => tokens.tokensOf(visitor),
    endToken: (visitor, token) => tokens.endToken(visitor, token),
    useToken: (secret) => tokens.useToken(secret),
    takeFor,

    library: new Library({ store, rooms, kinds, world }),
    outcomes: (visitor, asked) => store.outcomes.list({ ...asked, reader: visitor?.organiser ?? null }),
    async direction(visitor, place) {
      const reader = visitor?.organiser ?? null;
      return directionOf(await store.outcomes.sums({ reader, ...(place !== undefined && { place }) }), kinds, place !== undefined);
    },
    outcomeChoices: (visitor) => store.outcomes.choices(visitor?.organiser ?? null),
    now: () => clock.now(),
    today: () => dayOf(clock.now()),

    async stop() {
      stopPolling();
      clockwork.stop();
      await mailing.done();
      await rooms.done();
      await store.stop();
    },
  };
}

/** What makes a secret is made once for one action id of one device; without an id each time. */
async function onceBy<T>({ device }: Visitor, actionId: unknown, make: (once?: string) => Promise<T | Refusal>): Promise<T | Refusal> {
  if (actionId === undefined) return make();
  return isActionId(actionId) ? make(`${device}/${actionId}`) : refuse('wrongShape');
}
