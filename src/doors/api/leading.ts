import { allowed } from '#conversation/allowed.ts';
import type { Place as StepPlace } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { roleOf } from '#conversation/lookup.ts';
import { isOver } from '#conversation/publishing.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import type { DoorRequest, Reply } from '../door.ts';
import { lookingOf } from '../reads/looking.ts';
import { anewOf, planOf } from '../reads/people.ts';
import { preparedOf } from '../reads/prepared.ts';
import { readingOf } from '../reads/step.ts';
import { answers, WHEN_READING } from './described.ts';
import { json, ownPlace, type ApiParts, type Parameters, type Route } from './route.ts';
import type { Schema } from './schemas.ts';

const SEAT = '/conversations/{conversation}/seats/{seat}';
const problems = [...WHEN_READING, 409] as const;

/** What was laid ready; each part is changed by an action of the seat. */
export const getPreparation: Route = {
  method: 'GET',
  path: `${SEAT}/preparation`,
  described: {
    operationId: 'readPreparation',
    tag: 'leading',
    summary: 'See what was laid ready (voorbereiden)',
    answer: answers('Preparedness', 'Scope, settings, languages, tables, and each step with its minutes and texts.'),
    problems,
    schemas: { Preparedness: shaped('status', 'scope', 'settings', 'tables', 'steps') },
  },
  handle: (parts, request, parameters) => led(parts, request, parameters, preparedOf),
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
    problems,
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
    problems,
    schemas: { StepCards: shaped('place', 'tables', 'waiting', 'released', 'mayRelease') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words, seat) => {
      const place = (parameters['step'] ?? '') as StepPlace;
      const reading = readingOf(situation, place, words);
      const may = allowed(situation, { kind: 'seat', seat }, { type: 'release', place }, Date.now());
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
    problems,
    schemas: { ReportCheck: shaped('report', 'top', 'steps', 'left') },
  },
  handle: (parts, request, parameters) =>
    led(parts, request, parameters, (situation, words, seat) => (isOver(situation.state) ? lookingOf(situation, words, seat) : null)),
};

type Reader = (situation: Situation, words: WordsOf, seat: SeatId) => object | null;

/** Only from a seat that leads; what there is nothing of is not there. */
async function led(parts: ApiParts, request: DoorRequest, parameters: Parameters, read: Reader): Promise<Reply | Refusal> {
  const at = await ownPlace(parts, request, parameters);
  if (isRefusal(at)) return at;
  const found = await parts.house.read(at.conversation, (situation, words) => {
    const seat = situation.state.seats.get(at.seat);
    const leads = seat && roleOf(situation.state, seat)?.task === 'facilitate';
    return leads ? read(situation, words, at.seat) : refuse('notYourRole');
  });
  if (!found) return refuse('notFound');
  return isRefusal(found) ? found : json(found);
}

function shaped(...required: readonly string[]): Schema {
  return { type: 'object', required, additionalProperties: true };
}
