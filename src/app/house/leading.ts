import { dayOf } from '#conversation/day.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { Guard } from '../guard.ts';
import type { Place } from '../house.ts';
import type { ConversationId } from '../ids.ts';
import type { JoinCode } from '../ports/joinCodes.ts';
import type { Visitor } from '../ports/people.ts';
import type { ListedConversation } from '../ports/streams.ts';
import { discard, prepare, type Preparing } from '../preparing.ts';
import { requestOf } from '../request.ts';
import { freshId } from '../secrets.ts';
import { Trajectories } from '../trajectories.ts';
import type { World } from '../world.ts';

/** For organisers and facilitators. */
export interface Leading extends Pick<Preparing, 'formats'> {
  /** `preparation` is as it came in. The same action id makes the same conversation. */
  prepare(visitor: Visitor, actionId: unknown, preparation: unknown, privateLine: boolean): Promise<Place | Refusal>;
  /** A conversation of this organiser that was never open goes, with all that was laid ready in it. */
  discard(visitor: Visitor, conversation: ConversationId): Promise<{ readonly discarded: true } | Refusal>;
  listConversations(asker: Pick<Visitor, 'organiser'>): Promise<readonly ListedConversation[]>;
  readonly trajectories: Trajectories;
  joinCode(visitor: Visitor, at: Place): Promise<JoinCode | Refusal>;
  renewJoinCode(visitor: Visitor, at: Place): Promise<JoinCode | Refusal>;
}

interface Parts {
  readonly preparing: Preparing;
  readonly guard: Guard;
  readonly world: World;
}

export function leading({ preparing, guard, world: { clock, randomness } }: Parts): Leading {
  const { store, codes, formats } = preparing;
  return {
    formats,
    prepare: (visitor, actionId, preparation, privateLine) => prepare(preparing, visitor, actionId, preparation, privateLine),
    discard: (visitor, conversation) => discard(preparing, visitor, conversation),
    listConversations: async ({ organiser }) => (organiser ? store.conversations.listOf(organiser, dayOf(clock.now())) : []),
    trajectories: new Trajectories(store.trajectories, randomness),
    async joinCode(visitor, at) {
      const room = await guard.inviterAt(visitor, at);
      return 'refused' in room ? room : ((await codes.of(at.conversation)) ?? refuse('closed'));
    },
    async renewJoinCode(visitor, at) {
      const room = await guard.leaderAt(visitor, at);
      if ('refused' in room) return room;
      if (/^(closed|sealed)$/.test(room.held.situation.state.status)) return refuse('closed');
      const code = await codes.renew(at.conversation);
      // Walls fetch the new one when they hear of this.
      const noted = await room.perform(requestOf({ kind: 'house' }, freshId(randomness), { type: 'noteNewCode' }));
      return noted.accepted ? code : refuse(noted.refused, noted.detail);
    },
  };
}
