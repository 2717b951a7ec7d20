import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { isRefusal, REFUSALS } from '#conversation/refusal.ts';
import { textsIn, type Json } from '#conversation/words.ts';
import { formats } from '#formats/list.ts';
import type { KnownUse } from '#inputs/uses.ts';
import { everything } from '../formats/everything.ts';
import { imagination, rulesOf, type Stage, stage } from './stage.ts';

/** Every way in which the known formats use an input. */
const uses: readonly KnownUse[] = [...formats, everything].flatMap((format) => format.phases.flatMap((phase) => phase.inputs));

const anyJson = fc.jsonValue({ maxDepth: 4 });
/** Acts that look right from afar reach deeper than anything at random. */
const nearlyRight = fc.record(
  {
    text: fc.oneof(fc.string({ unit: 'binary' }), anyJson),
    fields: fc.oneof(fc.dictionary(fc.constantFrom('a', 'when', 'whose', '__proto__', 'constructor', 'given', 'do'), fc.string()), anyJson),
    links: fc.oneof(fc.array(fc.constantFrom('one', 'two', 'toString')), anyJson),
    to: fc.oneof(fc.constantFrom('me', 'another', 'resident', 'constructor'), anyJson),
    dots: fc.oneof(fc.dictionary(fc.constantFrom('a', 'b', 'one', '__proto__', 'hasOwnProperty'), fc.integer()), anyJson),
    order: fc.oneof(fc.array(fc.constantFrom('a', 'b', 'one')), anyJson),
    answer: fc.oneof(fc.constantFrom('yes', 'no', 'condition', 'for', 'if', 'against', 'toString'), anyJson),
    values: fc.oneof(fc.dictionary(fc.constantFrom('heard', 'safe', 'body', 'valueOf'), fc.integer()), anyJson),
    reason: anyJson,
    item: fc.oneof(fc.constantFrom('one', 'a', 'toString'), anyJson),
    x: fc.oneof(fc.double(), anyJson),
    y: fc.oneof(fc.double(), anyJson),
    row: fc.constantFrom('a', 'z'),
    column: fc.constantFrom('b', 'z'),
    from: fc.constantFrom('a', 'one', 'z'),
    relation: fc.constantFrom('a', 'z'),
    yes: fc.oneof(fc.boolean(), anyJson),
    card: fc.constantFrom('one', 'z'),
  },
  { requiredKeys: [] },
);

suite('whatever comes in', () => {
  const anyUse = fc.constantFrom(...uses);

  test('is kept or refused, and never throws', () => {
    check(fc.property(anyUse, fc.oneof(anyJson, nearlyRight), (use, act) => standsOrIsRefused(setOut(use), asJson(act))));
  });

  test('is refused or kept also with only the fields its kind knows', () => {
    const fits = anyUse.chain((use) => {
      const known = Object.keys(imagined(use, 'seed') ?? {});
      return nearlyRight.map((act) => [use, Object.fromEntries(Object.entries(act).filter(([key]) => known.includes(key)))] as const);
    });
    check(fc.property(fits, ([use, act]) => standsOrIsRefused(setOut(use), asJson(act))));
  });
});

suite('what an imagined person does', () => {
  test('is always something that may be done', () => {
    check(
      fc.property(fc.constantFrom(...uses), fc.string(), (use, seed) => {
        const act = imagined(use, seed);
        assert.notEqual(act, null, `nothing to do for ${use.key}`);
        const written = setOut(use).does(act);
        assert.ok(!isRefusal(written), `${use.key} refused ${JSON.stringify(act)}: ${JSON.stringify(written)}`);
      }),
    );
  });

  test('is nothing where cards are needed and none are in sight', () => {
    for (const use of uses.filter((each) => each.kind === 'vote' && 'among' in each && 'cards' in each.among)) {
      assert.equal(rulesOf(use).imagine(use, imagination('seed')), null);
    }
  });
});

/** Prints the seed when it fails, so that the same can be tried again. */
function check<Values>(property: fc.IPropertyWithHooks<Values>): void {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  fc.assert(property, { seed, numRuns: 1000, verbose: fc.VerbosityLevel.Verbose });
}

/** What was written survives JSON, holds nobody's words as they are, and can be shown, counted and withdrawn. */
function standsOrIsRefused({ does, rules, context, words }: Stage, act: Json): void {
  const written = does(act);
  if (isRefusal(written)) {
    assert.ok(REFUSALS.includes(written.refused));
    return;
  }
  const body = 'ballot' in written ? written.ballot : written.body;
  assert.deepEqual(JSON.parse(JSON.stringify(body)), body);
  if ('ballot' in written) {
    assert.deepEqual(textsIn(body), []);
    assert.ok(Object.values(rules.tally(context.use, [body])).some((count) => count > 0));
    return;
  }
  assert.deepEqual(asJson(rules.view(context.use, body, words)), rules.view(context.use, body, words));
  assert.doesNotThrow(() => rules.view(context.use, body, () => null));
}

/** A stage with two cards of mine of the inputs this use works with. */
function setOut(use: KnownUse): Stage {
  const input = rulesOf(use).refersTo?.(use)[0] ?? 'asset';
  return stage(use, { cards: { one: { input }, two: { input } }, mine: ['one', 'two'] });
}

function imagined(use: KnownUse, seed: string): Json {
  return rulesOf(use).imagine(use, imagination(seed, ['one', 'two']));
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
