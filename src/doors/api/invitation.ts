import type { Invitation } from '#app/house.ts';

/** The word people type, or the long key of the QR or a ticket: one of the two. Null when it is neither. */
export function invitationIn(code: unknown, key: unknown): Invitation | null {
  if (typeof key === 'string' && code === undefined) return { secret: key };
  return typeof code === 'string' && key === undefined ? { code } : null;
}
