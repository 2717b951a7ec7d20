import type { JoinCode } from '#app/house.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { error } from '@sveltejs/kit';
import type { LeadEvent, LeadingAt } from '../../../leading.server.ts';
import { eveningOf, type Evening } from './evening.ts';
import { wordsMark } from './mark.ts';

/** A conversation as it can be printed now. */
export interface Printable {
  readonly evening: Evening;
  /** Null when nobody can join any more. */
  readonly joinCode: JoinCode | null;
  /** For the mark of the plan: all of it but the minutes. */
  readonly words: string;
}

export async function printable({ locals }: Pick<LeadEvent, 'locals'>, { visitor, at }: LeadingAt): Promise<Printable> {
  const { app } = locals.house;
  const evening = await app.read(at.conversation, eveningOf);
  if (!evening) error(404);
  const found = await app.joinCode(visitor, at);
  const joinCode = isRefusal(found) ? null : found;
  return { evening, joinCode, words: wordsMark(evening, joinCode?.code ?? null) };
}
