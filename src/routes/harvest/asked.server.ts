import type { Place, Visitor } from '#app/house.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../refusedForm.server.ts';
import { shownTable, type Filled } from './attempt.ts';
import type { Done } from './done.ts';

/** The forms of a harvest, at a table and at a desk alike. What was refused comes back as it was typed. */

type HarvestEvent = Pick<RequestEvent, 'locals' | 'request' | 'setHeaders' | 'url'>;
interface Asker {
  readonly visitor: Visitor;
  readonly at: Place;
}

/** One thing with a point or a table. */
export async function doInHarvest(event: HarvestEvent, asker: Asker) {
  const form = await event.request.formData();
  const attempt = attemptOf(form);
  if (attempt.type === 'countPoint' && !/^\d{1,4}$/.test(textOf(form, 'otherwise').trim()))
    return fail(400, { attempt, sentence: m.harvest_count_number({}, { locale: event.locals.language }) });
  if (attempt.type === 'answerPoint' && attempt.says === '') return refusedForm(event, refuse('needsText'), { attempt });
  if (!HARVEST.has(attempt.type)) return refusedForm(event, refuse('wrongShape'), { attempt });
  const taken = await event.locals.house.desk.take(asker.visitor, asker.at, form.get('action'), actionIn(form));
  return taken.accepted ? back(event, attempt) : refusedForm(event, taken, { attempt });
}

/** The cards that were ticked, to a new point in words of the table, or to one that is there. */
export async function gather(event: HarvestEvent, asker: Asker) {
  const form = await event.request.formData();
  const toPoint = form.get('to') === 'point';
  const attempt = { ...attemptOf(form), type: toPoint ? 'placeCard' : 'makePoint' };
  const { point } = attempt;
  const of = { table: numberIn(form, 'table'), ...(form.has('seating') && { seating: numberIn(form, 'seating') }) };
  const actions: readonly Json[] = toPoint
    ? attempt.cards.map((entry) => ({ type: 'placeCard', point, entry }))
    : [{ type: 'makePoint', ...of, cards: attempt.cards, words: attempt.words }];
  if (toPoint && point === '') return refusedForm(event, refuse('unknownPoint'), { attempt });
  if (actions.length === 0) return refusedForm(event, refuse('needsCard', { minimum: 1 }), { attempt });
  const made = await takeEach(event, asker, form.get('action'), actions);
  if (typeof made !== 'string') return refusedForm(event, made, { attempt });
  return back(event, { type: attempt.type, point: made || point });
}

/** Gives the point that was made; empty when none was. */
async function takeEach(
  { locals }: HarvestEvent,
  { visitor, at }: Asker,
  id: unknown,
  actions: readonly Json[],
): Promise<Refusal | string> {
  let made = '';
  for (const [index, action] of actions.entries()) {
    // One form counts once at the desk.
    const way = index === 0 ? locals.house.desk : locals.house.app;
    const taken = await way.take(visitor, at, `${String(id).slice(0, 56)}-${index}`, action);
    if (!taken.accepted) return taken;
    made = taken.answer.point ?? made;
  }
  return made;
}

/** The page again, telling what was done. No fragment: where one leads somewhere, browsers focus nothing. */
function back({ url }: HarvestEvent, { type, point }: Done): never {
  const at = /^[0-9a-z]{20}$/.test(point) ? [`punt=${point}`] : [];
  redirect(303, `${url.pathname}?${[...shownTable(url), `gedaan=${type}`, ...at].join('&')}`);
}

function attemptOf(form: FormData): Filled {
  return {
    type: textOf(form, 'type'),
    point: textOf(form, 'point'),
    words: textOf(form, 'words') || textOf(form, 'note'),
    says: textOf(form, 'says'),
    otherwise: textOf(form, 'otherwise'),
    forSeat: textOf(form, 'forSeat'),
    cards: form.getAll('cards').filter((card): card is string => typeof card === 'string'),
  };
}

/** The fields of a small form as an action; an empty choice of somebody means oneself. */
function actionIn(form: FormData): Json {
  const fields = [...form].filter(
    ([name, value]) => name !== 'action' && typeof value === 'string' && !(name === 'forSeat' && value === ''),
  );
  return Object.fromEntries(fields.map(([name]) => [name, NUMBERS.has(name) ? numberIn(form, name) : textOf(form, name)]));
}

function numberIn(form: FormData, name: string): number {
  return Number(textOf(form, name));
}

const NUMBERS: ReadonlySet<string> = new Set(['table', 'seating', 'saw', 'otherwise']);
const HARVEST: ReadonlySet<string> = new Set([
  'rewordPoint',
  'takeCard',
  'placeCard',
  'dropPoint',
  'restorePoint',
  'answerPoint',
  'countPoint',
  'writeNote',
  'withdrawNote',
  'signTable',
  'reopenTable',
  'signRoom',
  'reopenRoom',
]);
