import { extraThatFit } from '../heads.ts';
import { roleOf, seatsAt, tableOf, takesPart } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { tableForNewcomer } from '../seating.ts';
import type { SeatId } from '../state.ts';
import { happened, type DecidersFor } from './context.ts';
import { asking } from './people.ts';

/** People without a phone: they sit, count and speak like everybody else; others type. */
export const serving: DecidersFor<'seatPerson' | 'countHeads'> = {
  countHeads(context, { heads, table: named }) {
    const { state } = context;
    const number = named ?? asking(context).table;
    if (!tableOf(state, number)) return refuse('unknownTable');
    if (heads > MOST_AT_TABLE) return refuse('full', { maximum: MOST_AT_TABLE });
    const asker = asking(context);
    const own = roleOf(state, asker)?.task === 'facilitate' ? undefined : asker.phone;
    return happened([{ type: 'headsCounted', table: number, heads, counted: extraThatFit(state, number, heads, own) }]);
  },

  seatPerson(context, { perspectives, table: wished, seat: ofTicket }) {
    const { state, chance } = context;
    if (ofTicket && state.seats.has(ofTicket)) return refuse('ticketUsed');
    const asker = asking(context);
    const number = takesPart(roleOf(state, asker)) ? asker.table : (wished ?? tableForNewcomer(state, perspectives));
    const table = tableOf(state, number);
    const role = state.format.roles.find(({ task }) => task === 'takePart');
    if (!table || !role) return refuse('unknownTable');
    const already = seatsAt(state, table).filter((seat) => seat.phoneless && seat.here).length;
    if (already >= MOST_AT_TABLE) return refuse('full', { maximum: MOST_AT_TABLE });
    const seat = ofTicket ?? (chance.id() as SeatId);
    return happened([{ type: 'seatTaken', seat, role: role.id, perspectives, table: number, phoneless: true }]);
  },
};

/** More than sit around any table: whoever types cannot fill a room with people. */
const MOST_AT_TABLE = 30;
