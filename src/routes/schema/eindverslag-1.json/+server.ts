import { FINAL_SCHEMA } from '#report/finalSchema.ts';

/** What the JSON of an eindverslag looks like. Its address stays, whatever comes after it. */
export function GET(): Response {
  return new Response(JSON.stringify(FINAL_SCHEMA), { headers: { 'content-type': 'application/schema+json' } });
}
