import { refuse } from '#conversation/refusal.ts';
import { json, type Route } from './route.ts';

/** The formats of this house: enough to choose one by. */
export const listFormats: Route = {
  method: 'GET',
  path: '/formats',
  handle: async ({ house }) =>
    json({
      formats: house.formats.map(({ id, version, name, purpose, evidence, groupSize, sensitive }) => ({
        id,
        version,
        name,
        purpose,
        evidence,
        groupSize,
        sensitive,
      })),
    }),
};

/** One format as the plain data it is. */
export const getFormat: Route = {
  method: 'GET',
  path: '/formats/{format}',
  async handle({ house }, _, { format }) {
    const found = house.formats.find(({ id }) => id === format);
    return found ? json(found) : refuse('notFound');
  },
};
