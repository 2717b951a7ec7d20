import type { FacilitatorAction } from '#conversation/action.ts';
import { isBeside, type Beside } from '#conversation/languages.ts';
import type { TranslatedSlot } from '#conversation/translated.ts';
import { toTranslate } from '#doors/reads/translating.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { error, redirect } from '@sveltejs/kit';
import { takeAll, whoLeads, type LeadEvent } from '../../../../leading.server.ts';
import { refusedForm } from '../../../../../refusedForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { at, situation } = await whoLeads(event);
  const language = languageOf(event);
  const steps = await event.locals.house.app.read(at.conversation, (now, words) => toTranslate(now, words, language));
  if (!steps) error(404);
  const { wall } = situation.state.languages;
  return { ...at, language, steps, onWall: wall === language, saved: event.url.searchParams.get('bewaard'), ticket: freshId() };
};

export const actions = {
  /** What changed of one step. */
  async translate(event) {
    const { visitor, at } = await whoLeads(event);
    const language = languageOf(event);
    const form = await event.request.formData();
    const phase = textOf(form, 'phase');
    const steps = await event.locals.house.app.read(at.conversation, (now, words) => toTranslate(now, words, language));
    const texts = steps?.find((step) => step.phase === phase)?.texts ?? [];
    const changed = texts.flatMap(({ slot, own }) => translation(form, { phase, slot, own, language }));
    const refused = await takeAll(event, { visitor, at }, form.get('id'), changed);
    if (refused) return refusedForm(event, refused, { part: phase });
    redirect(303, `${event.url.pathname}?taal=${language}&bewaard=${encodeURIComponent(phase)}#${encodeURIComponent(phase)}`);
  },
} satisfies Actions;

interface Known {
  readonly phase: string;
  readonly slot: TranslatedSlot;
  readonly own: string;
  readonly language: Beside;
}

/** A field that did not come along is left as it is. */
function translation(form: FormData, { phase, slot, own, language }: Known): readonly FacilitatorAction[] {
  const words = form.has(`text.${slot}`) ? textOf(form, `text.${slot}`).trim() : own;
  return words === own ? [] : [{ type: 'adaptText', phase, slot, language, words }];
}

function languageOf({ url, params }: Pick<LeadEvent, 'url' | 'params'>): Beside {
  const tag = url.searchParams.get('taal');
  return isBeside(tag) ? tag : redirect(303, `/leiden/${params.conversation}/${params.seat}/voorbereiden#languages`);
}
