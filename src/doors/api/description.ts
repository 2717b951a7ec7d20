import { openApi } from './openapi.ts';
import { json, type Route } from './route.ts';

/** The description of this API, for anyone, from any site: of these routes, and of itself. */
export function describing(routes: readonly Route[]): Route {
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
    handle: async ({ contact }) => json(openApi([...routes, route], contact), 200, FROM_ANYWHERE),
  };
  return route;
}

const FROM_ANYWHERE = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
