import { allowed } from '#conversation/allowed.ts';
import type { Place } from '#conversation/format.ts';
import { readingOf } from '#doors/reads/step.ts';
import { freshId } from '#phone/id.ts';
import { error } from '@sveltejs/kit';
import { lead, whoLeads } from '../../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  const place = event.params.place as Place;
  const { app } = event.locals.house;
  const reading = await app.read(at.conversation, (situation, words) => readingOf(situation, place, words));
  if (!reading) error(404);
  const may = allowed(situation, { kind: 'seat', seat: at.seat }, { type: 'release', place }, app.now());
  return { ...at, ticket: freshId(), reading, mayRelease: may === null && !reading.unfinished };
};

export const actions: Actions = { do: lead };
