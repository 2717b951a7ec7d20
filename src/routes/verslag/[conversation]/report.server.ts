import type { ConversationId, Visitor } from '#app/house.ts';
import type { Situation } from '#conversation/input.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import { reportOf, type Report } from '#report/model.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** A report as a visitor may read it, on a page or on paper. */
export interface Read {
  readonly title: string | null;
  readonly format: Words;
  /** Null while the conversation goes on. */
  readonly report: Report | null;
  readonly rehearsal: boolean;
}

type ReportEvent = Pick<RequestEvent<{ conversation: string }>, 'locals' | 'params'>;

/** Null for whoever has no part in it, as for what never was. */
export async function readReport({ locals, params }: ReportEvent): Promise<Read | null> {
  const { app } = locals.house;
  const conversation = await app.conversation(params.conversation as ConversationId);
  if (!conversation || !mayRead(locals.visitor, conversation)) return null;
  const told = await app.read(conversation.id, tellAfterwards);
  return told && { ...told, rehearsal: conversation.rehearsal };
}

/** Whoever has a seat in it, and whoever organised it, on whatever device. */
function mayRead(visitor: Visitor | null, { id, organiser }: Organised): boolean {
  if (!visitor) return false;
  return visitor.organiser === organiser || visitor.seats.some(({ conversation }) => conversation === id);
}

type Organised = { readonly id: ConversationId; readonly organiser: NonNullable<Visitor['organiser']> };

function tellAfterwards(situation: Situation, words: WordsOf): Omit<Read, 'rehearsal'> {
  const { status, scope, format } = situation.state;
  const isOver = status === 'closed' || status === 'sealed';
  return {
    title: scope.title && words(scope.title),
    format: format.name,
    report: isOver ? reportOf(situation, words, 'room') : null,
  };
}
