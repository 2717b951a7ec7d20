import { checkOf } from '#conversation/publishing.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { textsIn } from '#conversation/words.ts';
import type { OutsideAction } from './actions.ts';
import type { Place } from './house.ts';
import type { Visitor } from './ports/people.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** What the rules cannot know when a report is looked through: the words themselves, and who holds which device. */
export async function reasonNotTo(rooms: Rooms, room: Room, visitor: Visitor, at: Place, action: OutsideAction): Promise<Refusal | null> {
  if (action.type === 'shorten') return (await isShorter(rooms, room, action)) ? null : refuse('notShorter');
  return action.type === 'check' && checkedBefore(room, visitor, at, action) ? refuse('samePerson') : null;
}

/** Whoever shortens only takes words away. What is not there any more is for the rules to say. */
async function isShorter(rooms: Rooms, room: Room, { entry, text, words }: Extract<OutsideAction, { type: 'shorten' }>): Promise<boolean> {
  const body = room.held.situation.state.entries.get(entry)?.body ?? null;
  const before = textsIn(body).includes(text) ? await rooms.look(room, (_, wordsOf) => wordsOf(text)) : null;
  return before === null || words.trim().length < before.length;
}

/** One device may have two seats that lead; that makes no second person. */
function checkedBefore(room: Room, visitor: Visitor, at: Place, { part }: Extract<OutsideAction, { type: 'check' }>): boolean {
  const others = visitor.seats.filter(({ conversation, seat }) => conversation === at.conversation && seat !== at.seat);
  const { by } = checkOf(room.held.situation.state, part);
  return others.some(({ seat }) => by.includes(seat));
}
