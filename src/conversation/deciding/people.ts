import type { CallId } from '../state.ts';
import { tableForNewcomer } from '../seating.ts';
import { counts, firstOfPhone, isFullPhone, MOST_ON_PHONE } from '../heads.ts';
import { turnsToPass } from '../turns.ts';
import { isOnSheet, roleOf, tableOf, takesPart } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { happened, newText, type Context, type DecidersFor } from './context.ts';
import type { Seat } from '../state.ts';

/** Coming, calling, going. */
export const people: DecidersFor<
  'takeSeat' | 'askRound' | 'holdRound' | 'openSheet' | 'sitAt' | 'leave' | 'comeBack' | 'call' | 'passTurn' | 'ready' | 'takeRole'
> = {
  takeSeat({ state }, { seat, role, perspectives, table: wished, simulated, phone, byTicket }) {
    if (state.seats.has(seat)) return refuse('alreadyHere');
    if (phone && !byTicket && isFullPhone(state, phone)) return refuse('phoneFull', { maximum: MOST_ON_PHONE });
    const atTable = takesPart(state.format.roles.find((each) => each.id === role));
    const isThere = wished !== undefined && tableOf(state, wished) !== undefined;
    const first = phone && firstOfPhone(state, phone);
    const extra = first !== undefined && first.id !== seat && !byTicket;
    const beside = extra && tableOf(state, first.table) ? first.table : undefined;
    const table = atTable ? (isThere ? wished : (beside ?? tableForNewcomer(state, perspectives))) : 0;
    const how = { ...(simulated && { simulated }), ...(phone && { phone }), ...(extra && { extra }) };
    return happened([{ type: 'seatTaken', seat, role, perspectives, table, ...how }]);
  },

  sitAt(context, { table }) {
    const seat = asking(context);
    if (!tableOf(context.state, table)) return refuse('unknownTable');
    return happened(seat.table === table ? [] : [{ type: 'seatMoved', seat: seat.id, table }]);
  },

  takeRole: (context, { role }) => happened([{ type: 'roleGiven', seat: asking(context).id, role }]),
  leave: (context) => happened([{ type: 'seatLeft', seat: asking(context).id }]),

  comeBack(context) {
    const seat = asking(context);
    const stillThere = context.state.tables.some((table) => table.number === seat.table);
    const table =
      stillThere || !takesPart(roleOf(context.state, seat)) ? seat.table : tableForNewcomer(context.state, seat.perspectives, seat.id);
    const back = { type: 'seatReturned', seat: seat.id, table } as const;
    const role = roleToReturnTo(context, { ...seat, table });
    return happened(role === seat.role ? [back] : [back, { type: 'roleGiven', seat: seat.id, role }]);
  },

  call(context, { words }) {
    const text = newText(context.chance, words);
    const call = context.chance.id() as CallId;
    return happened([{ type: 'called', call, table: asking(context).table, words: text?.id ?? null }], { texts: text ? [text] : [] });
  },

  askRound: (context) => happened([{ type: 'roundAsked', table: asking(context).table }]),
  holdRound: (context, { going }) => happened([{ type: 'roundHeld', table: asking(context).table, going }]),

  openSheet(context, { open }) {
    const { state } = context;
    const { table } = asking(context);
    if (!state.run) return refuse('noRun');
    const { place } = state.run;
    const same = isOnSheet(state, place, table) === open;
    return happened(same ? [] : [{ type: 'sheetOpened', place, table, open }]);
  },

  passTurn(context, { run }) {
    const table = tableOf(context.state, asking(context).table);
    if (!table) return refuse('unknownTable');
    const taken = { type: 'turnTaken', run, table: table.number, at: context.circumstances.now } as const;
    return happened(Array.from({ length: turnsToPass(context.state, table) }, () => taken));
  },

  ready(context) {
    const seat = asking(context);
    const { run } = context.state;
    if (!run) return refuse('noRun');
    const extra = !counts(seat);
    return happened([{ type: 'readyMarked', place: run.place, table: seat.table, ...(extra && { extra }) }], {
      authored: [{ ready: run.id, seat: seat.id }],
    });
  },
};

/** Whose role somebody else took meanwhile simply takes part. */
function roleToReturnTo({ state }: Context, seat: Seat): Seat['role'] {
  const role = roleOf(state, seat);
  if (role?.maximum === undefined) return seat.role;
  const others = [...state.seats.values()].filter((each) => each.here && each.role === seat.role);
  const inTheWay = role.per === 'table' ? others.filter(({ table }) => table === seat.table) : others;
  const free = inTheWay.length < role.maximum;
  return free ? seat.role : (state.format.roles.find(({ task }) => task === 'takePart')?.id ?? seat.role);
}

/** `allowed` let only seats through to these deciders. */
export function asking({ state, actor }: Context): Seat {
  const seat = actor.kind === 'seat' ? state.seats.get(actor.seat) : undefined;
  if (!seat) throw new Error('A decider for seats was asked by someone without one.');
  return seat;
}
