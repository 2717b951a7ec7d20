import type { Format, Role } from '#conversation/format.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { m } from '#words/compiled/messages.js';
import type { Language } from '#words/language.ts';
import type { Guard } from '../guard.ts';
import type { Place } from '../house.ts';
import type { Visitor } from '../ports/people.ts';
import { prepare, type Preparing } from '../preparing.ts';
import { requestOf } from '../request.ts';
import type { Room } from '../room.ts';
import { freshId } from '../secrets.ts';
import type { Preparation } from '../wishes.ts';
import type { Randomness } from '../world.ts';

/** For who wants to practise. What is asked of a conversation that is no rehearsal is refused. */
export interface Rehearsing {
  /** A conversation to rehearse in, with its doors open. The same action id makes the same one. */
  beginRehearsal(visitor: Visitor, actionId: unknown, wish: RehearsalWish, privateLine: boolean): Promise<Place | Refusal>;
  /** What simulated people need to come in. */
  rehearsal(visitor: Visitor, at: Place): Promise<Rehearsal | Refusal>;
  /** Simulated people who sit at the tables get up; what they wrote stays. */
  clearRehearsal(visitor: Visitor, at: Place): Promise<{ readonly left: number } | Refusal>;
}

export interface RehearsalWish {
  readonly format: string;
  /** Tables are laid for so many. */
  readonly people: number;
  /** In which it is called a rehearsal. */
  readonly language: Language;
}

export interface Rehearsal {
  /** The long key of the QR. */
  readonly key: string;
  readonly roles: readonly Role[];
}

interface Parts {
  readonly guard: Guard;
  readonly preparing: Preparing;
  readonly randomness: Randomness;
}

export function rehearsing({ guard, preparing, randomness }: Parts): Rehearsing {
  const { formats, rooms, codes } = preparing;
  return {
    async beginRehearsal(visitor, actionId, wish, privateLine) {
      const format = formats.find(({ id }) => id === wish.format);
      if (!format) return refuse('wrongFormat');
      const at = await prepare(preparing, visitor, actionId, rehearsalOf(format, wish), privateLine);
      const room = 'refused' in at ? null : await rooms.find(at.conversation);
      if ('refused' in at || !room) return at;
      const opened = await room.perform(requestOf({ kind: 'seat', seat: at.seat }, `${String(actionId)}.open`, { type: 'open' }));
      return opened.accepted ? at : refuse(opened.refused, opened.detail);
    },
    rehearsal: (visitor, at) =>
      rehearsedAt(guard, visitor, at, async (room) => {
        const code = await codes.of(at.conversation);
        return code ? { key: code.secret, roles: room.conversation.format.roles } : refuse('closed');
      }),
    clearRehearsal: (visitor, at) =>
      rehearsedAt(guard, visitor, at, async (room) => {
        const simulated = [...room.held.situation.state.seats.values()].filter((seat) => seat.simulated && seat.here);
        const leave = ({ id: seat }: { readonly id: Place['seat'] }) =>
          room.perform(requestOf({ kind: 'seat', seat }, freshId(randomness), { type: 'leave' }));
        const taken = await Promise.all(simulated.map(leave));
        return { left: taken.filter(({ accepted }) => accepted).length };
      }),
  };
}

function rehearsedAt<T>(guard: Guard, visitor: Visitor, at: Place, then: (room: Room) => Promise<T | Refusal>): Promise<T | Refusal> {
  return guard.led(visitor, at, async (room) => (room.conversation.rehearsal ? then(room) : refuse('onlyRehearsal')));
}

function rehearsalOf(format: Format, { people, language: locale }: RehearsalWish): Preparation {
  const size = Math.max(2, ...format.phases.map(({ grouping }) => (grouping.kind === 'groups' ? grouping.size : 0)));
  return {
    format: format.id,
    title: m.rehearsal_title({ format: format.name[locale] }, { locale }),
    about: m.rehearsal_about({}, { locale }),
    decides: m.rehearsal_decides({}, { locale }),
    hearBack: m.rehearsal_hear({}, { locale }),
    tables: Math.ceil(people / size),
    rehearsal: true,
  };
}
