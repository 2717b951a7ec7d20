import type { ParticipantAction } from '#conversation/action.ts';
import { refusedForm } from '../../../refusedForm.server.ts';
import { shown, take, type FormEvent } from '../../at.server.ts';

/** What a small form asks for, when there is no script. The page comes back at `path`. */
export async function simply(event: FormEvent, path: string, actionIn: (form: FormData) => ParticipantAction) {
  const form = await event.request.formData();
  const action = actionIn(form);
  const taken = await take(event, form.get('action'), action);
  return taken.accepted ? shown(path, action.type) : refusedForm(event, taken, {});
}
