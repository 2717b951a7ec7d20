import type { ConversationId } from '#app/house.ts';
import { refuse } from '#conversation/refusal.ts';
import { reportData } from '#report/data.ts';
import { finalData } from '#report/finalData.ts';
import { readFinalReport, readReport } from '../reports.ts';
import { answers, only, WHEN_READING } from './described.ts';
import { json, whoAsks, type Route } from './route.ts';

/** For whoever was there; for everybody once two people looked it through. */
export const getReport: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/report',
  scope: 'reports:read',
  described: {
    operationId: 'readReport',
    tag: 'conversations',
    summary: 'Read what was said (verslag)',
    description:
      'For whoever was there and for the organiser; for everybody once two people looked it through. Before the conversation is over there is none.',
    open: true,
    answer: answers('Report', 'The report, as its page tells it.'),
    problems: WHEN_READING,
    schemas: {
      Report: {
        type: 'object',
        description: 'Keeps to the schema that `$schema` names.',
        required: ['$schema'],
        additionalProperties: true,
      },
    },
  },
  async handle(parts, request, { conversation }, delegate) {
    const reader = delegate ?? (await whoAsks(parts, request));
    const read = await readReport(parts.house, reader, (conversation ?? '') as ConversationId);
    if (!read?.report) return refuse('notFound');
    const $schema = new URL('/schema/verslag-1.json', parts.address).href;
    return json({ $schema, ...reportData(read.report, read) });
  },
};

/** For the morning after: what each owner takes on. */
export const getFollowUpSheets: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/follow-up-sheets',
  scope: 'reports:read',
  described: {
    operationId: 'readFollowUpSheets',
    tag: 'conversations',
    summary: 'Read what each owner takes on from tomorrow, and when they are asked about it (morgen)',
    description: 'For whom and from when as the report.',
    open: true,
    answer: answers('FollowUpSheets', 'A sheet for each owner with something to take on.'),
    problems: WHEN_READING,
    schemas: {
      FollowUpSheets: only({
        sheets: {
          type: 'array',
          items: { type: 'object', required: ['owner', 'role', 'table', 'parts', 'asked'], additionalProperties: true },
        },
        owed: {
          type: 'array',
          description: 'For each function that sees to something: what people wait for, and by when.',
          items: { type: 'object', required: ['owner', 'outcomes'], additionalProperties: true },
        },
      }),
    },
  },
  async handle(parts, request, { conversation }, delegate) {
    const reader = delegate ?? (await whoAsks(parts, request));
    const read = await readReport(parts.house, reader, (conversation ?? '') as ConversationId);
    return read?.report ? json({ sheets: read.tomorrow, owed: read.owed }) : refuse('notFound');
  },
};

/** What was said, what was done with it and why: the report that many participation ordinances ask for. */
export const getFinalReport: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/final-report',
  scope: 'reports:read',
  described: {
    operationId: 'readFinalReport',
    tag: 'conversations',
    summary: 'Read what was said and what was done with it (eindverslag)',
    description: 'For whom and from when as the report.',
    open: true,
    answer: answers('Report', 'The final report, as its page tells it.'),
    problems: WHEN_READING,
  },
  async handle(parts, request, { conversation }, delegate) {
    const reader = delegate ?? (await whoAsks(parts, request));
    const read = await readFinalReport(parts.house, reader, (conversation ?? '') as ConversationId);
    if (!read?.report) return refuse('notFound');
    const $schema = new URL('/schema/eindverslag-1.json', parts.address).href;
    return json({ $schema, ...finalData(read.report, read.rehearsal) });
  },
};
