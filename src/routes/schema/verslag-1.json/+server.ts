import { REPORT_SCHEMA } from '#report/dataSchema.ts';

/** What the JSON of a report looks like. Its address stays, whatever comes after it. */
export function GET(): Response {
  return new Response(JSON.stringify(REPORT_SCHEMA), { headers: { 'content-type': 'application/schema+json' } });
}
