import type { InputUse } from '#conversation/format.ts';
import type { Imagination, Written } from '#conversation/input.ts';
import { type Refusal, type RefusalCode, refuse } from '#conversation/refusal.ts';
import type { Json, TextId, WordsOf } from '#conversation/words.ts';
import type { Context, Counts } from '../define.ts';
import { clip, overLength, read } from '../text.ts';
import { add, cast } from './count.ts';

/** An answer with, for some answers, words that go with it. */
export type AnswerBody<Answer extends string> = { readonly answer: Answer; readonly text: TextId | null };
export type AnswerView<Answer extends string> = { readonly answer: Answer; readonly text: string | null };

/** Which answers need words, and how it is refused when they are missing; the others may have them. */
export type Asks<Answer extends string> = { readonly [answer in Answer]: RefusalCode | null };

interface AnswerUse extends InputUse {
  readonly maxWords?: number;
  readonly secret?: boolean;
}

export function decideAnswer<Use extends AnswerUse, Answer extends string>(
  context: Context<Use>,
  act: { readonly answer: Answer; readonly text: string },
  asks: Asks<Answer>,
): Written | Refusal {
  const { use } = context;
  const text = act.text.trim();
  const missing = asks[act.answer];
  if (text === '' && missing && !use.secret) return refuse(missing);
  const refusal = overLength(text, use.maxWords ?? ANSWER_WORDS);
  if (refusal) return refusal;
  return cast(context, use.secret, { answer: act.answer, text: text === '' ? null : context.text(text) });
}

export function viewAnswer<Answer extends string>(body: AnswerBody<Answer>, words: WordsOf): AnswerView<Answer> {
  return { answer: body.answer, text: read(body.text, words) };
}

export function countAnswers<Answer extends string>(bodies: readonly AnswerBody<Answer>[], answers: readonly Answer[]): Counts {
  return add(
    bodies.map((body) => [body.answer, 1] as const),
    answers,
  );
}

export function imagineAnswer<Answer extends string>(
  use: AnswerUse,
  answers: readonly Answer[],
  asks: Asks<Answer>,
  { chance, sentence }: Imagination,
): Json | null {
  const answer = chance.pick(answers);
  if (answer === undefined) return null;
  return asks[answer] && !use.secret ? { answer, text: clip(sentence(), use.maxWords ?? ANSWER_WORDS) } : { answer };
}

const ANSWER_WORDS = 40;
