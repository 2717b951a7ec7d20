import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { answeringOf } from '#report/answering.ts';
import { isNoAnswer } from '#words/noAnswer.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail } from '@sveltejs/kit';
import { lead, whoLeads } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at } = await whoLeads(event);
  const { locals } = event;
  const answering = await locals.house.app.read(at.conversation, (situation, words) => answeringOf(situation, words, locals.language));
  return { ...at, ticket: freshId(), answering: answering ?? error(404) };
};

export const actions: Actions = {
  async do(event) {
    const form = await event.request.clone().formData();
    const [type, voice] = [textOf(form, 'type'), textOf(form, 'voice')].map(encodeURIComponent);
    return toldItIsNone(form, event.locals) ?? lead(event, `${event.url.pathname}?gedaan=${type}&bij=${voice}`);
  },
};

/** "We nemen het mee" is kept when somebody insists, after they were told once that it is no answer. */
function toldItIsNone(form: FormData, { language }: App.Locals) {
  const words = textOf(form, 'words');
  if (form.get('type') !== 'answerVoice' || form.has('sure') || !isNoAnswer(words)) return null;
  const sentence = m.voices_is_no_answer({}, { locale: language });
  return fail(400, { open: 'words', sentence, typed: { voice: textOf(form, 'voice'), words } });
}
