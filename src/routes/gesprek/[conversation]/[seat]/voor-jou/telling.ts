import type { ParticipantAction } from '#conversation/action.ts';
import { NEEDS } from '#conversation/told.ts';
import { textOf, textsOf } from '#inputs/form.ts';

/** What the forms about oneself say, also when somebody fills them in for who has no phone. */
type Tell = Extract<ParticipantAction, { type: 'tell' }>;

export function needsIn(form: FormData): Tell {
  const needs: readonly string[] = textsOf(form, 'need');
  return { type: 'tell', needs: NEEDS.filter((need) => needs.includes(need)) };
}

export function photoIn(form: FormData): Tell {
  const said = textOf(form, 'photo');
  return { type: 'tell', photo: said === '' ? null : said === 'yes' };
}

export function youngIn(form: FormData): Tell {
  return { type: 'tell', young: form.get('young') === 'true' };
}
