import * as v from 'valibot';
import type { Asked } from '#app/house.ts';
import { outcomesOf, type OutcomeId } from '#conversation/outcome.ts';
import { owns } from '#conversation/owning.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import { outcomeView } from '#report/thread.ts';
import type { Reply } from '../door.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { json, ownPlace, ownSeat, type Parameters, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

const OUTCOME = '/conversations/{conversation}/seats/{seat}/outcomes/{outcome}';

/** For who sees to an outcome, by a seat of their own. They were not there: what was said they read when everybody may. */
export const listOwnOutcomes: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/own-outcomes',
  described: {
    operationId: 'listOwnOutcomes',
    tag: 'seat',
    summary: 'See for which outcomes this seat answers, and how they stand (antwoord)',
    description: 'What it answers is an action of the seat: `setStatus`, `tellTurn`. `saw` counts `history` and `changes` together.',
    answer: answers('OwnOutcomes', 'The outcomes; of the cards they grew from how many there are.'),
    problems: WHEN_READING,
    schemas: {
      OwnOutcomes: only({
        outcomes: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'kind', 'now', 'history', 'changes', 'cards'],
            properties: { cards: { type: 'integer' } },
            additionalProperties: true,
          },
        },
      }),
    },
  },
  async handle(parts, request, parameters) {
    const { house } = parts;
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const outcomes = await house.read(at.conversation, (situation, words) => {
      const seat = situation.state.seats.get(at.seat);
      const own = outcomesOf(situation.state).filter((outcome) => owns(seat, outcome));
      const views = own.flatMap((outcome) => outcomeView(situation, outcome, words, 'owner', house.today(), () => false) ?? []);
      return views.map((view) => ({ ...view, cards: view.cards.length }));
    });
    return outcomes && outcomes.length > 0 ? json({ outcomes }) : refuse('notFound');
  },
};

/** Who sees to an outcome answers for it by a seat of their own. */
export const postOwnerLink: Route = {
  method: 'POST',
  path: `${OUTCOME}/links`,
  described: {
    operationId: 'handOutOwnerLink',
    tag: 'leading',
    summary: 'Make a link for who sees to an outcome',
    description: 'The address is shown once; an earlier one leads to nothing any more.',
    body: 'HandingOutOwner',
    answer: makes('HandedLink', 'The link.'),
    problems: WHEN_DOING,
    schemas: { HandingOutOwner: only({ id: ref('ActionId') }, []) },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, HANDING_OUT);
    if (isRefusal(sent)) return sent;
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const link = await parts.house.ownerLink(own.visitor, own.at, outcomeIn(parameters), sent.id);
    return isRefusal(link) ? link : json({ id: link.id, address: `${parts.address}/antwoord/open#${link.secret}` }, 201);
  },
};

export const getOwnerMail: Route = {
  method: 'GET',
  path: `${OUTCOME}/mail`,
  described: {
    operationId: 'readOwnerMail',
    tag: 'leading',
    summary: 'See whether who sees to an outcome is asked by mail',
    answer: answers('OwnerMail', 'How it stands, with enough of the address to know it again.'),
    problems: [...WHEN_READING, 409],
    schemas: {
      OwnerMail: only({
        possible: { type: 'boolean' },
        standing: { enum: ['none', 'waiting', 'confirmed', 'failed'] },
        address: { type: ['string', 'null'] },
        news: { type: 'boolean' },
      }),
    },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const mail = await parts.house.ownerMail(own.visitor, own.at, outcomeIn(parameters));
    return isRefusal(mail) ? mail : json(mail);
  },
};

export const postOwnerMail: Route = {
  method: 'POST',
  path: `${OUTCOME}/mail`,
  described: {
    operationId: 'mailOwner',
    tag: 'leading',
    summary: 'Ask who sees to an outcome by mail',
    body: 'MailingOwner',
    answer: answers('AskedMail', 'A letter with a code is on its way.'),
    problems: WHEN_DOING,
    schemas: { MailingOwner: only({ address: { type: 'string', format: 'email', maxLength: 300 } }) },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, MAILING);
    if (isRefusal(sent)) return sent;
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const wish = { address: sent.address, language: request.language };
    return told(await parts.house.mailOwner(own.visitor, own.at, outcomeIn(parameters), wish));
  },
};

export const postOwnerMailConfirmation: Route = {
  method: 'POST',
  path: `${OUTCOME}/mail/confirmations`,
  described: {
    operationId: 'confirmOwnerMail',
    tag: 'leading',
    summary: 'Confirm the address by the code of the letter',
    body: 'ConfirmingOwnerMail',
    answer: answers('AskedMail', 'It is confirmed.'),
    problems: WHEN_DOING,
    schemas: { ConfirmingOwnerMail: only({ letter: { type: 'string', maxLength: 200 } }) },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, CONFIRMING);
    if (isRefusal(sent)) return sent;
    const own = await ownSeat(parts, request, parameters);
    return isRefusal(own) ? own : told(await parts.house.confirmOwnerMail(own.visitor, own.at, outcomeIn(parameters), sent.letter));
  },
};

export const deleteOwnerMail: Route = {
  method: 'DELETE',
  path: `${OUTCOME}/mail`,
  described: {
    operationId: 'stopOwnerMail',
    tag: 'leading',
    summary: 'Stop the mail: the address goes',
    answer: answers('AskedMail', 'It is gone.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    return isRefusal(own) ? own : told(await parts.house.stopOwnerMail(own.visitor, own.at, outcomeIn(parameters)));
  },
};

function outcomeIn({ outcome = '' }: Parameters): OutcomeId {
  return outcome as OutcomeId;
}

function told(asked: Asked): Reply | Refusal {
  return isRefusal(asked) ? asked : json(asked);
}

const HANDING_OUT = v.strictObject({ id: v.optional(v.string()) });
const MAILING = v.strictObject({ address: v.pipe(v.string(), v.maxLength(300)) });
const CONFIRMING = v.strictObject({ letter: v.pipe(v.string(), v.maxLength(200)) });
