import { openApi } from './openapi.ts';
import type { Route } from './route.ts';

/** The description of this API, for anyone, from any site: of these routes, and of itself. */
export function describing(routes: readonly Route[]): Route {
  let described: string | undefined;
  const route: Route = {
    method: 'GET',
    path: '/openapi.json',
    described: {
      operationId: 'readDescription',
      tag: 'description',
      summary: 'Read this description',
      open: true,
      answer: { status: 200, description: 'This description.', content: { 'application/json': { schema: { type: 'object' } } } },
      problems: [],
    },
    async handle({ contact }) {
      described ??= JSON.stringify(openApi([...routes, route], contact));
      return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...FROM_ANYWHERE }, body: described };
    },
  };
  return route;
}

const FROM_ANYWHERE = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
