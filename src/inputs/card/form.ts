import { filledUnder, type ReadForm, textOf, textsOf } from '../form.ts';

/** Fields `text`, `field.<key>`, `link` (more than one) and `to`. */
export const readForm: ReadForm = (_use, form) => {
  const text = textOf(form, 'text');
  const fields = Object.fromEntries(filledUnder(form, 'field'));
  const to = textOf(form, 'to');
  if (text.trim() === '' && Object.keys(fields).length === 0) return null;
  return { text, fields, links: textsOf(form, 'link'), ...(to === '' ? {} : { to }) };
};
