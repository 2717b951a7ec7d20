import { HIDE_RULES, WISHES } from '#conversation/state.ts';
import { neighbour } from '#conversation/lookup.ts';
import type { SeatId } from '#conversation/state.ts';
import type { Room } from './room.ts';

/** What those who lead do before the doors open. */
export function prepare(room: Room, leader: SeatId, people: number): void {
  room.bySeat(
    {
      type: 'setScope',
      title: 'Een avond om te oefenen',
      about: 'Hoe we elkaar helpen.',
      decides: 'Wij samen.',
      hearBack: 'Over twee weken.',
    },
    leader,
  );
  for (const setting of room.state.format.settings) {
    const option = room.chance.pick(setting.options);
    if (option) room.bySeat({ type: 'choose', setting: setting.id, option: option.id }, leader);
  }
  const phase = room.chance.pick(room.state.format.phases);
  if (phase) room.bySeat({ type: 'setMinutes', phase: phase.id, minutes: 1 + room.chance.below(20) }, leader);
  if (phase) room.bySeat({ type: 'adaptText', phase: phase.id, slot: 'say', language: 'nl', words: 'We doen het vandaag zo.' }, leader);
  room.bySeat({ type: 'setTables', count: Math.max(1, Math.round(people / 6)) }, leader);
  room.bySeat({ type: 'open' }, leader);
}

/** To the next step; two who lead may tap at the same moment. False after the last. */
export function goOn(room: Room, leaders: readonly SeatId[]): boolean {
  if (!neighbour(room.state, 1)) return false;
  const from = room.state.run?.id ?? null;
  for (const leader of leaders) room.bySeat({ type: 'next', from }, leader);
  return true;
}

export function goBack(room: Room, leader: SeatId): void {
  const from = room.state.run?.id;
  if (from) room.bySeat({ type: 'back', from }, leader);
}

/** One thing they do while a step is going on. */
export function lead(room: Room, leader: SeatId): void {
  room.chance.pick(DEEDS)?.(room, leader);
}

export function release(room: Room, leader: SeatId): void {
  const place = room.chance.pick(room.state.runs)?.place;
  if (place) room.bySeat({ type: 'release', place }, leader);
}

type Deed = (room: Room, leader: SeatId) => void;

const DEEDS: readonly Deed[] = [
  release,
  release,
  pause,
  extend,
  gong,
  hide,
  show,
  clearWall,
  moveSomeone,
  merge,
  wish,
  dropWish,
  reshuffle,
  giveRole,
  answer,
  lengthen,
];

function pause(room: Room, leader: SeatId): void {
  const run = room.state.run;
  if (!run || room.bySeat({ type: 'pause', run: run.id }, leader) === null) return;
  room.wait(60 + room.chance.below(600));
  room.bySeat({ type: 'resume', run: run.id }, leader);
}

function extend(room: Room, leader: SeatId): void {
  if (room.state.run) room.bySeat({ type: 'extend', run: room.state.run.id, minutes: 2 }, leader);
}

function gong(room: Room, leader: SeatId): void {
  if (room.state.run) room.bySeat({ type: 'gong', run: room.state.run.id }, leader);
}

function hide(room: Room, leader: SeatId): void {
  const entry = room.chance.pick([...room.state.entries.values()]);
  const rule = room.chance.pick(HIDE_RULES);
  if (entry && rule) room.bySeat({ type: 'hide', entry: entry.id, rule }, leader);
}

function show(room: Room, leader: SeatId): void {
  const entry = room.chance.pick([...room.state.entries.values()].filter((each) => each.status === 'hidden'));
  if (entry) room.bySeat({ type: 'show', entry: entry.id }, leader);
}

function clearWall(room: Room, leader: SeatId): void {
  room.bySeat({ type: 'clearWall', cleared: !room.state.wallCleared }, leader);
}

function moveSomeone(room: Room, leader: SeatId): void {
  const seat = room.chance.pick([...room.state.seats.values()]);
  const table = room.chance.pick(room.state.tables);
  if (seat && table) room.bySeat({ type: 'moveSeat', seat: seat.id, table: table.number }, leader);
}

function merge(room: Room, leader: SeatId): void {
  const [table, into] = room.chance.shuffle(room.state.tables);
  if (table && into && room.happens(3)) room.bySeat({ type: 'mergeTables', table: table.number, into: into.number }, leader);
}

function wish(room: Room, leader: SeatId): void {
  const [kind] = room.chance.shuffle(WISHES);
  const seats = room.chance.shuffle(room.seatsWith('takePart')).slice(0, kind === 'stays' ? 1 : 2);
  if (kind) room.bySeat({ type: 'wish', wish: kind, seats }, leader);
}

function dropWish(room: Room, leader: SeatId): void {
  const made = room.chance.pick(room.state.wishes);
  if (made) room.bySeat({ type: 'dropWish', ...made }, leader);
}

function reshuffle(room: Room, leader: SeatId): void {
  if (room.happens(2)) room.bySeat({ type: 'reshuffle', tables: room.state.tables.length }, leader);
}

function giveRole(room: Room, leader: SeatId): void {
  const seat = room.chance.pick(room.seatsWith('takePart'));
  const role = room.chance.pick(room.state.format.roles.filter((each) => !['facilitate', 'show', 'observe'].includes(each.task)));
  if (seat && role) room.bySeat({ type: 'giveRole', seat, role: role.id }, leader);
}

function answer(room: Room, leader: SeatId): void {
  const call = room.state.calls.find((each) => !each.answered);
  if (call) room.bySeat({ type: 'answerCall', call: call.id }, leader);
}

function lengthen(room: Room, leader: SeatId): void {
  const phase = room.chance.pick(room.state.format.phases);
  if (phase) room.bySeat({ type: 'setMinutes', phase: phase.id, minutes: 1 + room.chance.below(20) }, leader);
}
