import type { Delegate, Scope } from '#app/house.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import type { Desk } from './desk.ts';
import type { DoorRequest, Reply } from './door.ts';
import { refuseAtDoor } from './refuse.ts';

export { SCOPES } from '#app/tokens.ts';

/** Whether another system asks, with a token in place of a cookie. Then nothing else says who it is. */
export function hasToken({ headers }: DoorRequest): boolean {
  return headers.authorization !== undefined;
}

/** Who the token stands for, when it has this scope. One that is wrong, over or taken back gets the same answer. */
export async function delegateOf(desk: Desk, request: DoorRequest, scope: Scope | undefined): Promise<Delegate | Reply | Refusal> {
  const secret = /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const found = await desk.useToken(request.address, secret);
  if (isRefusal(found)) return found.refused === 'notFound' ? refused(request, 'unknownToken', 'Bearer error="invalid_token"') : found;
  if (scope && found.scopes.includes(scope)) return found;
  return refused(request, 'outOfScope', `Bearer error="insufficient_scope"${scope ? `, scope="${scope}"` : ''}`);
}

function refused({ path, language }: DoorRequest, code: 'unknownToken' | 'outOfScope', challenge: string): Reply {
  const reply = refuseAtDoor(path, language, code);
  return { ...reply, headers: { ...reply.headers, 'www-authenticate': challenge } };
}
