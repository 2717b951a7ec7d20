import type { Place, Visitor } from '#app/house.ts';
import type { FacilitatorAction } from '#conversation/action.ts';
import type { Situation } from '#conversation/input.ts';
import { roleOf } from '#conversation/lookup.ts';
import type { Refusal, RefusalCode } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import { m } from '#words/compiled/messages.js';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { whoseSeat } from '../gesprek/at.server.ts';
import { refusedForm } from '../refusedForm.server.ts';

/** A page of a seat that leads. */
export type LeadEvent = RequestEvent<{ conversation: string; seat: string }>;
type Led = Pick<LeadEvent, 'locals' | 'params'>;

export interface Leading {
  readonly visitor: Visitor;
  readonly at: Place;
  readonly situation: Situation;
}

/** Whoever does not lead from this seat finds nothing here. */
export async function whoLeads(event: Led): Promise<Leading> {
  const { visitor, at } = await whoseSeat(event);
  const situation = await event.locals.house.app.situationOf(at.conversation);
  const seat = situation?.state.seats.get(at.seat);
  if (!situation || !seat || roleOf(situation.state, seat)?.task !== 'facilitate') error(404);
  return { visitor, at, situation };
}

/** What was refused, as the page shows it: whether a field was left open, and whether the page shows what is no longer so. */
export type NotDone = ActionFailure<{ sentence: string; open?: string; stale?: boolean }>;

/** Takes the one action that a form carries, and shows the page again; `back` tells it what was done, where there is no script. */
export async function lead(event: LeadEvent, back = event.url.pathname): Promise<NotDone> {
  const { visitor, at } = await whoLeads(event);
  const form = await event.request.formData();
  if ((form.get('type') === 'hide' || form.get('type') === 'hideNote') && !form.get('rule'))
    return fail(400, { open: 'rule', sentence: m.release_hide_choose({}, { locale: event.locals.language }) });
  const taken = await event.locals.house.desk.take(visitor, at, form.get('id'), actionIn(form));
  return taken.accepted ? redirect(303, back) : refusedForm(event, taken, { stale: STALE.has(taken.refused) });
}

const STALE: ReadonlySet<RefusalCode> = new Set([
  'changedSince',
  'alreadyChecked',
  'unknownCard',
  'withdrawn',
  'alreadyReleased',
  'nothingToRelease',
]);

/** Several small actions of one form, in order; those before a refusal stay done. One form counts once at the desk. */
export async function takeAll(
  { locals }: Pick<LeadEvent, 'locals'>,
  { visitor, at }: LeadingAt,
  id: unknown,
  actions: readonly FacilitatorAction[],
): Promise<Refusal | null> {
  for (const [index, action] of actions.entries()) {
    const way = index === 0 ? locals.house.desk : locals.house.app;
    const taken = await way.take(visitor, at, `${String(id).slice(0, 56)}-${index}`, action);
    if (!taken.accepted) return taken;
  }
  return null;
}

export type LeadingAt = Pick<Leading, 'visitor' | 'at'>;

/** What a small form asks for, as an action: fields that are not words become what they stand for. */
function actionIn(form: FormData): Json {
  const fields = [...form].flatMap(([name, value]) =>
    ABOUT_ASKING.has(name) || typeof value !== 'string' || (name === 'ticket' && value.trim() === '')
      ? []
      : [[name, readField(name, value, form)] as const],
  );
  return Object.fromEntries(fields);
}

/** How it is asked, not what. */
const ABOUT_ASKING: ReadonlySet<string> = new Set(['id', 'sure']);

function readField(name: string, value: string, form: FormData): Json {
  if (NUMBERS.has(name)) return Number(value);
  if (name === 'seats') return form.getAll('seats').flatMap((each) => (typeof each === 'string' && each !== '' ? [each] : []));
  if (name === 'perspectives') return value === '' ? [] : [value];
  if (name === 'cleared' || name === 'shut') return value === 'true';
  return (name === 'from' || name === 'whom') && value === '' ? null : value;
}

const NUMBERS: ReadonlySet<string> = new Set(['minutes', 'changes', 'count', 'table', 'into', 'tables', 'ticket', 'heads', 'saw']);
