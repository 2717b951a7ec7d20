import * as v from 'valibot';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, only } from './described.ts';
import { byCode, CODE, CODED, ONLY_CODE } from './receiptCode.ts';
import { json, type Route } from './route.ts';
import { sentAs } from './sent.ts';

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
    const sent = await sentAs(request, ONLY_CODE);
    if (isRefusal(sent)) return sent;
    const asked = await desk.stopReceiptMail(request.address, sent.code);
    return isRefusal(asked) ? asked : json(asked);
  },
};
