import type { InputUse } from '#conversation/format.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Words } from '#conversation/words.ts';
import * as v from 'valibot';
import { cardRefusal } from '../among.ts';
import { type Context, defineInput } from '../define.ts';
import { isFew } from '../few.ts';
import { replacing } from '../replacing.ts';

/** A yes or a no to one named purpose. It can be given back at any moment by answering again. */
export interface ConsentUse extends InputUse {
  readonly kind: 'consent';
  readonly purpose: { readonly id: string; readonly text: Words };
  /** Asked for each of my own cards of these inputs; asked once when absent. */
  readonly perCard?: readonly string[];
}

type ConsentBody = { readonly purpose: string; readonly yes: boolean; readonly card: string | null };
export type ConsentView = ConsentBody;
export type ConsentSummary = { readonly turnout: number; readonly counts: { readonly yes: number; readonly no: number } | null };

const CONSENT_ACT = v.strictObject({ yes: v.boolean(), card: v.optional(v.string()) });
type Act = v.InferOutput<typeof CONSENT_ACT>;

export const rules = defineInput<ConsentUse, Act, ConsentBody>({
  kind: 'consent',
  act: CONSENT_ACT,
  refersTo: (use) => use.perCard ?? [],
  decide(context, act) {
    const card = act.card ?? null;
    const body = { purpose: context.use.purpose.id, yes: act.yes, card };
    return itemRefusal(context, card) ?? replacing(context, context.own, body, (before: ConsentBody) => before.card === card);
  },
  view: (_use, body): ConsentView => body,
  summary: (_use, bodies): ConsentSummary => {
    const yes = bodies.filter((body) => body.yes).length;
    return { turnout: bodies.length, counts: isFew(bodies.length) ? null : { yes, no: bodies.length - yes } };
  },
  imagine(use, { chance, cards }) {
    const yes = chance.next() < 0.8;
    if (!use.perCard) return { yes };
    const card = chance.pick(cards);
    return card ? { yes, card } : null;
  },
  faults: (use) => [
    ...(use.purpose.id === '' ? ['names no purpose'] : []),
    ...(use.perCard?.length === 0 ? ['asks for cards of no input'] : []),
  ],
});

/** Nobody gives consent for the words of another. */
function itemRefusal(context: Context<ConsentUse>, card: string | null): Refusal | null {
  const { perCard } = context.use;
  if (!perCard) return card === null ? null : refuse('wrongShape');
  if (card === null) return refuse('needsCard', { minimum: 1 });
  const refusal = cardRefusal(perCard, card, context);
  if (refusal) return refusal;
  return context.situation.authors.seatOf.get(card) === context.seat.id ? null : refuse('notYours');
}
