import type { NewText } from '#conversation/words.ts';
import type { ConversationId, OrganiserId, TrajectoryId } from '../ids.ts';

/** Conversations of one organiser that belong together. What is another's is changed by nobody: false. */
export interface Trajectories {
  /** Once for one id. */
  add(trajectory: { readonly id: TrajectoryId; readonly organiser: OrganiserId; readonly title: NewText }): Promise<void>;
  find(id: TrajectoryId): Promise<Trajectory | null>;
  /** The newest first. */
  listOf(organiser: OrganiserId): Promise<readonly Trajectory[]>;
  /** The words there were are erased. Null: there come no others. */
  rename(organiser: OrganiserId, id: TrajectoryId, title: NewText | null): Promise<boolean>;
  /** Its conversations stay. */
  remove(organiser: OrganiserId, id: TrajectoryId): Promise<boolean>;
  /** Out of another one, if it was in that. Only a conversation of this organiser, and no rehearsal. `most`: how many it may hold. */
  put(organiser: OrganiserId, id: TrajectoryId, conversation: ConversationId, most: number): Promise<'put' | 'full' | 'notThere'>;
  take(organiser: OrganiserId, id: TrajectoryId, conversation: ConversationId): Promise<boolean>;
}

export interface Trajectory {
  readonly id: TrajectoryId;
  readonly organiser: OrganiserId;
  /** Null once it was erased. */
  readonly title: string | null;
  /** In the order in which they were made. */
  readonly conversations: readonly ConversationId[];
}
