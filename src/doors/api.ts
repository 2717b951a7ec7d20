import type { Delegate } from '#app/house.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import { API_VERSION } from './api/openapi.ts';
import { ROUTES } from './api/routes.ts';
import type { ApiParts, Parameters, Route } from './api/route.ts';
import { delegateOf, hasToken } from './bearer.ts';
import type { Door, DoorRequest, Reply } from './door.ts';
import { isApi } from './headers.ts';
import { isUnforeseen, problemOf, refusalFor } from './problems.ts';
import { refuseAtDoor } from './refuse.ts';
import { logUnforeseen } from './unforeseen.ts';

/** The door for other software and for what runs on the phones: JSON in, JSON or a stream out. */
export function apiDoor(parts: ApiParts): Door {
  return {
    match: isApi,
    async handle(request) {
      const { path, method, language, response } = request;
      const here = routesAt(path);
      const found = here.find(({ route }) => route.method === method);
      if (!found) return here.length === 0 ? refuseAtDoor(path, language, 'notFound') : wrongMethod(request, here);
      response.setHeader('API-Version', API_VERSION);
      const outcome = await answer(parts, request, found);
      return outcome && isRefusal(outcome) ? problemOf(outcome, language) : outcome;
    },
  };
}

async function answer(parts: ApiParts, request: DoorRequest, { route, parameters }: Found): Promise<Reply | Refusal | undefined> {
  try {
    const delegate = hasToken(request) && looksAtToken(route) ? await delegateOf(parts.desk, request, route.scope) : null;
    return mayCome(delegate) ? await route.handle(parts, request, parameters, delegate) : delegate;
  } catch (error) {
    const refusal = refusalFor(error);
    if (!refusal || request.response.headersSent) throw error;
    if (isUnforeseen(error)) logUnforeseen(error, 'the API');
    return refusal;
  }
}

/** Where anybody may ask and no scope leads, a token is not looked at. */
function looksAtToken({ scope, described }: Route): boolean {
  return scope !== undefined || !described.open;
}

/** A device, which the route itself looks at, or a token that has the scope. */
function mayCome(delegate: Delegate | Reply | Refusal | null): delegate is Delegate | null {
  return delegate === null || 'token' in delegate;
}

interface Found {
  readonly route: Route;
  readonly parameters: Parameters;
}

const PATTERNS = ROUTES.map((route) => ({ route, pattern: patternOf(route.path) }));

function patternOf(path: string): RegExp {
  return new RegExp(`^/v1${path.replace('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[\\w.-]{1,64})')}$`);
}

function routesAt(path: string): readonly Found[] {
  return PATTERNS.flatMap(({ route, pattern }) => {
    const found = pattern.exec(path);
    return found ? [{ route, parameters: { ...found.groups } }] : [];
  });
}

function wrongMethod({ path, language }: DoorRequest, here: readonly Found[]): Reply {
  const reply = refuseAtDoor(path, language, 'badMethod');
  return { ...reply, headers: { ...reply.headers, allow: here.map(({ route }) => route.method).join(', ') } };
}
