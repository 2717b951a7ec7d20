import type { Place, Visitor } from '#app/house.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../refusedForm.server.ts';
import { shownTable, type Attempt } from './attempt.ts';

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
  return taken.accepted ? back(event, attempt.point) : refusedForm(event, taken, { attempt });
}

/** The cards that were ticked, to a new point in words of the table, or to one that is there. */
export async function gather(event: HarvestEvent, asker: Asker) {
  const form = await event.request.formData();
  const attempt = attemptOf(form);
  const point = textOf(form, 'point');
  const of = { table: numberIn(form, 'table'), ...(form.has('seating') && { seating: numberIn(form, 'seating') }) };
  const actions: readonly Json[] =
    form.get('to') === 'point'
      ? attempt.cards.map((entry) => ({ type: 'placeCard', point, entry }))
      : [{ type: 'makePoint', ...of, cards: attempt.cards, words: attempt.words }];
  if (form.get('to') === 'point' && point === '') return refusedForm(event, refuse('unknownPoint'), { attempt });
  const refused = actions.length === 0 ? refuse('needsCard', { minimum: 1 }) : await takeEach(event, asker, form.get('action'), actions);
  return refused ? refusedForm(event, refused, { attempt }) : back(event, point);
}

async function takeEach({ locals }: HarvestEvent, { visitor, at }: Asker, id: unknown, actions: readonly Json[]): Promise<Refusal | null> {
  for (const [index, action] of actions.entries()) {
    // One form counts once at the desk.
    const way = index === 0 ? locals.house.desk : locals.house.app;
    const taken = await way.take(visitor, at, `${String(id).slice(0, 56)}-${index}`, action);
    if (!taken.accepted) return taken;
  }
  return null;
}

function back({ url }: HarvestEvent, point: string): never {
  const table = shownTable(url).join('&');
  redirect(303, `${url.pathname}${table && `?${table}`}${/^[0-9a-z]{20}$/.test(point) ? `#punt-${point}` : ''}`);
}

function attemptOf(form: FormData): Attempt {
  return {
    type: textOf(form, 'type'),
    point: textOf(form, 'point'),
    words: textOf(form, 'words') || textOf(form, 'note'),
    says: textOf(form, 'says'),
    otherwise: textOf(form, 'otherwise'),
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
