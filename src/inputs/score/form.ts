import { numbersUnder, type ReadForm, textOf, whenFilled } from '../form.ts';

/** Fields `scale.<id>` and `reason`. */
export const readForm: ReadForm = (_use, form) => {
  const values = numbersUnder(form, 'scale');
  return whenFilled({ values, reason: textOf(form, 'reason') }, values);
};
