import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { answeringOf } from '#report/answering.ts';
import { isNoAnswer } from '#words/noAnswer.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail } from '@sveltejs/kit';
import { lead, whoLeads, type LeadEvent } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at } = await whoLeads(event);
  const { locals } = event;
  const answering = await locals.house.app.read(at.conversation, (situation, words) => answeringOf(situation, words, locals.language));
  return { ...at, ticket: freshId(), answering: answering ?? error(404) };
};

export const actions: Actions = {
  do: async (event) => (await toldItIsNone(event)) ?? lead(event),
};

/** "We nemen het mee" is kept when somebody insists, after they were told once that it is no answer. */
async function toldItIsNone({ request, locals }: LeadEvent) {
  const form = await request.clone().formData();
  const words = textOf(form, 'words');
  if (form.get('type') !== 'answerVoice' || form.has('sure') || !isNoAnswer(words)) return null;
  const sentence = m.voices_is_no_answer({}, { locale: locals.language });
  return fail(400, { open: 'words', sentence, typed: { voice: textOf(form, 'voice'), words } });
}
