import * as v from 'valibot';
import type { Entrance, Visitor } from '#app/house.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import { deviceCookie } from '../session.ts';
import { makes, only, WHEN_DOING } from './described.ts';
import { json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

/** Comes in by a link that was handed out, or by the code of an empty house. A device that is new gets its cookie here. */
export const postEntrance: Route = {
  method: 'POST',
  path: '/entrances',
  described: {
    operationId: 'enter',
    tag: 'joining',
    summary: 'Use a link or the set-up code (binnenkomen)',
    description: 'What stands behind the # of a link goes in the body. Wrong set-up codes are limited by address.',
    open: true,
    body: 'Entering',
    answer: makes('Entrance', 'Where it leads: a seat, or the conversations of an organiser.'),
    problems: WHEN_DOING,
    schemas: {
      Entering: {
        ...only({ link: { type: 'string', maxLength: 100 }, setUpCode: { type: 'string', maxLength: 200 } }, []),
        oneOf: [{ required: ['link'] }, { required: ['setUpCode'] }],
      },
      Entrance: only({
        kind: { enum: ['setUp', 'organiser', 'coFacilitator', 'wall', 'owner'] },
        at: { oneOf: [ref('Place'), { type: 'null' }] },
      }),
    },
  },
  async handle(parts, request) {
    const sent = await sentAs(request, ENTERING);
    if (isRefusal(sent)) return sent;
    const { house, desk } = parts;
    let secret: string | undefined;
    const who = async (): Promise<Visitor> => {
      const known = await whoAsks(parts, request);
      if (known) return known;
      const made = await house.newDevice();
      secret = made.secret;
      return made.visitor;
    };
    const entrance = await ('link' in sent ? byLink(sent.link) : desk.useSetUpCode(request.address, sent.setUpCode, who));
    if (isRefusal(entrance)) return entrance;
    return json(entrance, 201, secret === undefined ? {} : { 'set-cookie': deviceCookie(secret, request.secure) });

    async function byLink(link: string): Promise<Entrance | Refusal> {
      return (await house.isLink(link)) ? house.useLink(await who(), link) : refuse('notFound');
    }
  },
};

const ENTERING = v.union([
  v.strictObject({ link: v.pipe(v.string(), v.maxLength(100)) }),
  v.strictObject({ setUpCode: v.pipe(v.string(), v.maxLength(200)) }),
]);
