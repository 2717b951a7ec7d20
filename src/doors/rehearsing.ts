import type { ConversationId, House, Place, Visitor } from '#app/house.ts';
import type { Role } from '#conversation/format.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';

/** The simulated people of this house, by conversation. */
export interface Crowds {
  peopleIn(conversation: ConversationId): number;
  call(call: {
    readonly conversation: ConversationId;
    readonly key: string;
    readonly roles: readonly Role[];
    readonly people: number;
  }): Refusal | null;
  turnBack(conversation: ConversationId): Promise<void>;
}

interface Parts {
  readonly house: House;
  readonly crowds: Crowds;
}

/** Those of an earlier call, whom a restart took away, leave their chairs first. */
export async function callPeople({ house, crowds }: Parts, visitor: Visitor, at: Place, people: number): Promise<Refusal | null> {
  const rehearsal = await house.rehearsal(visitor, at);
  if (isRefusal(rehearsal)) return rehearsal;
  if (crowds.peopleIn(at.conversation) === 0) await house.clearRehearsal(visitor, at);
  return crowds.call({ conversation: at.conversation, ...rehearsal, people });
}

export async function sendPeopleAway({ house, crowds }: Parts, visitor: Visitor, at: Place): Promise<Refusal | null> {
  const rehearsal = await house.rehearsal(visitor, at);
  if (isRefusal(rehearsal)) return rehearsal;
  await crowds.turnBack(at.conversation);
  await house.clearRehearsal(visitor, at);
  return null;
}

/** A living room of people: enough for three tables or more. */
export const USUAL_PEOPLE = 24;
