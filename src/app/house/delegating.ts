import { refuse, type Refusal } from '#conversation/refusal.ts';
import { isActionId, parseAction } from '../actions.ts';
import type { ConversationId, TokenId } from '../ids.ts';
import type { Visitor } from '../ports/people.ts';
import type { ListedToken } from '../ports/tokens.ts';
import { refused, requestOf, type Taken } from '../request.ts';
import type { Rooms } from '../rooms.ts';
import { isByToken, type Delegate, type MadeToken, type Tokens } from '../tokens.ts';

/** For other systems: a token asks in the name of an organiser, for a while, and only for what its scopes name. */
export interface Delegating {
  /** `wish` is as it came in: name, scopes, last day. The secret is shown once; asked again with the same action id there is one token, with another secret. */
  makeToken(visitor: Visitor, actionId: unknown, wish: unknown): Promise<MadeToken | Refusal>;
  tokensOf(visitor: Visitor): Promise<readonly ListedToken[] | Refusal>;
  /** From the next request on it opens nothing. */
  endToken(visitor: Visitor, token: TokenId): Promise<{ readonly ended: true } | Refusal>;
  /** What is wrong, over or taken back is not there: the answer is the same. */
  useToken(secret: string): Promise<Delegate | Refusal>;
  /** Does what an organiser does with outcomes, from the organiser's own seat. Nothing else comes in this way. */
  takeFor(delegate: Delegate, conversation: ConversationId, actionId: unknown, body: unknown): Promise<Taken>;
}

export function delegating(tokens: Tokens, rooms: Rooms): Delegating {
  return {
    makeToken: async (visitor, actionId, wish) => (isActionId(actionId) ? tokens.makeToken(visitor, actionId, wish) : refuse('wrongShape')),
    tokensOf: (visitor) => tokens.tokensOf(visitor),
    endToken: (visitor, token) => tokens.endToken(visitor, token),
    useToken: (secret) => tokens.useToken(secret),
    async takeFor({ token, organiser }, conversation, actionId, body) {
      const parsed = parseAction(body);
      if ('refused' in parsed) return refused(parsed);
      if (!isActionId(actionId)) return refused(refuse('wrongShape'));
      if (!isByToken(parsed.action.type)) return refused(refuse('notYourRole'));
      const room = await rooms.find(conversation);
      if (!room || room.conversation.organiser !== organiser) return refused(refuse('notFound'));
      const actor = { kind: 'seat', seat: room.conversation.facilitatorSeat } as const;
      return room.perform(requestOf(actor, `${token}.${actionId}`, parsed.action));
    },
  };
}
