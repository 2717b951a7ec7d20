import type { HarvestEvent, Point, PointAnswer, PointId } from '../harvest.ts';
import { pointIn, pointsAt, tableKey, withPoint } from '../points.ts';
import { changed } from '../publishing.ts';
import type { EntryId, State } from '../state.ts';
import type { VoiceEvent } from '../voice.ts';

type Of<Type extends (HarvestEvent | VoiceEvent)['type']> = Extract<HarvestEvent | VoiceEvent, { type: Type }>;

/** What each of these facts changes in a harvest. What others will read is looked through again when it changes. */
export const harvestSteps: { readonly [Type in HarvestEvent['type']]: (state: State, event: Of<Type>) => State } = {
  pointMade: (state, { point: id, table, seating, cards, text }) =>
    put(takenFromOthers(state, { table, seating, cards, id }), {
      id,
      table,
      seating,
      cards,
      wordings: [text],
      dropped: false,
      answers: {},
      counted: null,
    }),
  pointReworded: (state, { point, text }) => change(state, point, (known) => ({ ...known, wordings: [...known.wordings, text] })),
  cardPlaced: (state, { point, entry }) => {
    const known = pointIn(state, point);
    if (!known) return state;
    const others = takenFromOthers(state, { ...known, cards: [entry] });
    return change(others, point, ({ cards, ...rest }) => ({ ...rest, cards: [...cards.filter((card) => card !== entry), entry] }));
  },
  cardTaken: (state, { point, entry }) => change(state, point, (known) => without(known, [entry])),
  pointDropped: (state, { point }) => change(state, point, (known) => ({ ...known, dropped: true })),
  /** Cards that lie at another point by now stay there. */
  pointRestored: (state, { point }) => {
    const known = pointIn(state, point);
    const elsewhere = known ? pointsAt(state, known).flatMap(({ cards }) => cards) : [];
    return change(state, point, (before) => ({ ...without(before, elsewhere), dropped: false }));
  },
  pointAnswered: (state, { point, answer, says, note, forTable }) =>
    change(state, point, (known) => ({
      ...known,
      answers: {
        ...known.answers,
        [answer]: { says, note, wording: known.wordings.length - 1, forTable, withdrawn: false, hiddenBy: null },
      },
    })),
  pointCounted: (state, { point, otherwise }) =>
    change(state, point, (known) => ({ ...known, counted: { otherwise, wording: known.wordings.length - 1 } })),
  noteWithdrawn: (state, { point, answer }) => changeAnswer(state, point, answer, { note: null, withdrawn: true }),
  noteHidden: (state, { point, answer, rule }) => changed(changeAnswer(state, point, answer, { hiddenBy: rule }), 'points'),
  noteShown: (state, { point, answer }) => changed(changeAnswer(state, point, answer, { hiddenBy: null }), 'points'),

  tableSigned: (state, { table, seating, during, at }) => {
    const signed = { ...state.harvest.signed, [tableKey({ table, seating })]: { during, at } };
    return changed({ ...state, harvest: { ...state.harvest, signed } }, 'points');
  },
  tableReopened: (state, where) => {
    const { [tableKey(where)]: _, ...signed } = state.harvest.signed;
    return changed({ ...state, harvest: { ...state.harvest, signed } }, 'points');
  },
  roomSigned: (state, { at }) => ({ ...state, harvest: { ...state.harvest, roomSignedAt: at } }),
  roomReopened: (state) => ({ ...state, harvest: { ...state.harvest, roomSignedAt: null } }),
};

export const voiceSteps: { readonly [Type in VoiceEvent['type']]: (state: State, event: Of<Type>) => State } = {
  voiceMarked: (state, { entry }) => answering(state, { marked: [...state.answering.marked, entry] }),
  voiceUnmarked: (state, { entry }) => answering(state, { marked: state.answering.marked.filter((id) => id !== entry) }),
  voiceAnswered: (state, { voice, kind, text, at }) =>
    answering(state, {
      replies: { ...state.answering.replies, [voice]: [...(state.answering.replies[voice] ?? []), { kind, text, at }] },
    }),
  reportFinished: (state, { at }) => answering(state, { finishedAt: at }),
  reportReopened: (state, { because }) => answering(state, { finishedAt: null, reopened: [...state.answering.reopened, because] }),
};

function answering(state: State, more: Partial<State['answering']>): State {
  return { ...state, answering: { ...state.answering, ...more } };
}

function put(state: State, point: Point): State {
  return { ...state, harvest: withPoint(state.harvest, point) };
}

function change(state: State, id: PointId, changes: (point: Point) => Point): State {
  const point = pointIn(state, id);
  return point ? put(state, changes(point)) : state;
}

function changeAnswer(state: State, point: PointId, answer: EntryId, more: Partial<PointAnswer>): State {
  return change(state, point, (known) => {
    const before = known.answers[answer];
    return before ? { ...known, answers: { ...known.answers, [answer]: { ...before, ...more } } } : known;
  });
}

/** At one table a card lies at one point. */
function takenFromOthers(state: State, { id, cards, ...where }: Pick<Point, 'id' | 'cards' | 'table' | 'seating'>): State {
  const others = pointsAt(state, where).filter((point) => point.id !== id && point.cards.some((card) => cards.includes(card)));
  return others.reduce((known, point) => put(known, without(point, cards)), state);
}

function without(point: Point, cards: readonly EntryId[]): Point {
  return { ...point, cards: point.cards.filter((card) => !cards.includes(card)) };
}
