import type { Format } from '#conversation/format.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { answers } from './described.ts';
import { LINK_HEADER, PAGE_PARAMETERS, pageIn, partOf } from './paging.ts';
import { json, type Route } from './route.ts';

/** The formats of this house: enough to choose one by. */
export const listFormats: Route = {
  method: 'GET',
  path: '/formats',
  described: {
    operationId: 'listFormats',
    tag: 'formats',
    summary: 'See which formats there are',
    open: true,
    query: PAGE_PARAMETERS,
    answer: answers('Formats', 'The formats of this house.', LINK_HEADER),
    problems: [400],
  },
  async handle({ house }, request) {
    const page = pageIn(request);
    if (isRefusal(page)) return page;
    const { part, link } = partOf(request, page, house.formats);
    return json({ formats: part.map(summed) }, 200, { link });
  },
};

function summed({ id, version, name, purpose, evidence, groupSize, sensitive }: Format) {
  return { id, version, name, purpose, evidence, groupSize, sensitive };
}

/** One format as the plain data it is. */
export const getFormat: Route = {
  method: 'GET',
  path: '/formats/{format}',
  described: {
    operationId: 'readFormat',
    tag: 'formats',
    summary: 'Read one format',
    open: true,
    answer: answers('Format', 'The format as data.'),
    problems: [400, 404],
  },
  async handle({ house }, _, { format }) {
    const found = house.formats.find(({ id }) => id === format);
    return found ? json(found) : refuse('notFound');
  },
};
