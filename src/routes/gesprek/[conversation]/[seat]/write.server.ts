import type { RunId, SeatId } from '#conversation/state.ts';
import { forms } from '#inputs/forms.ts';
import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { fail } from '@sveltejs/kit';
import { shown, take, whoseSeat, type FormEvent } from '../../at.server.ts';
import { refusedForm } from '../../../refusedForm.server.ts';
import { spokenIn } from './interpreting.ts';
import { useAt } from './useAt.server.ts';

/** What a form without script has written: for oneself, or for somebody without a phone. The page comes back at `path`. */
export async function write(event: FormEvent, path: string) {
  const form = await event.request.formData();
  const { language } = event.locals;
  const input = textOf(form, 'input');
  const run = textOf(form, 'run') as RunId;
  const forSeat = textOf(form, 'forSeat') as SeatId;
  const kept = form.get('kept') === 'yes';
  const { at } = await whoseSeat(event);
  const use = await useAt(event.locals.house.app, at.conversation, run, input);
  const act = use && forms[use.kind]?.(use, form);
  if (use && act === null) return fail(400, { sentence: m.input_nothing_yet({}, { locale: language }), input, act, kept });
  const action = { type: 'write', run, input, act: act ?? null, kept, ...spokenIn(form), ...(forSeat && { forSeat }) } as const;
  const taken = await take(event, form.get('action'), action);
  return taken.accepted ? shown(path, 'write') : refusedForm(event, taken, { input, act: act ?? null, kept });
}
