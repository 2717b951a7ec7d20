import type { Scope, TokenId, Visitor } from '#app/house.ts';
import { isDay } from '#conversation/day.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { SCOPES } from '#doors/bearer.ts';
import { textOf, textsOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../../refusedForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Plain forms: what is shown once stands in no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { visitor, house } = locals;
  if (!visitor?.organiser) redirect(303, '/leiden/begin');
  const tokens = await house.app.tokensOf(visitor);
  if ('refused' in tokens) error(404);
  return { tokens, scopes: SCOPES, ticket: freshId(), today: house.app.today(), revoked: url.searchParams.get('gedaan') === 'ingetrokken' };
};

export const actions: Actions = {
  /** Shown in this answer and never again. */
  async make(event) {
    const visitor = organiserOf(event);
    const form = await event.request.formData();
    const typed = {
      name: textOf(form, 'name').slice(0, 60),
      scopes: textsOf(form, 'scope') as readonly Scope[],
      endsOn: textOf(form, 'endsOn'),
    };
    const reason = typed.scopes.length === 0 ? 'tokenUnnamed' : 'tokenEndsWrong';
    const made = isDay(typed.endsOn) ? await event.locals.house.app.makeToken(visitor, form.get('id'), typed) : refuse(reason);
    return isRefusal(made) ? refusedForm(event, made, { typed, made: null }) : { typed: null, made, sentence: '' };
  },

  async revoke(event) {
    const visitor = organiserOf(event);
    const token = textOf(await event.request.formData(), 'token') as TokenId;
    const ended = await event.locals.house.app.endToken(visitor, token);
    // Somebody else took it back just before: it is gone as well.
    if (isRefusal(ended) && ended.refused !== 'notFound') return refusedForm(event, ended, { typed: null, made: null });
    redirect(303, `${event.url.pathname}?gedaan=ingetrokken`);
  },
};

function organiserOf({ locals }: Pick<RequestEvent, 'locals'>): Visitor {
  const { visitor } = locals;
  if (!visitor?.organiser) error(404);
  return visitor;
}
