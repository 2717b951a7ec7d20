import type { Imagination } from '#conversation/input.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Json, TextId } from '#conversation/words.ts';
import * as v from 'valibot';
import { amongFaults, hasOption, imaginedIds, keysOf, optionFaults, refusalFor } from '../among.ts';
import { type Context, defineInput } from '../define.ts';
import { clip, overLength, read } from '../text.ts';
import { fewest, groupedBy, mayShow, place } from './place.ts';
import type { NetUse } from './use.ts';

/** A line has a direction: from A to B is another line than from B to A. */
type NetBody = { readonly from: string; readonly to: string; readonly relation: string; readonly text: TextId | null };
export type NetView = { readonly from: string; readonly to: string; readonly relation: string; readonly text: string | null };
/** How many drew the same line. */
export type NetSummary = readonly { readonly from: string; readonly to: string; readonly relation: string; readonly count: number }[];

const NET_ACT = v.strictObject({ from: v.string(), to: v.string(), relation: v.string(), text: v.optional(v.string(), '') });
type Act = v.InferOutput<typeof NET_ACT>;

const LINE_WORDS = 8;

export const net = defineInput<NetUse, Act, NetBody>({
  kind: 'placement',
  act: NET_ACT,
  refersTo: (use) => keysOf(use.items),
  decide(context, act) {
    const { from, to, relation } = act;
    const text = act.text.trim();
    const refusal = lineRefusal(context, act) ?? textRefusal(context.use, text);
    if (refusal) return refusal;
    const body = { from, to, relation, text: text === '' ? null : context.text(text) };
    return place<NetBody>(context, body, (before) => before.from === from && before.to === to);
  },
  view: (_use, body, words): NetView => ({ from: body.from, to: body.to, relation: body.relation, text: read(body.text, words) }),
  summary: (use, bodies): NetSummary =>
    groupedBy(bodies, ({ from, to, relation }) => JSON.stringify([from, to, relation]))
      .filter(([, lines]) => mayShow(use, lines.length))
      .flatMap(([, lines]) => lines.slice(0, 1).map(({ from, to, relation }) => ({ from, to, relation, count: lines.length }))),
  fewest,
  imagine,
  faults: (use) => [...amongFaults(use.items), ...optionFaults(use.relations).map((fault) => `its relations: ${fault}`)],
});

function lineRefusal(context: Context<NetUse>, { from, to, relation }: Act): Refusal | null {
  const { items, relations } = context.use;
  if (from === to || !hasOption(relations, relation)) return refuse('unknownChoice');
  return refusalFor(items, from, context) ?? refusalFor(items, to, context);
}

function textRefusal(use: NetUse, text: string): Refusal | null {
  if (text === '') return null;
  return use.described ? overLength(text, LINE_WORDS) : refuse('wrongShape');
}

function imagine(use: NetUse, imagination: Imagination): Json | null {
  const { chance, sentence } = imagination;
  const [from, to] = chance.shuffle(imaginedIds(use.items, imagination));
  const relation = chance.pick(use.relations);
  if (from === undefined || to === undefined || !relation) return null;
  return { from, to, relation: relation.id, ...(use.described && chance.next() < 0.5 ? { text: clip(sentence(), LINE_WORDS) } : {}) };
}
