import type { ConversationId, Invitation } from '#app/house.ts';
import type { Format } from '#conversation/format.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';

type JoinEvent = Pick<RequestEvent, 'cookies' | 'locals' | 'getClientAddress'>;

export interface Invited {
  readonly conversation: ConversationId;
  readonly format: Format;
  readonly title: string | null;
  readonly invitation: Invitation;
}

/** Keeps what someone typed or scanned until they are in: two screens later. */
export async function open(event: JoinEvent, invitation: Invitation): Promise<Invited | Refusal> {
  const found = await event.locals.house.desk.findInvitation(event.getClientAddress(), invitation);
  if ('refused' in found) return found;
  event.cookies.set(COOKIE, written(invitation), { ...options(event), maxAge: HALF_AN_HOUR });
  return { ...found, invitation };
}

/** The invitation to this conversation; without one there is nothing to see here. */
export async function invitedTo(event: JoinEvent, conversation: string): Promise<Invited> {
  const invitation = read(event.cookies.get(COOKIE));
  if (!invitation) redirect(303, '/doe-mee');
  const found = await event.locals.house.desk.findInvitation(event.getClientAddress(), invitation);
  if ('refused' in found || found.conversation !== conversation) redirect(303, '/doe-mee');
  return { ...found, invitation };
}

export function forgetInvitation(event: JoinEvent): void {
  event.cookies.delete(COOKIE, options(event));
}

const COOKIE = 'uitnodiging';
const HALF_AN_HOUR = 30 * 60;

function options({ locals }: JoinEvent) {
  return { path: '/doe-mee', httpOnly: true, sameSite: 'lax', secure: locals.house.secure } as const;
}

function written(invitation: Invitation): string {
  return 'secret' in invitation ? `key ${invitation.secret}` : `code ${invitation.code}`;
}

function read(cookie: string | undefined): Invitation | null {
  const [, kind, value = ''] = /^(key|code) (.*)$/.exec(cookie ?? '') ?? [];
  if (kind === undefined) return null;
  return kind === 'key' ? { secret: value } : { code: value };
}
