import type { Action } from '#conversation/action.ts';
import type { Format } from '#conversation/format.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import { isActionId } from './actions.ts';
import type { Place } from './house.ts';
import type { ConversationId } from './ids.ts';
import type { JoinCodes } from './joinCodes.ts';
import type { Visitor } from './ports/people.ts';
import type { Store } from './ports.ts';
import { requestOf, type Taken } from './request.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { derivedId } from './secrets.ts';
import type { Visitors } from './visitors.ts';
import { parsePreparation, type Preparation } from './wishes.ts';

export interface Preparing {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly visitors: Visitors;
  readonly codes: JoinCodes;
  readonly formats: readonly Format[];
}

/** Makes a conversation from a format. Its ids come from the action id: asking again makes nothing new, and finishes what was begun. */
export async function prepare(
  house: Preparing,
  visitor: Visitor,
  actionId: unknown,
  raw: unknown,
  privateLine: boolean,
): Promise<Place | Refusal> {
  const parsed = parsePreparation(raw);
  if ('refused' in parsed) return parsed;
  if (!isActionId(actionId)) return refuse('wrongShape');
  if (!visitor.organiser) return refuse('notYourRole');
  const { preparation } = parsed;
  const format = house.formats.find(({ id }) => id === preparation.format);
  if (!format) return refuse('wrongFormat');
  if (format.sensitive && !privateLine) return refuse('needsHttps');
  const conversation = derivedId<ConversationId>('conversation', visitor.device, actionId);
  const seat = derivedId<SeatId>('facilitator', visitor.device, actionId);
  await house.store.conversations.create({
    id: conversation,
    organiser: visitor.organiser,
    facilitatorSeat: seat,
    format,
    rehearsal: preparation.rehearsal ?? false,
  });
  await house.visitors.addSeat(visitor, { conversation, seat, link: null });
  const room = await house.rooms.find(conversation);
  if (!room) return refuse('notFound');
  const refused = await layReady(room, seat, actionId, format, preparation);
  if (refused) return refused;
  if (!(await house.codes.of(conversation))) await house.codes.renew(conversation);
  return { conversation, seat };
}

/** Only as long as it was never open: then it holds nothing of anybody but who prepares it. */
export async function discard(
  house: Preparing,
  { organiser }: Visitor,
  conversation: ConversationId,
): Promise<{ readonly discarded: true } | Refusal> {
  if (!organiser) return refuse('notYourRole');
  const lost = await house.store.conversations.discard(organiser, conversation);
  if (!lost) {
    const known = await house.store.conversations.find(conversation);
    return refuse(known?.organiser === organiser ? 'wasOpen' : 'notFound');
  }
  house.rooms.forget(conversation);
  house.store.hints.tell({ conversation });
  await house.visitors.revoke(() => Promise.resolve(lost));
  return { discarded: true };
}

async function layReady(room: Room, seat: SeatId, actionId: string, format: Format, preparation: Preparation): Promise<Refusal | null> {
  const role = format.roles.find(({ task }) => task === 'facilitate');
  if (!role) return refuse('wrongFormat');
  const seated = await room.perform(requestOf({ kind: 'door' }, seat, { type: 'takeSeat', seat, role: role.id, perspectives: [] }));
  const done = await Promise.all(
    actionsFor(preparation).map((action, index) => room.perform(requestOf({ kind: 'seat', seat }, `${actionId}.${index}`, action))),
  );
  const failed = [seated, ...done].find((taken): taken is Extract<Taken, { accepted: false }> => !taken.accepted);
  return failed ? refuse(failed.refused, failed.detail) : null;
}

function actionsFor({ title, about, decides, hearBack, minutes, choices, tables }: Preparation): Action[] {
  return [
    { type: 'setScope', title, about, decides, hearBack },
    ...Object.entries(choices ?? {}).map(([setting, option]): Action => ({ type: 'choose', setting, option })),
    ...Object.entries(minutes ?? {}).map(([phase, each]): Action => ({ type: 'setMinutes', phase, minutes: each })),
    ...(tables === undefined ? [] : [{ type: 'setTables', count: tables } as const]),
  ];
}
