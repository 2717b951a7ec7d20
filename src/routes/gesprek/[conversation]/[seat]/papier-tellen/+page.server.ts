import type { RunId } from '#conversation/state.ts';
import { numberOf, numbersUnder, textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { countingSheet } from '#report/countingSheet.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail, redirect } from '@sveltejs/kit';
import { refusedForm } from '../../../../refusedForm.server.ts';
import { seatPath, take, whoseSeat } from '../../../at.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { at } = await whoseSeat({ locals, params });
  const table = url.searchParams.get('tafel');
  const sheet = await locals.house.app.read(at.conversation, (situation, words) => countingSheet(situation, at.seat, table, words));
  return { sheet: sheet ?? error(404), actionId: freshId() };
};

export const actions = {
  async count(event) {
    const form = await event.request.formData();
    const input = textOf(form, 'input');
    const given = numbersUnder(form, 'count');
    const people = numberOf(form, 'people');
    const table = numberOf(form, 'table');
    const typed = { input, people: textOf(form, 'people'), given };
    const locale = event.locals.language;
    const isWhole = Object.values(given).every((count) => Number.isInteger(count) && count >= 0);
    if (people === null || !Number.isInteger(people) || !isWhole) return fail(400, { ...typed, sentence: m.count_whole({}, { locale }) });
    const counts = Object.fromEntries(Object.entries(given).filter(([, count]) => count > 0));
    const named = textOf(form, 'leads') === 'yes' && table !== null ? { table } : {};
    const run = textOf(form, 'run') as RunId;
    const taken = await take(event, form.get('action'), { type: 'countPaper', run, input, people, counts, ...named });
    if (!taken.accepted) return refusedForm(event, taken, typed);
    redirect(303, `${seatPath(event.params)}/papier-tellen?tafel=${table ?? ''}`);
  },
} satisfies Actions;
