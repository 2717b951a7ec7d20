import type { Prompt } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import type { Evening } from './evening.ts';

export interface Course {
  readonly course: Words;
  /** What everybody is asked at it, in its first words: a menu is short. */
  readonly questions: readonly Words[];
}

/** The courses of a dinner in order, each with the questions of its steps; none for an evening without a meal. */
export function coursesOf({ steps }: Evening): readonly Course[] {
  const courses: { course: Words; questions: Words[] }[] = [];
  for (const { phase, repeat } of steps) {
    if (!phase.course || repeat > 1 || phase.kind === 'break') continue;
    const questions = phase.prompts.filter(isForAll).map(({ text }) => text);
    const last = courses.at(-1);
    if (last?.course.nl === phase.course.nl) last.questions.push(...questions);
    else courses.push({ course: phase.course, questions });
  }
  return courses;
}

function isForAll({ forRole, depth = 1 }: Prompt): boolean {
  return forRole === undefined && depth === 1;
}
