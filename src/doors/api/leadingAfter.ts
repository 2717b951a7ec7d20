import { isOver } from '#conversation/publishing.ts';
import { answeringOf } from '#report/answering.ts';
import { askedOfOthers } from '#report/askedOfOthers.ts';
import { cardsByStep, offersOf, pointsOffered } from '#report/offers.ts';
import { harvestOf } from '../reads/harvest.ts';
import { answers } from './described.ts';
import { led, shaped, WHEN_LEADING } from './led.ts';
import type { Route } from './route.ts';

const SEAT = '/conversations/{conversation}/seats/{seat}';

/** How far the tables are; what stands at one of them is its harvest. */
export const getHarvestStanding: Route = {
  method: 'GET',
  path: `${SEAT}/harvest-standing`,
  described: {
    operationId: 'readHarvestStanding',
    tag: 'leading',
    summary: 'See how far the tables are with their points (oogst)',
    answer: answers('HarvestStanding', 'By table, and whether the room signed.'),
    problems: WHEN_LEADING,
    schemas: { HarvestStanding: shaped('tables', 'roomSigned') },
  },
  handle: (parts, request, parameters) => led(parts, request, parameters, harvestOf),
};

/** Before the final report can be closed, each has an answer, or why there is none. */
export const getCounterVoices: Route = {
  method: 'GET',
  path: `${SEAT}/counter-voices`,
  described: {
    operationId: 'readCounterVoices',
    tag: 'leading',
    summary: 'See who sees it differently, and what was answered (tegengeluid)',
    description: 'What is done with it is an action of the seat: `answerVoice`, `noAnswer`, `finishReport`, `reopenReport`.',
    answer: answers('CounterVoices', 'Those that wait come first.'),
    problems: WHEN_LEADING,
    schemas: { CounterVoices: shaped('voices', 'open', 'over', 'finishedOn', 'published', 'reopened') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words) => answeringOf(situation, words, request.language)),
};

/** Nothing is made by itself. */
export const getOutcomeOffers: Route = {
  method: 'GET',
  path: `${SEAT}/outcome-offers`,
  described: {
    operationId: 'readOutcomeOffers',
    tag: 'leading',
    summary: 'See which outcomes can be made of the cards and points, as the format says (opbrengsten)',
    query: [
      { name: 'kind', description: 'With all cards by step, and of which something of this kind was made.', schema: { type: 'string' } },
    ],
    answer: answers(
      'OutcomeOffers',
      'What can be made, what the format asks back and when, the points of tables that signed, and the cards.',
    ),
    problems: WHEN_LEADING,
    schemas: { OutcomeOffers: shaped('offers', 'asked', 'points', 'steps') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words) => {
      const kind = request.query.get('kind');
      const over = isOver(situation.state);
      return {
        offers: over ? offersOf(situation, words, request.language) : [],
        points: over ? pointsOffered(situation, words) : [],
        asked: askedOfOthers(situation.state, parts.house.today()),
        steps: kind === null ? [] : cardsByStep(situation, words, request.language, kind),
      };
    }),
};
