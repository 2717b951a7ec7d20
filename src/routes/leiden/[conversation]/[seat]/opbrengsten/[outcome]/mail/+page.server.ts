import { isWaiting, standingNow } from '#conversation/outcome.ts';
import { outcomeView } from '#report/thread.ts';
import { error } from '@sveltejs/kit';
import { ownerMailActions } from '../../../../../../outcomes/ownerMail.server.ts';
import { whoLeads } from '../../../../../leading.server.ts';
import { outcomeAt } from '../../listed.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { visitor, at, outcome } = await reading(event);
  const { app } = event.locals.house;
  const [mail, view] = await Promise.all([
    app.ownerMail(visitor, at, outcome.id),
    app.read(at.conversation, (now, words) => outcomeView(now, outcome, words, 'leaders', app.today())),
  ]);
  if (!view || 'refused' in mail) error(404);
  return {
    ...at,
    outcome: outcome.id,
    title: view.title,
    owner: view.owner,
    due: isWaiting(standingNow(outcome).status) ? view.now.due : null,
    mail,
  };
};

export const actions: Actions = ownerMailActions<RequestEvent>(reading);

async function reading(event: Pick<RequestEvent, 'locals' | 'params'>) {
  const leading = await whoLeads(event);
  const outcome = outcomeAt(leading.situation, event.params.outcome);
  if (!outcome || outcome.dropped !== null) error(404);
  return { ...leading, outcome };
}
