import { roleOf, takesPart } from '#conversation/lookup.ts';
import type { Seat } from '#conversation/state.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { ConversationId, Place } from '#app/house.ts';

type HandedEvent = Pick<RequestEvent, 'cookies' | 'locals'>;

/**
 * One phone, several people: whose turn it is stands in a cookie of this conversation. The pages of the others on
 * this phone stay shut meanwhile, also for who goes back to them.
 */
export function handTo(
  { cookies, locals }: HandedEvent,
  { conversation, seat }: Pick<Place, 'conversation'> & { readonly seat: string },
): void {
  cookies.set(COOKIE, seat, { path: pathOf(conversation), httpOnly: true, sameSite: 'lax', secure: locals.house.secure, maxAge: A_DAY });
}

/** Between two people it is nobody's. */
export function handOn(event: HandedEvent, conversation: ConversationId): void {
  handTo(event, { conversation, seat: 'niemand' });
}

/** Sends away who opens the page of somebody on this phone whose turn it is not. */
export async function assertTurn({ cookies, locals }: HandedEvent, { conversation, seat }: Place): Promise<void> {
  const holder = cookies.get(COOKIE);
  if (holder === undefined || holder === seat) return;
  const situation = await locals.house.app.situationOf(conversation);
  const known = situation?.state.seats.get(seat);
  if (situation && known && takesPart(roleOf(situation.state, known))) redirect(303, `${pathOf(conversation)}/doorgeven`);
}

/** Those who take part by this phone. */
export async function seatsOfPhone({ locals }: Pick<HandedEvent, 'locals'>, conversation: ConversationId): Promise<readonly Seat[]> {
  const own = (locals.visitor?.seats ?? []).filter((each) => each.conversation === conversation);
  const state = own.length === 0 ? undefined : (await locals.house.app.situationOf(conversation))?.state;
  return own.flatMap(({ seat }) => state?.seats.get(seat) ?? []).filter((seat) => state && takesPart(roleOf(state, seat)));
}

function pathOf(conversation: ConversationId): string {
  return `/gesprek/${conversation}`;
}

const COOKIE = 'beurt';
const A_DAY = 24 * 60 * 60;
