import { type ReadForm, textOf, whenFilled } from '../form.ts';

/** Fields `yes` (`yes` or `no`) and `card`. */
export const readForm: ReadForm = (_use, form) => {
  const answer = textOf(form, 'yes');
  const card = textOf(form, 'card');
  return whenFilled({ yes: answer === 'yes', ...(card === '' ? {} : { card }) }, ANSWERS.includes(answer) ? answer : null);
};

const ANSWERS = ['yes', 'no'];
