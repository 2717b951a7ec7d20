import type { ConversationId } from '#app/house.ts';
import { allowed } from '#conversation/allowed.ts';
import type { Situation } from '#conversation/input.ts';
import { roleOf, tableOf, takesPart } from '#conversation/lookup.ts';
import { refuse } from '#conversation/refusal.ts';
import type { Seat, SeatId, State } from '#conversation/state.ts';
import { sentenceOf } from '#doors/problems.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { scopeReport } from '#report/scope.ts';
import { m } from '#words/compiled/messages.js';
import type { Language } from '#words/language.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../refusedForm.server.ts';
import { forgetInvitation, invitedTo } from '../invitation.server.ts';

export const load: PageServerLoad = async (event) => {
  const { conversation, format, title, rehearsal, table } = await invitedTo(event, event.params.conversation);
  const { house, visitor, language, reading } = event.locals;
  const mine = new Set<string>(visitor?.seats.filter((each) => each.conversation === conversation).map(({ seat }) => seat));
  const read = await house.app.read(conversation, (situation, words) => {
    const { state } = situation;
    const seats = seatsOf(state, mine).map((seat) => {
      const reason = allowed(situation, { kind: 'seat', seat: seat.id }, { type: 'sitAt' }, 0);
      const place = (tableOf(state, seat.table)?.seats.indexOf(seat.id) ?? -1) + 1;
      return { id: seat.id, table: seat.table, place, stays: reason && sentenceOf(refuse(reason, { table: seat.table }), language) };
    });
    return {
      door: seats.length > 0 ? null : whyNotIn(situation, language),
      scope: scopeReport(state, words),
      seats,
      scanned: scannedTable(situation, table),
      beside: state.languages.beside,
    };
  });
  const found = read ?? { door: null, scope: null, seats: [], scanned: null, beside: [] };
  return { ...found, reading, format: format.name, title, rehearsal, actionId: freshId() };
};

export const actions = {
  /** Who scans the code of another table sits down there. */
  async sit(event) {
    const { table } = await invitedTo(event, event.params.conversation);
    const { house, visitor } = event.locals;
    if (table === null || !visitor) redirect(303, event.url.pathname);
    const form = await event.request.formData();
    const at = { conversation: event.params.conversation as ConversationId, seat: textOf(form, 'seat') as SeatId };
    const taken = await house.desk.take(visitor, at, form.get('action'), { type: 'sitAt', table });
    if (!taken.accepted) return refusedForm(event, taken, {});
    forgetInvitation(event);
    redirect(303, `/gesprek/${at.conversation}/${at.seat}`);
  },
} satisfies Actions;

/** Said before somebody tells who they are. */
function whyNotIn(situation: Situation, language: Language): string | null {
  const role = situation.state.format.roles.find(({ task }) => task === 'takePart')?.id;
  const reason = role ? allowed(situation, { kind: 'door' }, { type: 'takeSeat', role }, 0) : null;
  if (reason === 'notOpenYet') return m.join_not_open_yet({}, { locale: language });
  return reason && sentenceOf(refuse(reason), language);
}

/** Where people already sit with this phone; one, if it is not passed on. */
function seatsOf(state: State, mine: ReadonlySet<string>): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => mine.has(seat.id) && takesPart(roleOf(state, seat)));
}

/** The tables are only there once the doors are open. */
function scannedTable({ state }: Situation, number: number | null) {
  if (number === null || state.status !== 'open') return null;
  return { number, isThere: tableOf(state, number) !== undefined };
}
