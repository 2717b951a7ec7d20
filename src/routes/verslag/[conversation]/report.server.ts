import type { ConversationId } from '#app/house.ts';
import { readReport as read, type Read } from '#doors/reports.ts';
import type { RequestEvent } from '@sveltejs/kit';

export type { Read } from '#doors/reports.ts';

type ReportEvent = Pick<RequestEvent<{ conversation: string }>, 'locals' | 'params'>;

/** The report of this address, as far as this visitor may read it. */
export function readReport({ locals, params }: ReportEvent): Promise<Read | null> {
  return read(locals.house.app, locals.visitor, params.conversation as ConversationId);
}
