import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Json } from '#conversation/words.ts';
import { CARD_KINDS, type CardKind } from '#inputs/card/kinds.ts';
import { wordsToSend } from '#inputs/choices.ts';
import type { CardUse } from '#inputs/card/rules.ts';
import { seen, stage, WORDS } from './stage.ts';

suite('a card', () => {
  test('keeps its words as a text, without the spaces around it', () => {
    const on = stage(card('asset'));
    assert.deepEqual(on.does({ text: '  Er is plek.  ' }), {
      body: { card: 'asset', text: 't00000000000000000000', fields: {}, links: [], to: null },
    });
    assert.deepEqual(seen(on, { text: 'Er is plek.' }), { card: 'asset', text: 'Er is plek.', fields: {}, links: [], to: null });
  });

  test('shows nothing where a text was erased', () => {
    const { rules } = stage(card('asset'));
    const body = { card: 'asset', text: 't00000000000000000000', fields: {}, links: [], to: null };
    assert.deepEqual(
      rules.view(card('asset'), body, () => null),
      { ...body, text: null },
    );
  });

  test('says on which day its writer means to do it', () => {
    const { rules } = stage(card('pledge'));
    const body = { card: 'pledge', text: 't00000000000000000000', fields: {}, links: [], to: null };
    assert.equal(rules.meantOn?.(card('pledge'), { ...body, fields: { when: '2027-01-09' } }), '2027-01-09');
    assert.equal(rules.meantOn?.(card('pledge'), body), null);
    assert.equal(rules.meantOn?.(card('asset'), { ...body, card: 'asset' }), null);
  });

  test('without a text says what its fields say, choices by their label, in both languages', () => {
    const use = card('contribution', {
      text: 'none',
      fields: [
        { key: 'what', type: 'choice', label: WORDS, options: [{ id: 'nothingNow', label: { nl: 'Nu even niets', en: 'Nothing now' } }] },
        { key: 'more', type: 'text', label: WORDS },
      ],
    });
    const { rules, words, does } = stage(use);
    const said = (act: Json) => {
      const written = does(act);
      assert.ok('body' in written);
      return rules.said?.(use, written.body, words);
    };
    assert.deepEqual(said({ fields: { what: 'nothingNow' } }), { nl: 'Nu even niets', en: 'Nothing now' });
    assert.equal(
      wordsToSend(use, { fields: { what: 'nothingNow', more: 'Later' } }, 'nl'),
      'Nu even niets · Later',
      'also before it is sent',
    );
    const more = { nl: 'Nu even niets · Later graag.', en: 'Nothing now · Later graag.' };
    assert.deepEqual(said({ fields: { what: 'nothingNow', more: 'Later graag.' } }), more);
  });

  test('needs words', () => {
    assert.deepEqual(stage(card('asset')).does({ text: ' \n ' }), { refused: 'empty' });
    assert.deepEqual(stage(card('asset')).does({}), { refused: 'empty' });
  });

  test('has at most sixty words, or as many as the format says', () => {
    const words = (count: number) => ({ text: Array.from({ length: count }, () => 'woord').join(' ') });
    assert.deepEqual(stage(card('asset')).does(words(61)), { refused: 'tooManyWords', detail: { maximum: 60, count: 61 } });
    assert.ok('body' in stage(card('asset')).does(words(60)));
    assert.deepEqual(stage(card('asset', { maxWords: 3 })).does(words(4)), { refused: 'tooManyWords', detail: { maximum: 3, count: 4 } });
  });

  test('stops at the maximum for a seat, but can still be corrected', () => {
    const own = [{}, {}];
    const use = card('asset', { maximum: 2 });
    assert.deepEqual(stage(use, { own }).does({ text: 'Nog een' }), { refused: 'tooManyCards', detail: { maximum: 2 } });
    assert.ok('body' in stage(use, { own, corrects: true }).does({ text: 'Beter' }));
    assert.ok('body' in stage(use, { own: [{}], ofOthers: [{}] }).does({ text: 'Nog een' }));
  });

  test('stops at the maximum for a table, whoever wrote', () => {
    const use = card('question', { maximum: 1, by: 'table' });
    assert.deepEqual(stage(use, { ofOthers: [{}] }).does({ text: 'Nog een' }), { refused: 'tableHasEnough', detail: { maximum: 1 } });
  });

  test('of every kind asks for what that kind needs', () => {
    const filled: { readonly [kind in CardKind]?: object } = {
      dilemma: { oneSide: 'Snel', otherSide: 'Samen' },
      guideline: { given: 'het regent', do: 'gaan we naar binnen' },
    };
    for (const kind of Object.keys(CARD_KINDS) as CardKind[]) {
      const act = { ...(kind === 'guideline' ? {} : { text: 'Een zin' }), fields: { ...filled[kind] } };
      assert.ok('body' in stage(card(kind)).does(act), kind);
    }
  });
});

suite('the fields of a card', () => {
  const fields: CardUse['fields'] = [
    { key: 'whose', type: 'text', maxWords: 2, label: WORDS },
    { key: 'usable', type: 'choice', required: true, label: WORDS, options: [{ id: 'yes', label: WORDS }] },
    { key: 'day', type: 'date', label: WORDS },
  ];
  const does = (given: { readonly [key: string]: string }) => stage(card('asset', { fields })).does({ text: 'Een bus', fields: given });

  test('are shown under their keys: words as words, a choice and a day as codes', () => {
    const on = stage(card('asset', { fields }));
    const shown = seen(on, { text: 'Een bus', fields: { whose: ' de buurt ', usable: 'yes', day: '2028-02-29' } });
    assert.deepEqual(shown, {
      card: 'asset',
      text: 'Een bus',
      fields: { whose: 'de buurt', usable: 'yes', day: '2028-02-29' },
      links: [],
      to: null,
    });
  });

  test('must be there when the format says so', () => assert.deepEqual(does({}), { refused: 'needsText', detail: { field: 'usable' } }));
  test('have a maximum of their own', () => {
    assert.deepEqual(does({ usable: 'yes', whose: 'een twee drie' }), { refused: 'tooManyWords', detail: { maximum: 2, count: 3 } });
  });
  test('know their choices', () => assert.deepEqual(does({ usable: 'no' }), { refused: 'unknownChoice', detail: { field: 'usable' } }));
  test('know which days exist', () => {
    for (const day of ['2027-02-29', '2027-13-01', 'morgen', '2027-2-1']) {
      assert.deepEqual(does({ usable: 'yes', day }), { refused: 'unknownChoice', detail: { field: 'day' } }, day);
    }
    assert.ok('body' in does({ usable: 'yes', day: '' }), 'an empty field is no field');
  });
  test('that nobody asked for are refused', () => assert.deepEqual(does({ usable: 'yes', other: 'x' }), { refused: 'wrongShape' }));

  test('of a guideline are if and then; it has no other text', () => {
    const use = card('guideline');
    assert.deepEqual(stage(use).does({ fields: { given: 'het regent' } }), { refused: 'needsText', detail: { field: 'do' } });
    assert.deepEqual(stage(use).does({ text: 'Los', fields: { given: 'a', do: 'b' } }), { refused: 'wrongShape' });
    assert.ok('body' in stage(use).does({ fields: { given: 'a', do: 'b', unless: 'c', because: 'd' } }));
  });

  test('of behaviour may all stay open but one', () => {
    assert.deepEqual(stage(card('behaviour')).does({}), { refused: 'empty' });
    assert.ok('body' in stage(card('behaviour')).does({ fields: { leaves: 'doorvragen' } }));
  });
});

suite('a card that points at others', () => {
  const links = { to: ['asset'], label: WORDS, minimum: 1, maximum: 2 };
  const cards = {
    one: {},
    two: {},
    three: {},
    gone: { status: 'withdrawn' },
    hidden: { status: 'hidden' },
    elsewhere: { input: 'other' },
    draft: { laid: false, released: false },
    silent: { released: false },
    otherTable: { table: 2, kept: true },
  } as const;
  const does = (ids: readonly string[], mine: readonly string[] = []) =>
    stage(card('pledge', { links }), { cards, mine }).does({ text: 'Ik bel', links: ids });

  test('keeps each card once', () => {
    const written = does(['one', 'two', 'one']);
    assert.deepEqual(written, { body: { card: 'pledge', text: 't00000000000000000000', fields: {}, links: ['one', 'two'], to: null } });
  });
  test('needs as many as the format says', () => {
    assert.deepEqual(does([]), { refused: 'needsCard', detail: { minimum: 1 } });
    assert.deepEqual(does(['one', 'two', 'three']), { refused: 'tooManyChoices', detail: { maximum: 2 } });
  });
  test('cannot point at what is not there', () => {
    assert.deepEqual(does(['nowhere']), { refused: 'unknownCard' });
    assert.deepEqual(does(['gone']), { refused: 'withdrawn' });
    assert.deepEqual(does(['hidden']), { refused: 'unknownCard' });
  });
  test('cannot point at cards of another input', () => assert.deepEqual(does(['elsewhere']), { refused: 'unknownCard' }));
  test('cannot point at what is not shown yet, unless it is my own', () => {
    for (const id of ['silent', 'draft', 'otherTable']) assert.deepEqual(does([id]), { refused: 'unknownCard' }, id);
    assert.ok('body' in does(['draft'], ['draft']));
  });
  test('is refused where no links are asked for', () => {
    assert.deepEqual(stage(card('pledge'), { cards }).does({ text: 'Ik bel', links: ['one'] }), { refused: 'wrongShape' });
  });
});

suite('a card for someone', () => {
  const to = (addressed: CardUse['addressed'], whom?: string) =>
    stage(card('tip', addressed ? { addressed } : {})).does(whom === undefined ? { text: 'Doe dit' } : { text: 'Doe dit', to: whom });

  test('says for whom', () => {
    assert.ok('body' in to(['me', 'another'], 'another'));
    assert.ok('body' in to(['perspective'], 'councillor'));
    assert.deepEqual(to(['me', 'another']), { refused: 'unknownChoice', detail: { field: 'to' } });
    assert.deepEqual(to(['me'], 'councillor'), { refused: 'unknownChoice', detail: { field: 'to' } });
  });
  test('knows only perspectives that exist', () => assert.deepEqual(to(['perspective'], 'king'), { refused: 'wrongShape' }));
  test('is refused where nobody is asked for', () => assert.deepEqual(to(undefined, 'me'), { refused: 'wrongShape' }));
});

test('only question cards only ask questions', () => {
  const asking = (Object.keys(CARD_KINDS) as CardKind[]).filter((kind) => stage(card(kind)).rules.asksOnly?.(card(kind)));
  assert.deepEqual(asking, ['question', 'learningQuestion']);
});

function card(kind: CardKind, own: Partial<CardUse> = {}): CardUse {
  return { key: 'here', late: 'accept', label: WORDS, ...own, kind: 'card', card: kind };
}
