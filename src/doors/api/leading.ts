import { allowed } from '#conversation/allowed.ts';
import type { Place as StepPlace } from '#conversation/format.ts';
import { BESIDE_TAGS, isBeside } from '#conversation/languages.ts';
import { isOver } from '#conversation/publishing.ts';
import { lookingOf } from '../reads/looking.ts';
import { anewOf, planOf } from '../reads/people.ts';
import { preparedOf } from '../reads/prepared.ts';
import { readingOf } from '../reads/step.ts';
import { toTranslate } from '../reads/translating.ts';
import { answers } from './described.ts';
import { led, shaped, WHEN_LEADING } from './led.ts';
import type { Route } from './route.ts';

const SEAT = '/conversations/{conversation}/seats/{seat}';

/** What was laid ready; each part is changed by an action of the seat. */
export const getPreparation: Route = {
  method: 'GET',
  path: `${SEAT}/preparation`,
  described: {
    operationId: 'readPreparation',
    tag: 'leading',
    summary: 'See what was laid ready (voorbereiden)',
    answer: answers('Preparedness', 'Scope, settings, languages, tables, and each step with its minutes and texts.'),
    problems: WHEN_LEADING,
    schemas: { Preparedness: shaped('status', 'scope', 'settings', 'tables', 'steps') },
  },
  handle: (parts, request, parameters) => led(parts, request, parameters, preparedOf),
};

/** What else the texts of a conversation can be read in; each is changed by `adaptText`. */
export const getTranslation: Route = {
  method: 'GET',
  path: `${SEAT}/translations/{language}`,
  described: {
    operationId: 'readTranslation',
    tag: 'leading',
    summary: 'See what can be translated, and what was (vertalen)',
    description: `Into one of ${BESIDE_TAGS.join(', ')}.`,
    answer: answers('Translation', 'By step.'),
    problems: WHEN_LEADING,
    schemas: { Translation: shaped('language', 'steps') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words) => {
      const language = parameters['language'] ?? null;
      return isBeside(language) ? { language, steps: toTranslate(situation, words, language) } : null;
    }),
};

/** Who sits where. */
export const getPeople: Route = {
  method: 'GET',
  path: `${SEAT}/people`,
  described: {
    operationId: 'readPeople',
    tag: 'leading',
    summary: 'See who sits where, and what a new seating would begin with (mensen en tafels)',
    answer: answers('People', 'By table, without names: this house knows none.'),
    problems: WHEN_LEADING,
    schemas: { People: shaped('tables', 'roles', 'wishes', 'anew') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, _, seat) => ({ ...planOf(situation), anew: anewOf(situation, seat) })),
};

/** What those who lead read before they give it to the room. */
export const getStep: Route = {
  method: 'GET',
  path: `${SEAT}/steps/{step}`,
  described: {
    operationId: 'readStep',
    tag: 'leading',
    summary: 'Read what was written in a step, before it is released (vrijgeven)',
    description: 'Never what was kept at a table or is for its writer alone, and nothing while those it is for do not see it yet either.',
    answer: answers('StepCards', 'By table.'),
    problems: WHEN_LEADING,
    schemas: { StepCards: shaped('place', 'tables', 'waiting', 'released', 'mayRelease') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words, seat) => {
      const place = (parameters['step'] ?? '') as StepPlace;
      const reading = readingOf(situation, place, words);
      const may = allowed(situation, { kind: 'seat', seat }, { type: 'release', place }, parts.house.now());
      return reading && { ...reading, mayRelease: may === null && !reading.unfinished };
    }),
};

/** The report as those who lead look it through. */
export const getReportCheck: Route = {
  method: 'GET',
  path: `${SEAT}/report-check`,
  described: {
    operationId: 'readReportCheck',
    tag: 'leading',
    summary: 'See what is still to be looked through before everybody reads the report (nakijken)',
    description: 'Once the conversation is over. What is done with it is an action of the seat: `check`, `hide`, `shorten`, `release`.',
    answer: answers('ReportCheck', 'The report as everybody will read it, with what can still be done about it.'),
    problems: WHEN_LEADING,
    schemas: { ReportCheck: shaped('report', 'top', 'steps', 'left') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words, seat) => (isOver(situation.state) ? lookingOf(situation, words, seat) : null)),
};
