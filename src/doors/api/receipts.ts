import * as v from 'valibot';
import type { Taken } from '#app/house.ts';
import { EFFECTS, type OutcomeId } from '#conversation/outcome.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Reply } from '../door.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING, type Described } from './described.ts';
import { json, ownSeat, type ApiParts, type Route } from './route.ts';
import { ref, type Schema } from './schemas.ts';
import { ID, sentAs } from './sent.ts';

const SEAT = '/conversations/{conversation}/seats/{seat}';
const LIMITED =
  'Codes are guessed at a limit: wrong ones, ended ones and right ones take the same work, and the first two get the same answer.';
const CODE: Schema = { type: 'string', maxLength: 200, description: 'Four words and four digits, as they were shown or printed.' };
const CODED = { code: v.pipe(v.string(), v.maxLength(200)) };
const CODED_CARD = {
  ...CODED,
  entry: v.pipe(
    ID,
    v.transform((id) => id as EntryId),
  ),
};

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
        required: ['conversation', 'format', 'title', 'endsOn', 'sealed', 'published', 'cards', 'asked'],
        properties: {
          conversation: ref('Id'),
          format: ref('Words'),
          title: { type: ['string', 'null'] },
          endsOn: { type: 'string', format: 'date', description: 'The last day the code opens anything.' },
          sealed: { type: 'boolean', description: 'Nothing but this code leads to these cards any more.' },
          published: { type: 'boolean', description: 'Everybody may read the report.' },
          cards: { type: 'array', items: { type: 'object', additionalProperties: true } },
          asked: { type: 'array', items: { type: 'object', additionalProperties: true } },
        },
      },
    },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject(CODED));
    if (isRefusal(sent)) return sent;
    const opened = await desk.openReceipt(request.address, sent.code);
    return isRefusal(opened) ? opened : json(opened);
  },
};

export const postReceiptWithdrawal = onCard({
  name: 'withdrawals',
  operationId: 'withdrawByReceipt',
  summary: 'Withdraw a card: gone for everybody at once (intrekken)',
  more: {},
  shape: v.strictObject(CODED_CARD),
  act: ({ desk }, address, { code, entry }) => desk.withdrawByReceipt(address, code, entry),
});

export const postReceiptTotalWithdrawal: Route = {
  method: 'POST',
  path: '/receipts/total-withdrawals',
  described: {
    ...byCode('withdrawAllByReceipt', 'Withdraw all that one wrote, also drafts (alles intrekken)', 'OpeningReceipt'),
    answer: answers('WithdrawnAll', 'How many cards went.'),
    schemas: { WithdrawnAll: only({ withdrawn: { type: 'integer', minimum: 0 } }) },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject(CODED));
    if (isRefusal(sent)) return sent;
    const taken = await desk.withdrawAllByReceipt(request.address, sent.code);
    return isRefusal(taken) ? taken : json(taken);
  },
};

export const postReceiptDetachment = onCard({
  name: 'detachments',
  operationId: 'detachByReceipt',
  summary: 'Let a card go: it stays, and nothing tells any more whose it was (losmaken)',
  more: {},
  shape: v.strictObject(CODED_CARD),
  act: ({ desk }, address, { code, entry }) => desk.letGoByReceipt(address, code, entry),
});

export const postReceiptQuotation = onCard({
  name: 'quotations',
  operationId: 'allowQuoteByReceipt',
  summary: 'Say whether a card may be quoted in the final report (citeren)',
  more: { allows: { type: 'boolean' } },
  shape: v.strictObject({ ...CODED_CARD, allows: v.boolean() }),
  act: ({ desk }, address, { code, entry, allows }) => desk.allowQuoteByReceipt(address, code, entry, allows),
});

export const postReceiptAnswer = onCard({
  name: 'answers',
  operationId: 'answerByReceipt',
  summary: 'Say how it went with what one promised',
  more: { followUp: { type: 'string' }, status: { type: 'string' }, words: { type: 'string', maxLength: 4000 } },
  shape: v.strictObject({ ...CODED_CARD, followUp: v.string(), status: v.string(), words: v.string() }),
  act: ({ desk }, address, { code, entry, ...reply }) => desk.answerByReceipt(address, code, entry, reply),
});

export const postReceiptEffect = onCard({
  name: 'effects',
  operationId: 'tellEffectByReceipt',
  summary: 'Say whether one notices anything of what grew from a card (merk jij er iets van?)',
  more: { outcome: ref('Id'), effect: { enum: EFFECTS } },
  shape: v.strictObject({
    ...CODED_CARD,
    outcome: v.pipe(
      ID,
      v.transform((id) => id as OutcomeId),
    ),
    effect: v.picklist(EFFECTS),
  }),
  act: ({ desk }, address, { code, entry, outcome, effect }) => desk.tellEffectByReceipt(address, code, entry, outcome, effect),
});

export const postReceiptTurn = onCard({
  name: 'turns',
  operationId: 'tellTurnByReceipt',
  summary: 'Say that something that grew from a card goes another way (het loopt anders)',
  more: { outcome: ref('Id'), words: { type: 'string', maxLength: 4000 } },
  shape: v.strictObject({
    ...CODED_CARD,
    outcome: v.pipe(
      ID,
      v.transform((id) => id as OutcomeId),
    ),
    words: v.string(),
  }),
  act: ({ desk }, address, { code, entry, outcome, words }) => desk.tellTurnByReceipt(address, code, entry, outcome, words),
});

/** An address for one purpose: to be told that something is asked, or has changed. */
export const postReceiptMail: Route = {
  method: 'POST',
  path: '/receipts/mails',
  described: {
    ...byCode('mailReceipt', 'Be told by mail when something is asked', 'MailingReceipt'),
    answer: answers('AskedMail', 'A letter with a code is on its way.'),
    schemas: {
      MailingReceipt: only({ code: CODE, address: { type: 'string', format: 'email', maxLength: 300 }, news: { type: 'boolean' } }),
      AskedMail: only({ asked: { const: true } }),
    },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject({ ...CODED, address: v.pipe(v.string(), v.maxLength(300)), news: v.boolean() }));
    if (isRefusal(sent)) return sent;
    const { code, ...wish } = sent;
    const asked = await desk.mailReceipt(request.address, code, { ...wish, language: request.language });
    return isRefusal(asked) ? asked : json(asked);
  },
};

export const postReceiptMailConfirmation: Route = {
  method: 'POST',
  path: '/receipts/mails/confirmations',
  described: {
    ...byCode('confirmReceiptMail', 'Confirm the address by the code of the letter', 'ConfirmingMail'),
    answer: answers('AskedMail', 'It is confirmed.'),
    schemas: { ConfirmingMail: only({ code: CODE, letter: { type: 'string', maxLength: 200, description: 'The code of the letter.' } }) },
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject({ ...CODED, letter: v.pipe(v.string(), v.maxLength(200)) }));
    if (isRefusal(sent)) return sent;
    const asked = await desk.confirmReceiptMail(request.address, sent.code, sent.letter);
    return isRefusal(asked) ? asked : json(asked);
  },
};

export const postReceiptMailEnding: Route = {
  method: 'POST',
  path: '/receipts/mails/endings',
  described: {
    ...byCode('stopReceiptMail', 'Stop the mail: the address goes', 'OpeningReceipt'),
    answer: answers('AskedMail', 'It is gone.'),
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject(CODED));
    if (isRefusal(sent)) return sent;
    const asked = await desk.stopReceiptMail(request.address, sent.code);
    return isRefusal(asked) ? asked : json(asked);
  },
};

export const postReceiptRenewal: Route = {
  method: 'POST',
  path: '/receipts/renewals',
  described: {
    ...byCode('renewReceipt', 'Make another code for the same cards; the one before opens nothing any more', 'OpeningReceipt'),
    answer: makes('MadeReceipt', 'The new code.'),
  },
  async handle({ desk }, request) {
    const sent = await sentAs(request, v.strictObject(CODED));
    if (isRefusal(sent)) return sent;
    const made = await desk.renewReceipt(request.address, sent.code);
    return isRefusal(made) ? made : json(made, 201);
  },
};

type CardSchema = v.GenericSchema<unknown, { readonly code: string; readonly entry: EntryId }>;

interface OnCard<Shape extends CardSchema> {
  readonly name: string;
  readonly operationId: string;
  readonly summary: string;
  /** What is sent beside the code and the card. */
  readonly more: { readonly [field: string]: Schema };
  readonly shape: Shape;
  act(parts: ApiParts, address: string, sent: v.InferOutput<Shape>): Promise<Taken>;
}

/** What may be done with one card of the holder. */
function onCard<Shape extends CardSchema>({ name, operationId, summary, more, shape, act }: OnCard<Shape>): Route {
  const body = `${operationId[0]?.toUpperCase()}${operationId.slice(1)}`;
  return {
    method: 'POST',
    path: `/receipts/${name}`,
    described: {
      ...byCode(operationId, summary, body),
      answer: answers('Accepted', 'It is stored.'),
      schemas: {
        [body]: only({ code: CODE, entry: ref('Id'), ...more }, ['code', 'entry', ...Object.keys(more)]),
      },
    },
    async handle(parts, request): Promise<Reply | Refusal> {
      const sent = await sentAs(request, shape);
      if (isRefusal(sent)) return sent;
      const taken = await act(parts, request.address, sent);
      return taken.accepted ? json(taken) : taken;
    },
  };
}

function byCode(operationId: string, summary: string, body: string): Omit<Described, 'answer'> {
  return { operationId, tag: 'receipts', summary, description: LIMITED, open: true, body, problems: WHEN_DOING };
}
