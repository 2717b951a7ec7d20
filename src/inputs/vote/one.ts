import type { EntryId } from '#conversation/state.ts';
import * as v from 'valibot';
import { amongFaults, imaginedIds, keysOf, refusalFor } from '../among.ts';
import { defineInput } from '../define.ts';
import { add, cast, fixedOptions, summed } from './count.ts';
import type { OneUse } from './use.ts';

/** The one option or card. */
type OneBody = { readonly one: string };
export type OneView = OneBody;

const ONE_ACT = v.strictObject({ one: v.string() });

export const one = defineInput<OneUse, v.InferOutput<typeof ONE_ACT>, OneBody>({
  kind: 'vote',
  act: ONE_ACT,
  refersTo: (use) => keysOf(use.among),
  decide: (context, act) => refusalFor(context.use.among, act.one, context) ?? cast(context, false, { one: act.one }),
  view: (_use, body): OneView => body,
  chosen: (use, body) => ('cards' in use.among ? (body.one as EntryId) : null),
  summary: (use, bodies) =>
    summed(
      bodies.length,
      add(
        bodies.map((body) => [body.one, 1] as const),
        fixedOptions(use.among),
      ),
    ),
  imagine(use, imagination) {
    const chosen = imagination.chance.pick(imaginedIds(use.among, imagination));
    return chosen === undefined ? null : { one: chosen };
  },
  faults: (use) => amongFaults(use.among),
});
