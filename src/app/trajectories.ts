import { refuse, type Refusal } from '#conversation/refusal.ts';
import { asTextId, type NewText } from '#conversation/words.ts';
import { isActionId } from './actions.ts';
import { cleaned } from './cleaned.ts';
import type { ConversationId, TrajectoryId } from './ids.ts';
import type { Visitor } from './ports/people.ts';
import type { Trajectories as Port, Trajectory } from './ports/trajectories.ts';
import { derivedId, freshId } from './secrets.ts';
import type { Randomness } from './world.ts';

/** Trajectories (trajecten): conversations of one organiser, over months. Who may read of them is asked of each conversation. */
export class Trajectories {
  readonly #trajectories: Port;
  readonly #randomness: Randomness;

  constructor(trajectories: Port, randomness: Randomness) {
    this.#trajectories = trajectories;
    this.#randomness = randomness;
  }

  /** Of this organiser, the newest first. */
  async listOf({ organiser }: Organiser): Promise<readonly Trajectory[]> {
    return organiser ? this.#trajectories.listOf(organiser) : [];
  }

  find(id: TrajectoryId): Promise<Trajectory | null> {
    return this.#trajectories.find(id);
  }

  /** Asked again with the same action id there is one. */
  async make({ device, organiser }: Visitor, actionId: unknown, typed: string): Promise<{ readonly trajectory: TrajectoryId } | Refusal> {
    if (!isActionId(actionId)) return refuse('wrongShape');
    if (!organiser) return refuse('notYourRole');
    const title = this.#titled(typed);
    if (title && 'refused' in title) return title;
    if (!title) return refuse('fieldMissing');
    const id = derivedId<TrajectoryId>('trajectory', device, actionId);
    await this.#trajectories.add({ id, organiser, title });
    return { trajectory: id };
  }

  /** Without words: the title is erased. */
  async rename({ organiser }: Organiser, id: TrajectoryId, typed: string): Promise<Done> {
    if (!organiser) return refuse('notYourRole');
    const title = this.#titled(typed);
    if (title && 'refused' in title) return title;
    return done(await this.#trajectories.rename(organiser, id, title));
  }

  async remove({ organiser }: Organiser, id: TrajectoryId): Promise<Done> {
    return organiser ? done(await this.#trajectories.remove(organiser, id)) : refuse('notYourRole');
  }

  /** A conversation belongs to one: it goes out of the other. */
  async put({ organiser }: Organiser, id: TrajectoryId, conversation: ConversationId): Promise<Done> {
    if (!organiser) return refuse('notYourRole');
    const put = await this.#trajectories.put(organiser, id, conversation, MOST_CONVERSATIONS);
    return put === 'full' ? refuse('tooManyChoices', { maximum: MOST_CONVERSATIONS }) : done(put === 'put');
  }

  async take({ organiser }: Organiser, id: TrajectoryId, conversation: ConversationId): Promise<Done> {
    return organiser ? done(await this.#trajectories.take(organiser, id, conversation)) : refuse('notYourRole');
  }

  #titled(typed: string): NewText | null | Refusal {
    const read = cleaned(typed.trim());
    if ('refused' in read) return read;
    const words = typeof read.clean === 'string' ? read.clean : '';
    if (words.length > MOST_SIGNS) return refuse('tooLong', { maximum: MOST_SIGNS });
    return words === '' ? null : { id: asTextId(freshId(this.#randomness)), words };
  }
}

type Organiser = Pick<Visitor, 'organiser'>;
type Done = { readonly done: true } | Refusal;

/** A page over all of them is still read and printed. */
export const MOST_CONVERSATIONS = 30;
const MOST_SIGNS = 200;

function done(found: boolean): Done {
  return found ? { done: true } : refuse('notFound');
}
