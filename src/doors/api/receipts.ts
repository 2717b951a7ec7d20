import * as v from 'valibot';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { byCode, CODE, CODED, ONLY_CODE } from './receiptCode.ts';
import { json, ownSeat, type Route } from './route.ts';
import { ref, type Schema } from './schemas.ts';
import { sentAs } from './sent.ts';

const SEAT = '/conversations/{conversation}/seats/{seat}';

/** Whether a code was handed out for this seat. */
export const getReceipt: Route = {
  method: 'GET',
  path: `${SEAT}/receipts`,
  described: {
    operationId: 'readReceipt',
    tag: 'receipts',
    summary: 'See where the code of this seat was handed out',
    answer: answers('Receipt', 'On the phone, on a ticket, or not yet.'),
    problems: WHEN_READING,
    schemas: { Receipt: only({ handedOut: { enum: ['phone', 'ticket', null] } }) },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    return isRefusal(own) ? own : json({ handedOut: await parts.house.receiptOf(own.visitor, own.at) });
  },
};

export const postReceipt: Route = {
  method: 'POST',
  path: `${SEAT}/receipts`,
  described: {
    operationId: 'makeReceipt',
    tag: 'receipts',
    summary: 'Make the code of this seat (terugleeskaart)',
    description: 'Shown once. Another takes the place of the one before.',
    answer: makes('MadeReceipt', 'The code.'),
    problems: WHEN_DOING,
    schemas: { MadeReceipt: only({ code: CODE, endsOn: { type: 'string', format: 'date' } }) },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const made = await parts.house.makeReceipt(own.visitor, own.at);
    return isRefusal(made) ? made : json(made, 201);
  },
};

const HEAR_BACK: Schema = only({
  body: { type: ['string', 'null'], description: 'From whom people hear; null where nobody is named.' },
  on: { type: ['string', 'null'], format: 'date', description: 'The promised day.' },
  late: { type: 'boolean', description: 'That day went by, and not everybody can read a closed final report.' },
  finishedOn: { type: ['string', 'null'], format: 'date', description: 'When the final report was closed.' },
});

export const postReceiptOpening: Route = {
  method: 'POST',
  path: '/receipts/openings',
  described: {
    ...byCode('openReceipt', 'Read back what one shared and what became of it', 'OpeningReceipt'),
    answer: answers('OpenedReceipt', 'The cards that were shared, and where they stand.'),
    schemas: {
      OpeningReceipt: only({ code: CODE }),
      OpenedReceipt: {
        type: 'object',
        required: ['conversation', 'format', 'title', 'endsOn', 'sealed', 'published', 'hearBack', 'cards', 'asked'],
        properties: {
          conversation: ref('Id'),
          format: ref('Words'),
          title: { type: ['string', 'null'] },
          endsOn: { type: 'string', format: 'date', description: 'The last day the code opens anything.' },
          sealed: { type: 'boolean', description: 'Nothing but this code leads to these cards any more.' },
          published: { type: 'boolean', description: 'Everybody may read the report.' },
          hearBack: HEAR_BACK,
          cards: { type: 'array', items: { type: 'object', additionalProperties: true } },
          asked: { type: 'array', items: { type: 'object', additionalProperties: true } },
        },
      },
    },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, ONLY_CODE);
    if (isRefusal(sent)) return sent;
    const opened = await desk.openReceipt(request.address, sent.code);
    return isRefusal(opened) ? opened : json(opened);
  },
};

/** Whoever begins to read: what came after the day they looked before may be new to them. */
export const postReceiptLooking: Route = {
  method: 'POST',
  path: '/receipts/lookings',
  described: {
    ...byCode('lookAtReceipt', 'Begin to read, and hear on which day one did so before', 'OpeningReceipt'),
    answer: answers('LookedBefore', 'The day; null the first time.'),
    schemas: { LookedBefore: only({ before: { type: ['string', 'null'], format: 'date' } }) },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, ONLY_CODE);
    if (isRefusal(sent)) return sent;
    const looked = await desk.lookAtReceipt(request.address, sent.code);
    return isRefusal(looked) ? looked : json(looked);
  },
};

export const postReceiptTotalWithdrawal: Route = {
  method: 'POST',
  path: '/receipts/total-withdrawals',
  described: {
    ...byCode('withdrawAllByReceipt', 'Withdraw all that one wrote, also drafts (alles intrekken)', 'OpeningReceipt'),
    answer: answers('WithdrawnAll', 'How many cards went.'),
    schemas: { WithdrawnAll: only({ withdrawn: { type: 'integer', minimum: 0 } }) },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, ONLY_CODE);
    if (isRefusal(sent)) return sent;
    const taken = await desk.withdrawAllByReceipt(request.address, sent.code);
    return isRefusal(taken) ? taken : json(taken);
  },
};

export const postReceiptRenewal: Route = {
  method: 'POST',
  path: '/receipts/renewals',
  described: {
    ...byCode('renewReceipt', 'Make another code for the same cards; the one before opens nothing any more', 'RenewingReceipt'),
    answer: makes('MadeReceipt', 'The new code; the same when it is asked again with the same id.'),
    schemas: { RenewingReceipt: only({ id: ref('ActionId'), code: CODE }, ['code']) },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject({ id: v.optional(v.string()), ...CODED }));
    if (isRefusal(sent)) return sent;
    const made = await desk.renewReceipt(request.address, sent.code, sent.id ?? crypto.randomUUID());
    return isRefusal(made) ? made : json(made, 201);
  },
};
