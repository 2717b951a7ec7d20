import type { Asked } from '#app/house.ts';
import { isWaiting, standingNow } from '#conversation/outcome.ts';
import { textOf } from '#inputs/form.ts';
import { outcomeView } from '#report/thread.ts';
import { error, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../../../../refusedForm.server.ts';
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

export const actions: Actions = {
  async address(event) {
    const { visitor, at, outcome } = await reading(event);
    const address = textOf(await event.request.formData(), 'address').slice(0, 300);
    const wish = { address, language: event.locals.language };
    return answered(event, await event.locals.house.app.mailOwner(visitor, at, outcome.id, wish), 'address', address);
  },
  async confirm(event) {
    const { visitor, at, outcome } = await reading(event);
    const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
    return answered(event, await event.locals.house.app.confirmOwnerMail(visitor, at, outcome.id, typed), 'code', '');
  },
  async stop(event) {
    const { visitor, at, outcome } = await reading(event);
    return answered(event, await event.locals.house.app.stopOwnerMail(visitor, at, outcome.id), 'address', '');
  },
};

function answered(event: RequestEvent, asked: Asked, field: 'address' | 'code', typed: string) {
  return 'refused' in asked ? refusedForm(event, asked, { field, typed }) : redirect(303, event.url.pathname);
}

async function reading(event: Pick<RequestEvent, 'locals' | 'params'>) {
  const leading = await whoLeads(event);
  const outcome = outcomeAt(leading.situation, event.params.outcome);
  if (!outcome || outcome.dropped !== null) error(404);
  return { ...leading, outcome };
}
