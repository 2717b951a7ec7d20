import type { InputUse } from '#conversation/format.ts';
import { currentStep, stepAt, takesPart } from '#conversation/lookup.ts';
import type { Entry, EntryId, Run, SeatId } from '#conversation/state.ts';
import { turnsTaken } from '#conversation/turns.ts';
import { channelsOf, channelView } from '#conversation/view.ts';
import type { FlatView } from '#conversation/channel.ts';
import { imagined } from './imagine.ts';
import { markedSentence } from './sentences.ts';
import type { Room } from './room.ts';

/** One thing a participant does, as likely as people do it. */
export function doSomething(room: Room, seat: SeatId): void {
  const here = room.state.seats.get(seat)?.here;
  if (!here && !room.happens(4)) return;
  const deed = here ? room.chance.pick(DEEDS) : comeBack;
  deed?.(room, seat);
}

type Deed = (room: Room, seat: SeatId) => void;

const OFTEN: readonly Deed[] = [write, write, write, write, write, write];
const SOMETIMES: readonly Deed[] = [ready, passTurn, correct, keep, lay, lay, withdraw];
const SELDOM: readonly Deed[] = [writeLate, takeRole, sitElsewhere, call, leave, meddle];
const DEEDS: readonly Deed[] = [...OFTEN, ...OFTEN, ...SOMETIMES, ...SOMETIMES, ...SELDOM];

function write(room: Room, seat: SeatId): void {
  const use = room.chance.pick(currentStep(room.state)?.phase.inputs ?? []);
  if (use && room.state.run) writeDuring(room, seat, use, room.state.run);
}

/** The phone was out of reach and sends what was written in an earlier step. */
function writeLate(room: Room, seat: SeatId): void {
  const run = room.chance.pick(room.state.runs);
  const use = run && room.chance.pick(stepAt(room.state, run.place)?.phase.inputs ?? []);
  if (run && use) writeDuring(room, seat, use, run);
}

function writeDuring(room: Room, seat: SeatId, use: InputUse, run: Run): void {
  const { inputs } = room.conversation.situation;
  const { chance, now } = room;
  const sentence = () => markedSentence(use.private ? room.canaries.forPrivateWords() : room.canaries.forWords(), chance);
  const act = imagined(use, inputs, screenOf(room, seat), { chance, now, sentence });
  if (act === null) return;
  if (use.private) room.onPhones.set(seat, [...(room.onPhones.get(seat) ?? []), JSON.stringify(act)]);
  else room.bySeat({ type: 'write', run: run.id, input: use.key, act, kept: room.happens(6) }, seat);
}

function correct(room: Room, seat: SeatId): void {
  const entry = someOwn(room, seat);
  const use = entry && stepAt(room.state, entry.place)?.phase.inputs.find((each) => each.key === entry.input);
  const { chance, now } = room;
  const sentence = () => markedSentence(room.canaries.forWords(), chance);
  const act = use && imagined(use, room.conversation.situation.inputs, screenOf(room, seat), { chance, now, sentence });
  if (entry && act != null) room.bySeat({ type: 'correct', entry: entry.id, act }, seat);
}

function keep(room: Room, seat: SeatId): void {
  const entry = someOwn(room, seat);
  if (entry) room.bySeat({ type: 'keep', entry: entry.id, kept: !entry.kept }, seat);
}

function lay(room: Room, seat: SeatId): void {
  const entry = someOwn(room, seat, (each) => !each.laid);
  if (entry) room.bySeat({ type: 'lay', entry: entry.id }, seat);
}

export function withdraw(room: Room, seat: SeatId): void {
  const entry = someOwn(room, seat);
  if (entry) room.bySeat({ type: 'withdraw', entry: entry.id }, seat);
}

function ready(room: Room, seat: SeatId): void {
  if (room.state.run) room.bySeat({ type: 'ready', run: room.state.run.id }, seat);
}

function passTurn(room: Room, seat: SeatId): void {
  const table = room.state.seats.get(seat)?.table;
  if (room.state.run && table !== undefined) {
    room.bySeat({ type: 'passTurn', run: room.state.run.id, turn: turnsTaken(room.state, table) }, seat);
  }
}

function sitElsewhere(room: Room, seat: SeatId): void {
  const table = room.chance.pick(room.state.tables);
  if (table) room.bySeat({ type: 'sitAt', table: table.number }, seat);
}

function takeRole(room: Room, seat: SeatId): void {
  const role = room.chance.pick(room.state.format.roles.filter(takesPart));
  if (role) room.bySeat({ type: 'takeRole', role: role.id }, seat);
}

function call(room: Room, seat: SeatId): void {
  room.bySeat({ type: 'call', words: room.happens(2) ? `${room.canaries.forWords()} Kun je even komen?` : '' }, seat);
}

function leave(room: Room, seat: SeatId): void {
  room.bySeat({ type: 'leave' }, seat);
}

function comeBack(room: Room, seat: SeatId): void {
  room.bySeat({ type: 'comeBack' }, seat);
}

/** Tries what is not theirs to do: another's card, or the facilitator's buttons. */
function meddle(room: Room, seat: SeatId): void {
  const entry = room.chance.pick([...room.state.entries.values()]);
  if (entry && room.happens(2)) room.bySeat({ type: 'withdraw', entry: entry.id }, seat);
  else room.bySeat({ type: 'next', from: room.state.run?.id ?? null }, seat);
}

function someOwn(room: Room, seat: SeatId, fits: (entry: Entry) => boolean = () => true): Entry | undefined {
  const ids: readonly EntryId[] = room.conversation.situation.authors.entriesOf.get(seat) ?? [];
  return room.chance.pick(ids.flatMap((id) => room.state.entries.get(id) ?? []).filter(fits));
}

/** All channels of a seat laid over one another, as on a phone. */
function screenOf(room: Room, seat: SeatId): FlatView {
  const { situation, words } = room.conversation;
  return Object.assign({}, ...channelsOf(situation, seat).map((channel) => channelView(situation, channel, words))) as FlatView;
}
