import type { JoinCode } from '#app/house.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { json, ownSeat, type ApiParts, type Route } from './route.ts';

/** What people type or scan to come in: for whoever leads, and for the wall. */
export const getJoinCode: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/join-code',
  described: {
    operationId: 'readJoinCode',
    tag: 'leading',
    summary: 'See the code by which people come in',
    description: 'Also for a wall (zaalscherm).',
    answer: answers('JoinCode', 'The code, and the address of the QR.'),
    problems: [...WHEN_READING, 409],
    schemas: {
      JoinCode: only({
        code: { type: 'string', description: 'A word and two digits, to type.' },
        address: { type: 'string', format: 'uri', description: 'Of the QR; the long key stands behind the #.' },
      }),
    },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const code = await parts.house.joinCode(own.visitor, own.at);
    return isRefusal(code) ? code : json(told(parts, code));
  },
};

/** The code from before opens nothing any more. */
export const postJoinCodeRenewal: Route = {
  method: 'POST',
  path: '/conversations/{conversation}/seats/{seat}/join-code/renewals',
  described: {
    operationId: 'renewJoinCode',
    tag: 'leading',
    summary: 'Make another code; the one before opens nothing any more',
    answer: makes('JoinCode', 'The new code.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const code = await parts.house.renewJoinCode(own.visitor, own.at);
    return isRefusal(code) ? code : json(told(parts, code), 201);
  },
};

function told({ address }: ApiParts, { code, secret }: JoinCode) {
  return { code, address: `${address}/doe-mee#${secret}` };
}
