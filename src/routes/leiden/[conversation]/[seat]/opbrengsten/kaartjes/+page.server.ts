import { cardsByStep } from '#report/offers.ts';
import { error } from '@sveltejs/kit';
import { whoLeads } from '../../../../leading.server.ts';
import { outcomeAt } from '../listed.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** To choose what something grows from: a new one of a kind, or one that is there already. */
export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  const { url, locals } = event;
  const outcome = outcomeAt(situation, url.searchParams.get('opbrengst') ?? '');
  const kind = situation.kinds[outcome?.kind ?? url.searchParams.get('soort') ?? ''];
  if (!kind || situation.state.status === 'preparing') error(404);
  const steps = await locals.house.app.read(at.conversation, (now, words) => cardsByStep(now, words, locals.language, kind.kind));
  return { ...at, kind, outcome: outcome?.id ?? null, has: outcome?.cards ?? [], steps: steps ?? [] };
};
