import type { OutcomeWords } from '../action.ts';
import { dayOf, isDay } from '../day.ts';
import { beginsOn, isWaiting, needsReason, outcomeIn, standingNow, type Outcome, type OutcomeId, type OutcomeKind } from '../outcome.ts';
import { signedPoints } from '../points.ts';
import { isForReport } from '../publishing.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { EntryId, State } from '../state.ts';
import type { NewText, TextId } from '../words.ts';
import { happened, newText, type Context, type DecidersFor } from './context.ts';
import { fieldsOf, untilAdopted } from './outcomeFields.ts';

/** What lives on after a conversation: it is made, it stands somehow, it changes with a reason, and people tell what they notice of it. */
export const outcomes: DecidersFor<
  | 'makeOutcome'
  | 'changeOutcome'
  | 'setStatus'
  | 'seatOwner'
  | 'talkOver'
  | 'dropOutcome'
  | 'restoreOutcome'
  | 'tellEffect'
  | 'tellTurn'
  | 'tellTurnBack'
> = {
  makeOutcome(context, { kind: name, due, point, ...words }) {
    const kind = context.situation.kinds[name];
    if (!kind) return refuse('wrongShape');
    const reason = due === null ? refuse('needsDay') : reasonAgainstDay(context, due);
    if (reason) return reason;
    if (point && !signedPoints(context.state).some(({ id }) => id === point)) return refuse('unknownPoint');
    const made = madeOf(context, kind, words, null);
    if ('refused' in made) return made;
    const outcome = context.chance.id() as OutcomeId;
    const at = context.circumstances.now;
    const event = { type: 'outcomeMade' as const, outcome, kind: name, due, at, ...(point && { point }), ...made.of };
    return happened([event], { texts: made.texts, answer: { outcome } });
  },

  changeOutcome(context, { outcome: id, because, ...words }) {
    const outcome = outcomeIn(context.state, id);
    const kind = outcome && context.situation.kinds[outcome.kind];
    if (!outcome || !kind) return refuse('unknownOutcome');
    const reason = newText(context.chance, because);
    if (!reason) return refuse('needsReason');
    const made = madeOf(context, kind, words, outcome);
    if ('refused' in made) return made;
    const event = { type: 'outcomeChanged' as const, outcome: id, because: reason.id, at: context.circumstances.now, ...made.of };
    return happened([event], { texts: [reason, ...made.texts], answer: { outcome: id } });
  },

  setStatus(context, { outcome: id, status, because, due }) {
    const outcome = outcomeIn(context.state, id);
    const kind = outcome && context.situation.kinds[outcome.kind];
    if (!outcome || !kind) return refuse('unknownOutcome');
    if (kind.statuses && !kind.statuses.includes(status)) return refuse('unknownChoice');
    const reason = newText(context.chance, because);
    if (needsReason(status) && !reason) return refuse('needsReason');
    if (isWaiting(status) && due === null) return refuse('needsDay');
    if (status === 'succeeded' && beginsOn(outcome, kind, dayOf(context.circumstances.now)) !== null) return refuse('notYetSo');
    const wrongDay = due === null ? null : reasonAgainstDay(context, due);
    if (wrongDay) return wrongDay;
    const stood = { type: 'outcomeStood' as const, outcome: id, status, because: reason?.id ?? null, due, at: context.circumstances.now };
    const erased = kind.adoptedAt === status ? untilAdopted(outcome, kind) : [];
    return happened([stood], { texts: reason ? [reason] : [], erased, answer: { outcome: id } });
  },

  seatOwner: (_, { outcome, seat }) => happened([{ type: 'ownerSeated', outcome, seat }], { answer: { outcome } }),
  talkOver: (_, { outcome, heard }) => happened([{ type: 'outcomeTalkedOver', outcome, heard }], { answer: { outcome } }),

  dropOutcome({ chance }, { outcome, because }) {
    const reason = newText(chance, because);
    if (!reason) return refuse('needsReason');
    return happened([{ type: 'outcomeDropped', outcome, because: reason.id }], { texts: [reason], answer: { outcome } });
  },
  restoreOutcome: (_, { outcome }) => happened([{ type: 'outcomeRestored', outcome }], { answer: { outcome } }),

  tellEffect: (_, { outcome, entry, effect }) => happened([{ type: 'effectTold', outcome, entry, effect }], { answer: { outcome } }),
  tellTurn: (context, { outcome, words }) => turned(context, outcome, null, words),
  tellTurnBack: (context, { outcome, entry, words }) => turned(context, outcome, entry, words),
};

function turned({ chance, circumstances }: Context, outcome: OutcomeId, card: EntryId | null, words: string) {
  const told = newText(chance, words);
  if (!told) return refuse('needsText');
  const on = dayOf(circumstances.now);
  return happened([{ type: 'turnTold', outcome, card, words: told.id, on }], { texts: [told], answer: { outcome } });
}

/** Today still counts. */
function reasonAgainstDay({ circumstances }: Context, day: string): Refusal | null {
  if (!isDay(day)) return refuse('needsDay');
  return day < dayOf(circumstances.now) ? refuse('dayPassed') : null;
}

type Made = Pick<Outcome, 'fields' | 'cards' | 'theme' | 'seenBy'> & { readonly owner: TextId };

/** Its words get ids; what came in is looked at field by field of its kind. `before`: it is there already, and keeps the cards it has. */
function madeOf(context: Context, kind: OutcomeKind, words: OutcomeWords, before: Outcome | null) {
  const texts: NewText[] = [];
  const keep = (text: string): TextId | null => {
    const kept = newText(context.chance, text);
    if (kept) texts.push(kept);
    return kept?.id ?? null;
  };
  const owner = keep(words.owner);
  if (!owner) return refuse('needsOwner');
  const cards = [...new Set(words.cards)];
  if (cards.some((card) => !before?.cards.includes(card) && !mayBeLinked(context.state, card))) return refuse('unknownCard');
  if (kind.needsCards && cards.length === 0) return refuse('needsLinkedCard');
  const fields = fieldsOf(kind, words.fields, keep, before !== null && standingNow(before).status === kind.adoptedAt);
  if ('refused' in fields) return fields;
  const of: Made = { fields: fields.read, cards, owner, theme: keep(words.theme), seenBy: words.seenBy };
  return { of, texts };
}

/** Only what may stand in the report: what stayed at a table stays there. */
function mayBeLinked(state: State, card: string): boolean {
  const entry = state.entries.get(card);
  return entry !== undefined && isForReport(state, entry);
}
