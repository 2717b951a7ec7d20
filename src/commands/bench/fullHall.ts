import { setTimeout as pause } from 'node:timers/promises';
import { inputs } from '#inputs/rules.ts';
import type { Invitation } from '#rehearsal/hall/doors.ts';
import type { Facilitator } from '#rehearsal/hall/facilitator.ts';
import { Guesser } from '#rehearsal/hall/guesser.ts';
import { Hall } from '#rehearsal/hall/hall.ts';
import { Notes } from '#rehearsal/hall/notes.ts';
import type { Ending } from './ending.ts';
import { limitFound } from './limit.ts';
import type { OtherNode } from './otherNode.ts';
import type { OwnHouse } from './ownHouse.ts';
import { Watching } from './usage.ts';

export interface HallPlan {
  readonly phones: number;
  readonly seconds: number;
  readonly seed: string;
  say(line: string): void;
}

/** Where the hall meets. What is null we cannot see or do there. */
export interface HallPlace {
  readonly url: URL;
  readonly invitation: Invitation;
  readonly facilitator: Facilitator | null;
  readonly rounds: number;
  readonly house: OwnHouse | null;
  readonly otherNode: OtherNode | null;
}

/** Comes in, writes, loses its network, comes back; says what it saw. */
export async function fullHall(plan: HallPlan, place: HallPlace, ending: Ending) {
  const { phones, seconds, say } = plan;
  const notes = new Notes();
  const hall = hallAt(plan, place, notes, ending);
  await hall.gather(Math.max(2, phones / JOINS_PER_SECOND));
  const joinP99Ms = hall.joined.within(0.99);
  say(`${hall.joined.count} of ${phones} phones came in: p99 ${joinP99Ms} ms until all was on the screen${turnedAway(hall)}`);

  const wall = place.otherNode && (await place.otherNode.openWall()).wall;
  const watching = new Watching(place.house?.pid ?? 0, place.house?.databasePid ?? 0);
  const writing = hall.write(seconds, place.rounds, place.facilitator);
  await pause((seconds * 1_000) / 3);
  const revocations = await place.otherNode?.timeRevocations(REVOCATIONS);
  await writing;
  const usage = watching.end();

  await hall.settle(SETTLE_MS);
  const unseen = hall.unseen;
  const wallCards = wall?.cards ?? null;
  wall?.close();
  const notBack = await hall.loseNetwork(SETTLE_MS);
  const result = {
    phones,
    sent: notes.acknowledged.size + hall.waiting + sum(notes.refusals),
    acknowledged: notes.acknowledged.size,
    refused: notes.refusals,
    unseen,
    notBack,
    wallCards,
    ackP50Ms: notes.ack.within(0.5),
    ackP99Ms: notes.ack.within(0.99),
    pushes: notes.push.count,
    pushP50Ms: notes.push.within(0.5),
    pushP99Ms: notes.push.within(0.99),
    joinP99Ms,
    revokedP99Ms: revocations?.within(0.99) ?? null,
    ...usage,
  };
  const limit = limitFound({ ...result, shutOut: hall.shutOut });
  sayAll(result, limit, say);
  return { result: { ...result, limit }, hall, notes };
}

/** Everybody comes in within ten seconds from one address, while somebody there guesses codes. */
export async function stormyHall(plan: HallPlan, place: HallPlace, rightCode: string, ending: Ending) {
  const { phones, say } = plan;
  const guesser = new Guesser(place.url, rightCode, plan.seed);
  const guessing = guesser.guess();
  await pause(GUESSER_FIRST_MS);
  const hall = hallAt(plan, place, new Notes(), ending);
  const watching = new Watching(place.house?.pid ?? 0, place.house?.databasePid ?? 0);
  await hall.gather(STORM_SECONDS);
  const usage = watching.end();
  guesser.stop();
  await guessing;
  const result = {
    phones,
    joined: hall.joined.count,
    shutOut: hall.shutOut,
    triedAgain: hall.turnedAway.count,
    seatedP50Ms: hall.seated.within(0.5),
    seatedP99Ms: hall.seated.within(0.99),
    joinP50Ms: hall.joined.within(0.5),
    joinP99Ms: hall.joined.within(0.99),
    guesses: guesser.tried,
    guessesStopped: guesser.stopped,
    guessesRight: guesser.triedRight,
    guessesWithin: guesser.within,
    ...usage,
  };
  say(`${result.joined} of ${phones} phones came in, all asking within ${STORM_SECONDS} s${turnedAway(hall)}`);
  say(
    `to a seat: p50 ${result.seatedP50Ms} ms, p99 ${result.seatedP99Ms} ms; until all was on the screen: p50 ${result.joinP50Ms} ms, p99 ${result.joinP99Ms} ms`,
  );
  say(
    `the guesser tried ${guesser.tried} codes, ${guesser.triedRight} times the right one; told to wait ${guesser.stopped} times; came in ${guesser.within} times`,
  );
  return result;
}

function hallAt({ phones, seed }: HallPlan, { url, invitation }: HallPlace, notes: Notes, ending: Ending): Hall {
  return ending.with(new Hall({ house: url, phones, invitation, inputs, seed, notes }), (hall) => hall.close());
}

function sayAll(result: object, limit: string, say: (line: string) => void): void {
  for (const [name, value] of Object.entries(result))
    say(`${name.padEnd(22)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  say(`limit                  ${limit}`);
}

function turnedAway({ turnedAway: { count, reason } }: Hall): string {
  return count === 0 ? '' : `; ${count} times somebody had to try again, first because: ${reason}`;
}

function sum(counts: { readonly [code: string]: number }): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

const JOINS_PER_SECOND = 100;
const STORM_SECONDS = 10;
const GUESSER_FIRST_MS = 2_500;
const REVOCATIONS = 10;
const SETTLE_MS = 30_000;
