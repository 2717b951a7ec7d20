import * as v from 'valibot';
import type { Taken } from '#app/house.ts';
import { entry, outcome } from '#app/pieces.ts';
import { EFFECTS } from '#conversation/outcome.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Reply } from '../door.ts';
import { answers, only } from './described.ts';
import { byCode, CODE, CODED } from './receiptCode.ts';
import { json, type ApiParts, type Route } from './route.ts';
import { ref, type Schema } from './schemas.ts';
import { sentAs } from './sent.ts';

const CODED_CARD = { ...CODED, entry };

export const postReceiptWithdrawal = onCard({
  name: 'withdrawals',
  operationId: 'withdrawByReceipt',
  summary: 'Withdraw a card: gone for everybody at once (intrekken)',
  more: {},
  shape: v.strictObject(CODED_CARD),
  act: ({ desk }, address, { code, entry }) => desk.withdrawByReceipt(address, code, entry),
});

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
  shape: v.strictObject({ ...CODED_CARD, outcome, effect: v.picklist(EFFECTS) }),
  act: ({ desk }, address, { code, entry, outcome, effect }) => desk.tellEffectByReceipt(address, code, entry, outcome, effect),
});

export const postReceiptTurn = onCard({
  name: 'turns',
  operationId: 'tellTurnByReceipt',
  summary: 'Say that something that grew from a card goes another way (het loopt anders)',
  more: { outcome: ref('Id'), words: { type: 'string', maxLength: 4000 } },
  shape: v.strictObject({ ...CODED_CARD, outcome, words: v.string() }),
  act: ({ desk }, address, { code, entry, outcome, words }) => desk.tellTurnByReceipt(address, code, entry, outcome, words),
});

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
