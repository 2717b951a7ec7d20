import type { InputUse } from '../format.ts';
import { headsAt } from '../heads.ts';
import type { Situation } from '../input.ts';
import { inputIn, roleOf, standsAmong, stepAt, tableOf } from '../lookup.ts';
import { paperCount } from '../paper.ts';
import { refuse } from '../refusal.ts';
import type { Entry } from '../state.ts';
import { isForTheRoom } from '../visible.ts';
import { happened, type DecidersFor } from './context.ts';
import { asking } from './people.ts';

/** Dots on paper: each of two people lays a count in the box, and the house notes how far that is. */
export const countingPaper: DecidersFor<'countPaper' | 'notePaper'> = {
  countPaper(context, { run, input, table: named, people, counts }) {
    const { state, situation } = context;
    const table = named ?? asking(context).table;
    const phase = state.run ? stepAt(state, state.run.place)?.phase : undefined;
    const use = phase && inputIn(phase, input);
    const onPaper = use && situation.inputs[use.kind]?.onPaper?.(use);
    if (!tableOf(state, table)) return refuse('unknownTable');
    if (!use || !onPaper) return refuse('notInThisStep');
    const { said, people: seated } = headsAt(state, table);
    const most = Math.max(said ?? 0, seated);
    if (people < 1) return refuse('empty');
    if (people > most) return refuse('morePaperThanPeople', { maximum: most });
    const given = Object.values(counts);
    const total = given.reduce((sum, count) => sum + count, 0);
    const tooMany = total > people * onPaper.perPerson || given.some((count) => count > people * onPaper.perOption);
    if (tooMany) return refuse('moreThanPaperHolds', { maximum: people * onPaper.perPerson });
    const known = onPaper.options?.map(({ id }) => id) ?? cardsFor(situation, use);
    if (!Object.keys(counts).every((option) => known.includes(option))) return refuse('unknownChoice');
    const leads = roleOf(state, asking(context))?.task === 'facilitate';
    return happened([], { ballot: { run, input, choice: paperCount(table, people, counts, leads) } });
  },

  notePaper: (_, { input, table, standing }) => happened([{ type: 'paperCounted', input, table, standing }]),
};

/** The cards that a room can put its dots on. */
export function cardsFor({ state, inputs }: Situation, use: InputUse): readonly string[] {
  const keys = inputs[use.kind]?.refersTo?.(use) ?? [];
  const isAsked = (entry: Entry) => standsAmong(state, entry).some((key) => keys.includes(key));
  return [...state.entries.values()].filter((entry) => isAsked(entry) && isForTheRoom(state, entry)).map(({ id }) => id);
}
