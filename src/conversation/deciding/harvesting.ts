import type { Decision } from '../decision.ts';
import type { HarvestAction, Point, PointId, RoomHarvestAction } from '../harvest.ts';
import { mayHarvest, ownAnswer, pointIn, pointsAt } from '../points.ts';
import { refuse, type Refusal, type RefusalCode } from '../refusal.ts';
import type { SatAt } from '../satDuring.ts';
import type { EntryId } from '../state.ts';
import { happened, newText, type Context, type DecidersFor } from './context.ts';
import { asking } from './people.ts';

/** What a table makes of its cards. Everything can be undone by a new fact; no wording is lost by another. */
export const harvesting: DecidersFor<(HarvestAction | RoomHarvestAction)['type']> = {
  makePoint(context, { table, seating = context.state.seatings, cards: named, words }) {
    const cards = [...new Set(named)];
    const text = newText(context.chance, words);
    if (cards.length === 0) return refuse('needsCard', { minimum: 1 });
    const wrong = cards.some((card) => isOutOfReach(context, card, { table, seating }));
    if (wrong) return refuse('unknownCard');
    if (!text) return refuse('empty');
    const emptied = pointsAt(context.state, { table, seating }).some((each) => each.cards.every((card) => cards.includes(card)));
    if (emptied) return refuse('lastCard');
    const point = context.chance.id() as PointId;
    return happened([{ type: 'pointMade', point, table, seating, cards, text: text.id }], { texts: [text], answer: { point } });
  },

  rewordPoint: (context, { point, saw, words }) =>
    withPoint(context, point, ({ wordings }) => {
      const text = newText(context.chance, words);
      if (!text) return refuse('empty');
      if (wordings.length !== saw) return refuse('changedSince');
      return happened([{ type: 'pointReworded', point, text: text.id }], { texts: [text], answer: { point } });
    }),

  placeCard: (context, { point, entry }) =>
    withPoint(context, point, (known) => {
      if (isOutOfReach(context, entry, known)) return refuse('unknownCard');
      const from = pointsAt(context.state, known).find(({ id, cards }) => id !== point && cards.includes(entry));
      if (from?.cards.length === 1) return refuse('lastCard');
      return happened([{ type: 'cardPlaced', point, entry }], { answer: { point } });
    }),

  takeCard: (context, { point, entry }) =>
    withPoint(context, point, ({ cards }) => {
      if (!cards.includes(entry)) return refuse('unknownCard');
      if (cards.length === 1) return refuse('lastCard');
      return happened([{ type: 'cardTaken', point, entry }], { answer: { point } });
    }),

  /** A point that somebody sees differently is not dropped: that would drop what they said. */
  dropPoint: (context, { point }) =>
    withPoint(context, point, ({ answers, counted }) => {
      const otherwise = Object.values(answers).some(({ says }) => says === 'otherwise') || (counted?.otherwise ?? 0) > 0;
      return otherwise ? refuse('pointAnswered') : happened([{ type: 'pointDropped', point }], { answer: { point } });
    }),

  restorePoint: (context, { point }) =>
    withPoint(context, point, (known) => {
      const elsewhere = new Set(pointsAt(context.state, known).flatMap(({ cards }) => cards));
      if (known.cards.every((card) => elsewhere.has(card))) return refuse('lastCard');
      return happened([{ type: 'pointRestored', point }], { answer: { point } });
    }),

  answerPoint: (context, { point, says, note: words }) =>
    withPoint(context, point, (known) => {
      const seat = asking(context).id;
      const before = ownAnswer(known, context.situation.authors.entriesOf.get(seat) ?? []);
      const note = says === 'otherwise' ? newText(context.chance, words) : null;
      const answer = before?.id ?? (context.chance.id() as EntryId);
      return happened([{ type: 'pointAnswered', point, answer, says, note: note?.id ?? null, forTable: false }], {
        texts: note ? [note] : [],
        erased: before?.note ? [before.note] : [],
        authored: before ? [] : [{ entry: answer, seat }],
        answer: { point },
      });
    }),

  countPoint: (_, { point, otherwise }) => happened([{ type: 'pointCounted', point, otherwise }], { answer: { point } }),

  writeNote(context, { point, words }) {
    const note = newText(context.chance, words);
    if (!note) return refuse('empty');
    const answer = context.chance.id() as EntryId;
    return happened([{ type: 'pointAnswered', point, answer, says: 'otherwise', note: note.id, forTable: true }], {
      texts: [note],
      authored: [{ entry: answer, seat: asking(context).id }],
      answer: { point },
    });
  },

  withdrawNote: (context, { point, note: answer }) =>
    withPoint(context, point, ({ answers }) => {
      const note = answers[answer]?.note;
      return happened([{ type: 'noteWithdrawn', point, answer }], { erased: note ? [note] : [], answer: { point } });
    }),
  hideNote: (_, { point, note: answer, rule }) => happened([{ type: 'noteHidden', point, answer, rule }]),
  showNote: (_, { point, note: answer }) => happened([{ type: 'noteShown', point, answer }]),

  signTable({ state, circumstances: { now: at } }, { table, seating = state.seatings }) {
    if (pointsAt(state, { table, seating }).length === 0) return refuse('nothingToSign');
    return happened([{ type: 'tableSigned', table, seating, during: state.run?.ordinal ?? 0, at }]);
  },
  reopenTable: ({ state }, { table, seating = state.seatings }) => happened([{ type: 'tableReopened', table, seating }]),
  signRoom: ({ circumstances: { now: at } }) => happened([{ type: 'roomSigned', at }]),
  reopenRoom: () => happened([{ type: 'roomReopened' }]),
};

function withPoint({ state }: Context, id: PointId, decided: (point: Point) => Decision | Refusal): Decision | Refusal {
  const point = pointIn(state, id);
  return point ? decided(point) : refuse('unknownPoint' satisfies RefusalCode);
}

/** Of another table and not for the room, kept at its table, said behind a closed door, or no longer there. */
function isOutOfReach({ situation, state }: Context, card: EntryId, where: SatAt): boolean {
  const entry = state.entries.get(card);
  return !entry || !mayHarvest(situation, entry, where);
}
