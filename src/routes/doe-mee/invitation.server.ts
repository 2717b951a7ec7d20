import type { FoundInvitation, Invitation } from '#app/house.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readScanned, scannedText, type Scanned } from '../joinAddress.ts';

type JoinEvent = Pick<RequestEvent, 'cookies' | 'locals' | 'getClientAddress'>;

/**
 * Keeps the long key, with the table whose code was scanned, until someone is in, two screens later. Also of those who typed a code: it is not looked at
 * again, so whoever guesses beside them on the same network is not in their way.
 */
export async function open(event: JoinEvent, invitation: Invitation, table: Scanned['table']): Promise<FoundInvitation | Refusal> {
  const { house, visitor } = event.locals;
  const found = await house.desk.findInvitation(event.getClientAddress(), invitation);
  if ('refused' in found) return found;
  if (await house.app.isTicketOfOthers(visitor, invitation)) return refuse('ticketUsed');
  event.cookies.set(COOKIE, scannedText({ key: found.secret, table }), { ...options(event), maxAge: HALF_AN_HOUR });
  return found;
}

/** The invitation to this conversation; without one there is nothing to see here. */
export async function invitedTo(event: JoinEvent, conversation: string): Promise<FoundInvitation & Pick<Scanned, 'table'>> {
  const kept = event.cookies.get(COOKIE);
  if (kept === undefined) redirect(303, '/doe-mee');
  const { key: secret, table } = readScanned(kept);
  const found = await event.locals.house.desk.findInvitation(event.getClientAddress(), { secret });
  if ('refused' in found || found.conversation !== conversation) redirect(303, '/doe-mee');
  return { ...found, table };
}

export function forgetInvitation(event: JoinEvent): void {
  event.cookies.delete(COOKIE, options(event));
}

const COOKIE = 'uitnodiging';
const HALF_AN_HOUR = 30 * 60;

function options({ locals }: JoinEvent) {
  return { path: '/doe-mee', httpOnly: true, sameSite: 'lax', secure: locals.house.secure } as const;
}
