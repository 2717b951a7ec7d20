import { OPEN_API } from './openapi.ts';
import { json, type Route } from './route.ts';

/** The description of this API, for anyone, from any site. */
export const getOpenApi: Route = {
  method: 'GET',
  path: '/openapi.json',
  handle: async () => json(OPEN_API, 200, { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }),
};
