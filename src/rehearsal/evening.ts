import { type Format, type Perspective, PERSPECTIVES, SIDES } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import type { SeatId } from '#conversation/state.ts';
import { goBack, goOn, lead, prepare, release } from './leader.ts';
import { doSomething, withdraw } from './participant.ts';
import { Room } from './room.ts';

export interface Evening {
  readonly format: Format;
  readonly inputs: Inputs;
  readonly people: number;
  readonly seed: string;
  /** Whether every screen is looked at after every step, which takes most of the time; it is, unless said otherwise. */
  readonly watched?: boolean;
}

/** Plays a whole conversation from door to seal: the same plan and seed give the same evening. */
export function playEvening({ format, inputs, people, seed, watched = true }: Evening): Room {
  const room = new Room(format, inputs, seed, watched);
  const leaders = [enter(room, 'facilitate'), enter(room, 'facilitate')].flatMap((seat) => seat ?? []);
  const [leader] = leaders;
  if (!leader) throw new Error(`Nobody can lead ${format.id}.`);
  enter(room, 'show');
  prepare(room, leader, people);
  const crowd = arrive(room, people);
  while (goOn(room, leaders)) {
    act(room, crowd(), leaders);
    if (!room.happens(8)) continue;
    goBack(room, leader);
    act(room, crowd(), leaders);
  }
  leaveTheRoom(room, leader);
  return room;
}

/** Most are there at the start; the others come one by one. */
function arrive(room: Room, people: number): () => readonly SeatId[] {
  const voices = voicesOf(room);
  let coming = people;
  const oneMore = () => {
    coming--;
    enter(room, room.happens(12) ? 'observe' : 'takePart', voices);
  };
  while (coming > people / 6) oneMore();
  return () => {
    if (coming > 0) oneMore();
    return room.chance.shuffle([...room.state.seats.values()].filter((seat) => seat.table > 0).map((seat) => seat.id));
  };
}

/** Some evenings all come from one side, so that perspectives can be shown; others are mixed. */
function voicesOf(room: Room): readonly Perspective[] {
  if (room.happens(3)) return SIDES.slice(0, 1);
  return room.happens(2) ? SIDES : PERSPECTIVES;
}

function enter(room: Room, task: 'takePart' | 'facilitate' | 'show' | 'observe', voices: readonly Perspective[] = []): SeatId | null {
  const role =
    room.state.format.roles.find((each) => each.task === task) ?? room.state.format.roles.find((each) => each.task === 'takePart');
  const seat = room.canaries.forSeat() as SeatId;
  const perspectives = room.chance.shuffle(voices).slice(0, room.happens(5) ? 2 : 1);
  room.wait(1 + room.chance.below(5));
  return role && room.take({ type: 'takeSeat', seat, role: role.id, perspectives }, { kind: 'door' }) ? seat : null;
}

/** Who writes for a table, or for the hall, is found by those who sit there. */
function findWriters(room: Room): void {
  const { format, tables } = room.state;
  for (const role of format.roles.filter(({ task, minimum }) => minimum && (task === 'scribe' || task === 'edit'))) {
    const groups = role.per === 'table' ? tables.map(({ seats }) => seats) : [tables.flatMap(({ seats }) => seats)];
    for (const seats of groups) {
      const free = seats.filter((id) => roleOf(room.state, id) === 'takePart');
      const seat = room.chance.pick(free);
      if (seat) room.bySeat({ type: 'takeRole', role: role.id }, seat);
    }
  }
}

function roleOf({ seats, format }: Room['state'], id: SeatId): string | undefined {
  const role = seats.get(id)?.role;
  return format.roles.find((each) => each.id === role)?.task;
}

function act(room: Room, crowd: readonly SeatId[], leaders: readonly SeatId[]): void {
  findWriters(room);
  for (const seat of [...crowd, ...crowd]) {
    room.wait(1 + room.chance.below(30));
    doSomething(room, seat);
    const leader = room.happens(5) ? room.chance.pick(leaders) : undefined;
    if (leader) lead(room, leader);
  }
}

/** Closing, last regrets, and the seal; afterwards a card is still withdrawn by its receipt. */
function leaveTheRoom(room: Room, leader: SeatId): void {
  for (const place of new Set(room.state.runs.map((run) => run.place)))
    if (!room.happens(4)) room.bySeat({ type: 'release', place }, leader);
  room.bySeat({ type: 'close' }, leader);
  for (const seat of room.seatsWith('takePart').slice(0, 3)) withdraw(room, seat);
  for (const seat of room.seatsWith('takePart').slice(0, 2)) doSomething(room, seat);
  release(room, leader);
  room.take({ type: 'seal' }, { kind: 'house' });
  const entry = room.chance.pick([...room.state.entries.values()]);
  if (entry) room.take({ type: 'withdraw', entry: entry.id }, { kind: 'house' });
}
