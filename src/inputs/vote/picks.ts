import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import * as v from 'valibot';
import { cardRefusal } from '../among.ts';
import { type Context, defineInput } from '../define.ts';
import { replacing } from '../replacing.ts';
import { add } from './count.ts';
import type { PicksUse } from './use.ts';

/** The cards of its own that a table picked. */
type PicksBody = { readonly picks: readonly EntryId[] };
export type PicksView = PicksBody;

const PICKS_ACT = v.strictObject({ picks: v.array(v.string()) });

/** One choice for each table: who picks again, also for somebody else there, picks instead. */
export const picks = defineInput<PicksUse, v.InferOutput<typeof PICKS_ACT>, PicksBody>({
  kind: 'vote',
  act: PICKS_ACT,
  refersTo: (use) => use.among.cards,
  decide(context, act) {
    const chosen = [...new Set(act.picks)] as EntryId[];
    const refusal = refusalOf(context, chosen);
    if (refusal) return refusal;
    const written = replacing<PicksBody>(context, context.ofTable, { picks: chosen }, () => true);
    return 'body' in written ? { ...written, gives: chosen } : written;
  },
  view: (_use, body): PicksView => body,
  summary: (_use, bodies) => ({
    turnout: bodies.length,
    counts: add(
      bodies.flatMap((body) => body.picks.map((id) => [id, 1] as const)),
      [],
    ),
  }),
  // A table picks aloud: there is nothing to hide behind a number.
  fewest: () => 1,
  imagine: ({ picks: most }, { cards, chance }): Json | null => {
    const chosen = chance.shuffle(cards).slice(0, most);
    return chosen.length === 0 ? null : { picks: chosen };
  },
  faults: (use) => [
    ...(use.picks >= 1 ? [] : ['picks nothing']),
    ...(use.among.cards.length > 0 ? [] : ['names no input whose cards can be picked']),
  ],
});

function refusalOf(context: Context<PicksUse>, chosen: readonly EntryId[]): Refusal | null {
  const { use } = context;
  if (chosen.length === 0) return refuse('empty');
  if (chosen.length > use.picks) return refuse('tooManyChoices', { maximum: use.picks });
  for (const id of chosen) {
    const refusal = cardRefusal(use.among.cards, id, context) ?? (isOwn(context, id) ? null : refuse('unknownCard'));
    if (refusal) return refusal;
  }
  return null;
}

/** Written at this table by those who sit there, and not to be kept there. */
function isOwn({ situation: { state }, seat }: Context<PicksUse>, id: EntryId): boolean {
  const card = state.entries.get(id);
  return card?.table === seat.table && card.seating === state.seatings && !card.kept && card.status === 'there';
}
