import type { Json } from '#conversation/words.ts';
import { filledUnder, numbersUnder, type ReadForm, textOf, textsOf, whenFilled } from '../form.ts';
import type { VoteUse } from './use.ts';

/** Fields `dots.<id>`, `rank.<n>`, `one`, `pick` (more than one), or `answer` and `text`. */
export const readForm: ReadForm = (use, form) => READERS[(use as VoteUse).way](use as VoteUse, form);

const READERS: { readonly [way in VoteUse['way']]: (use: VoteUse, form: FormData) => Json | null } = {
  dots: readDots,
  topN: readOrder,
  one: (_use, form) => whenFilled({ one: textOf(form, 'one') }, textOf(form, 'one')),
  picks: (_use, form) => whenFilled({ picks: textsOf(form, 'pick') }, textsOf(form, 'pick')),
  consent: readAnswer,
  forIfAgainst: readAnswer,
};

/** An option without dots is no part of the choice. */
function readDots(_use: VoteUse, form: FormData): Json | null {
  const dots = Object.fromEntries(Object.entries(numbersUnder(form, 'dots')).filter(([, count]) => count > 0));
  return whenFilled({ dots }, dots);
}

/** Best first; a rank left open closes up. */
function readOrder(_use: VoteUse, form: FormData): Json | null {
  const ranks = filledUnder(form, 'rank').map(([rank, id]) => [Number(rank), id] as const);
  const order = ranks.sort(([one], [other]) => one - other).map(([, id]) => id);
  return whenFilled({ order }, order);
}

/** A secret ballot has no words, also when a form has them. */
function readAnswer(use: VoteUse, form: FormData): Json | null {
  const answer = textOf(form, 'answer');
  const secret = 'secret' in use && use.secret;
  return whenFilled(secret ? { answer } : { answer, text: textOf(form, 'text') }, answer);
}
