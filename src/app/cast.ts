import { decide } from '#conversation/decide.ts';
import type { Circumstances } from '#conversation/decision.ts';
import type { Situation } from '#conversation/input.ts';
import { standingIn, tableOfPaper } from '#conversation/paper.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { caughtUp } from './flush.ts';
import type { Held } from './held.ts';
import type { ConversationId } from './ids.ts';
import type { CastingStream, Streams } from './ports/streams.ts';
import { refused, type Request, type Taken } from './request.ts';
import { keyedHash } from './secrets.ts';
import type { Randomness } from './world.ts';
import type { RunId, TableNumber } from '#conversation/state.ts';

/** Whether this action is a secret ballot, which may never touch the log or the remembered answers. */
export function isBallot({ state, inputs }: Situation, { action }: Request): boolean {
  if (action.type === 'countPaper') return true;
  if (action.type !== 'write') return false;
  const uses = state.format.phases.flatMap((phase) => phase.inputs).filter((use) => use.key === action.input);
  return uses.some((use) => inputs[use.kind]?.secret(use));
}

export interface Casting {
  readonly streams: Streams;
  readonly conversation: ConversationId;
  readonly randomness: Randomness;
  circumstances(): Circumstances;
}

/**
 * Puts a ballot in its box, in a transaction of its own: nothing is stored with it that another row could
 * be joined to. Its id is a keyed hash of the voter, so that voting again changes the same ballot.
 */
export async function castBallot(casting: Casting, held: Held, request: Request): Promise<Taken> {
  for (;;) {
    const result = await casting.streams.casting(casting.conversation, (stream) => castOnce(stream, casting, held, request));
    if ('accepted' in result) return result.accepted ? withStanding(casting, held, request, result) : result;
    const { needsKey } = result;
    // The key gets a transaction of its own too, or it would mark the first to vote.
    await casting.streams.casting(casting.conversation, (stream) => stream.addBallotKey(needsKey, casting.randomness.bytes(32)));
  }
}

async function castOnce(stream: CastingStream, casting: Casting, before: Held, request: Request): Promise<Taken | { needsKey: RunId }> {
  const { held } = await caughtUp(stream, before);
  const decision = decide(held.situation, request.action, request.actor, casting.circumstances());
  if (isRefusal(decision)) return refused(decision);
  if (!decision.ballot) throw new Error('An action of the log came by the road of secret ballots.');
  const { run, input, choice } = decision.ballot;
  const key = await stream.ballotKey(run);
  if (!key) return { needsKey: run };
  const table = tableOfPaper(choice);
  const voter = table === null ? voterOf(request) : `paper of ${table} by ${request.device ?? request.asker}`;
  await stream.cast({ run, input, choice, id: keyedHash(key, `${input} ${voter}`) });
  return { accepted: true, answer: decision.answer };
}

/** Looked up when the count is stored: of two that come together, at least one hears of the other. */
async function withStanding(casting: Casting, { situation }: Held, request: Request, taken: Taken & { accepted: true }): Promise<Taken> {
  const { action } = request;
  if (action.type !== 'countPaper') return taken;
  const box = await casting.streams.casting(casting.conversation, (stream) => stream.ballots(action.run));
  const paper = standingIn(box[action.input] ?? [], tableCounted(situation, request));
  return paper ? { ...taken, answer: { ...taken.answer, paper } } : taken;
}

/** At one's own table, or at the one that was named. */
export function tableCounted({ state }: Situation, { action, asker }: Request): TableNumber {
  return (action.type === 'countPaper' ? action.table : undefined) ?? state.seats.get(asker)?.table ?? 0;
}

/** Who types for somebody without a phone casts that person's ballot, not one of their own. */
function voterOf({ action, asker }: Request): string {
  return action.type === 'write' && action.forSeat !== undefined ? action.forSeat : asker;
}
