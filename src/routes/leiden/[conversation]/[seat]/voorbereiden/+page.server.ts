import type { FacilitatorAction, TextSlot } from '#conversation/action.ts';
import { isBeside } from '#conversation/languages.ts';
import { SCOPE_PARTS } from '#conversation/scope.ts';
import { NEEDS } from '#conversation/told.ts';
import type { Language } from '#conversation/words.ts';
import { preparedOf } from '#doors/reads/prepared.ts';
import { textOf, textsOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { minuteOf } from '#words/time.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { takeAll, whoLeads, type LeadEvent } from '../../../leading.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { afterOthers, asWords, changedIn, typedScope } from './typedScope.ts';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async (event) => {
  const { at } = await whoLeads(event);
  const prepared = await event.locals.house.app.read(at.conversation, preparedOf);
  if (!prepared) error(404);
  const saved = event.url.searchParams.get('bewaard');
  return { ...at, prepared, saved, ticket: freshId() };
};

export const actions: Actions = {
  scope: (event) =>
    save(event, 'scope', (form) => {
      const { scope } = typedScope(form);
      const { title, about, decides, hearBack } = scope;
      return [{ type: 'setScope', ...asWords(scope), title, about, decides, hearBack }];
    }),
  changeScope: (event) => changeScope(event),
  settings: (event) =>
    save(event, 'settings', (form) => fieldsUnder(form, 'setting.').map(([setting, option]) => ({ type: 'choose', setting, option }))),
  async tables(event) {
    const form = await event.request.clone().formData();
    if (!/^[1-9]\d{0,3}$/.test(textOf(form, 'count').trim()))
      return fail(400, { part: 'tables', sentence: m.prepare_tables_wrong({}, { locale: event.locals.language }) });
    return save(event, 'tables', (filled) => [{ type: 'setTables', count: Number(textOf(filled, 'count')) }]);
  },
  languages: (event) =>
    save(event, 'languages', (form) => {
      const beside = textsOf(form, 'beside').filter(isBeside);
      const wall = beside.find((tag) => tag === textOf(form, 'wall')) ?? null;
      return [{ type: 'chooseLanguages', beside, wall }];
    }),
  offer: (event) =>
    save(event, 'offer', (form) => {
      const needs: readonly string[] = textsOf(form, 'need');
      return [{ type: 'offer', needs: NEEDS.filter((need) => needs.includes(need)), photos: form.get('photos') === 'yes' }];
    }),
  minutes: (event) =>
    saveTimes(event, 'minutes', (form) =>
      fieldsUnder(form, 'phase.')
        .filter(([phase, minutes]) => minutes !== textOf(form, `was.${phase}`))
        .map(([phase, minutes]) => ({ type: 'setMinutes', phase, minutes: Number(minutes) })),
    ),
  promises: (event) => saveTimes(event, 'promises', () => []),
  texts: (event) =>
    save(event, `texts-${event.url.searchParams.get('phase') ?? ''}`, (form) =>
      fieldsUnder(form, 'text.').map(([slot, words]) => adapted(textOf(form, 'phase'), slot, words)),
    ),

  async open(event) {
    const { visitor, at } = await whoLeads(event);
    const form = await event.request.formData();
    const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), { type: 'open' });
    return taken.accepted ? redirect(303, consolePath(event)) : refusedForm(event, taken, {});
  },
};

type Ask = (form: FormData) => readonly FacilitatorAction[];

/** A form with times of the day, beside what `more` asks. */
async function saveTimes(event: LeadEvent, part: string, more: Ask) {
  const form = await event.request.clone().formData();
  if (promisedIn(form).some(([, typed]) => typed !== '' && minuteOf(typed) === null))
    return fail(400, { part, sentence: m.prepare_promise_wrong({}, { locale: event.locals.language }) });
  return save(event, part, (filled) => [
    ...more(filled),
    ...promisedIn(filled).map(([phase, typed]) => ({ type: 'promise', phase, at: minuteOf(typed) }) as const),
  ]);
}

/** Saves what changed in one form, and shows the page again at that form. */
async function save(event: LeadEvent, part: string, actionsIn: Ask) {
  const { visitor, at } = await whoLeads(event);
  const form = await event.request.formData();
  const prepared = await event.locals.house.app.read(at.conversation, preparedOf);
  const changed = actionsIn(form).filter((action) => !prepared || isNews(action, prepared));
  const refused = await takeAll(event, { visitor, at }, form.get('id'), changed);
  const typed = part === 'scope' ? typedScope(form) : null;
  return refused ? refusedForm(event, refused, { part, typed }) : redirect(303, savedPath(event, part));
}

/** After the opening: only what is not what stood there, with why. What was typed comes back when it is refused. */
async function changeScope(event: LeadEvent) {
  const { visitor, at } = await whoLeads(event);
  const form = await event.request.formData();
  const prepared = await event.locals.house.app.read(at.conversation, preparedOf);
  if (!prepared) error(404);
  const typed = typedScope(form);
  const to = changedIn(typed.scope, prepared.scope);
  const saw = Number(textOf(form, 'saw'));
  const refused = await takeAll(event, { visitor, at }, form.get('id'), [{ type: 'changeScope', to, reason: typed.reason, saw }]);
  if (refused?.refused === 'changedSince') {
    const kept = afterOthers(typed, prepared.scope, prepared.told.changes.slice(saw));
    return refusedForm(event, refused, { part: 'scope', typed: kept, stale: true });
  }
  return refused ? refusedForm(event, refused, { part: 'scope', typed }) : redirect(303, savedPath(event, 'scope'));
}

/** What stands there already is not said again. */
function isNews(action: FacilitatorAction, { scope, settings, steps, tables }: ReturnType<typeof preparedOf>): boolean {
  if (action.type === 'setScope') return SCOPE_PARTS.some((part) => scope[part] !== (action[part] ?? ''));
  if (action.type === 'choose') return settings.some(({ id, chosen }) => id === action.setting && chosen !== action.option);
  if (action.type === 'setTables') return tables !== action.count;
  if (action.type === 'promise') return steps.some(({ phase, promised }) => phase === action.phase && promised !== action.at);
  if (action.type === 'setMinutes') return steps.some(({ phase, minutes }) => phase === action.phase && minutes !== action.minutes);
  if (action.type !== 'adaptText') return true;
  const texts = steps.find(({ phase }) => phase === action.phase)?.texts ?? [];
  return texts.some(({ slot, language, own }) => slot === action.slot && language === action.language && own !== action.words);
}

function adapted(phase: string, key: string, words: string): FacilitatorAction {
  const [slot = '', language = ''] = key.split('.');
  return { type: 'adaptText', phase, slot: slot as TextSlot, language: language as Language, words: words.trim() };
}

/** By step what was typed; an empty time takes a promise back. */
function promisedIn(form: FormData): readonly (readonly [phase: string, typed: string])[] {
  const other = textOf(form, 'step');
  return [...fieldsUnder(form, 'at.'), ...(other && textOf(form, 'at') ? [[other, textOf(form, 'at')] as const] : [])];
}

function fieldsUnder(form: FormData, prefix: string): readonly (readonly [name: string, value: string])[] {
  return [...form.keys()].flatMap((name) => (name.startsWith(prefix) ? [[name.slice(prefix.length), textOf(form, name)] as const] : []));
}

function savedPath(event: LeadEvent, part: string): string {
  return `${consolePath(event)}/voorbereiden?bewaard=${part}#${part}`;
}

function consolePath({ params }: LeadEvent): string {
  return `/leiden/${params.conversation}/${params.seat}`;
}
