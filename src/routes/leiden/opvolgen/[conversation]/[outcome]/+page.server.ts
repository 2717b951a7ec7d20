import type { ConversationId } from '#app/house.ts';
import { titleOf, type OutcomeId } from '#conversation/outcome.ts';
import { isRefusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import { leadsFrom, readReport } from '#doors/reports.ts';
import { error, redirect } from '@sveltejs/kit';
import { outcomeAnchor } from '../../../../outcomes/standing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A plain form. */
export const csr = false;

/**
 * From the board: who leads comes where it is answered, whoever only reads it where it stands in the report. To read
 * changes nothing: on a device that the organiser did not lead from yet they open the conversation themselves.
 */
export const load: PageServerLoad = async (event) => {
  const { visitor, house } = event.locals;
  const { conversation, situation, outcome } = await asked(event);
  const seats = visitor?.seats.flatMap(({ conversation: at, seat }) => (at === conversation ? [seat] : [])) ?? [];
  const seat = leadsFrom(situation.state, seats);
  if (seat) redirect(303, answerPath(conversation, seat, outcome.id));
  const isOwn = visitor?.organiser && (await house.app.conversation(conversation))?.organiser === visitor.organiser;
  const title = titleOf(outcome, situation.kinds[outcome.kind]);
  if (isOwn) return { title: title && (await house.app.read(conversation, (_, words) => words(title))) };
  if (!(await readReport(house.app, visitor, conversation))) error(404);
  redirect(303, `/verslag/${conversation}#${outcomeAnchor(outcome.id)}`);
};

export const actions: Actions = {
  async default(event) {
    const { visitor, house } = event.locals;
    const { conversation, outcome } = await asked(event);
    const at = visitor && (await house.app.enterAsOrganiser(visitor, conversation));
    if (!at || isRefusal(at)) error(404);
    redirect(303, answerPath(conversation, at.seat, outcome.id));
  },
};

async function asked({ locals, params }: RequestEvent) {
  const conversation = params.conversation as ConversationId;
  const situation = await locals.house.app.situationOf(conversation);
  const outcome = situation?.state.outcomes.find(({ id }) => id === params.outcome);
  if (!situation || !outcome) error(404);
  return { conversation, situation, outcome };
}

function answerPath(conversation: ConversationId, seat: SeatId, outcome: OutcomeId): string {
  return `/leiden/${conversation}/${seat}/opbrengsten/${outcome}`;
}
