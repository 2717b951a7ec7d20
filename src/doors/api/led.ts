import type { Situation } from '#conversation/input.ts';
import { roleOf } from '#conversation/lookup.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import type { DoorRequest, Reply } from '../door.ts';
import { WHEN_READING } from './described.ts';
import { json, ownPlace, type ApiParts, type Parameters } from './route.ts';
import type { Schema } from './schemas.ts';

export const WHEN_LEADING = [...WHEN_READING, 409] as const;

export type LeadReader = (situation: Situation, words: WordsOf, seat: SeatId) => object | null;

/** Only from a seat that leads; what there is nothing of is not there. */
export async function led(parts: ApiParts, request: DoorRequest, parameters: Parameters, read: LeadReader): Promise<Reply | Refusal> {
  const at = await ownPlace(parts, request, parameters);
  if (isRefusal(at)) return at;
  const found = await parts.house.read(at.conversation, (situation, words) => {
    const seat = situation.state.seats.get(at.seat);
    const leads = seat && roleOf(situation.state, seat)?.task === 'facilitate';
    return leads ? read(situation, words, at.seat) : refuse('notYourRole');
  });
  if (!found) return refuse('notFound');
  return isRefusal(found) ? found : json(found);
}

export function shaped(...required: readonly string[]): Schema {
  return { type: 'object', required, additionalProperties: true };
}
