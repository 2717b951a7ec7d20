import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BESIDE, BESIDE_TAGS } from '#conversation/languages.ts';
import { translatedInto } from '#conversation/translated.ts';
import type { EveryoneShape, WallShape } from '#conversation/views/shapes.ts';
import { formatOf, inputOf, Story, WORDS } from './ground.ts';

const format = formatOf([
  { id: 'one', prompts: [{ text: WORDS }, { text: WORDS, forRole: 'presenter' }], inputs: [inputOf('note')] },
  { id: 'two', inputs: [], uses: ['one'] },
]);

test('a question has its translations on top of Dutch and English; what nobody translated stays as it is', () => {
  const story = prepared();
  story.lead({ type: 'adaptText', phase: 'one', slot: 'prompt', language: 'nl', words: 'Wat zag je?' });
  say(story, 'prompt', 'ar', 'ماذا رأيت؟');
  say(story, 'prompt.1', 'tr', 'Ne anlatacaksın?');
  say(story, 'label.note', 'ar', 'بطاقة');
  say(story, 'name', 'tr', 'Bakmak');
  const { step } = everyone(story);
  assert.deepEqual(
    step?.prompts.map(({ text }) => text),
    [
      { nl: 'Wat zag je?', en: 'Something', ar: 'ماذا رأيت؟' },
      { ...WORDS, tr: 'Ne anlatacaksın?' },
    ],
  );
  assert.deepEqual(step?.name, { ...WORDS, tr: 'Bakmak' });
  assert.deepEqual(
    step?.inputs.map(({ label }) => label),
    [{ ...WORDS, ar: 'بطاقة' }],
  );
  story.next();
  assert.deepEqual(
    everyone(story).step?.earlier.map(({ label }) => label),
    [{ ...WORDS, ar: 'بطاقة' }],
  );
});

test('a translation is taken back by empty words, and not shown while its language is not chosen', () => {
  const story = prepared();
  say(story, 'prompt', 'ar', 'ماذا رأيت؟');
  say(story, 'prompt', 'tr', 'Ne gördün?');
  say(story, 'prompt', 'tr', ' ');
  assert.deepEqual(Object.keys(everyone(story).step?.prompts[0]?.text ?? {}), ['nl', 'en', 'ar']);
  assert.deepEqual(translatedInto(story.state), ['ar']);
  story.lead({ type: 'chooseLanguages', beside: ['tr'], wall: null });
  assert.deepEqual(everyone(story).step?.prompts[0]?.text, WORDS);
  story.lead({ type: 'chooseLanguages', beside: ['ar', 'tr'], wall: null });
  assert.equal(everyone(story).step?.prompts[0]?.text.ar, 'ماذا رأيت؟', 'nothing was lost');
});

test('only what everybody reads is translated; the wall shows one chosen language beside Dutch', () => {
  const story = prepared();
  story.join('wall', null, 'wall');
  for (const slot of ['say', 'prompt.2', 'label.vote'] as const)
    assert.equal(story.lead({ type: 'adaptText', phase: 'one', slot, language: 'ar', words: 'x' }), 'notInThisStep', slot);
  for (const slot of ['prompt.1', 'label.note'] as const)
    assert.equal(story.lead({ type: 'adaptText', phase: 'one', slot, language: 'nl', words: 'x' }), 'notInThisStep', slot);
  assert.equal(wallOf(story).wall.second, null);
  assert.equal(story.lead({ type: 'chooseLanguages', beside: ['tr', 'ar', 'ar'], wall: 'ar' }), null);
  assert.deepEqual(story.state.languages, { beside: ['ar', 'tr'], wall: 'ar' });
  assert.equal(wallOf(story).wall.second, 'ar');
});

test('the languages are written from the side that is theirs, as browsers know it', () => {
  for (const tag of BESIDE_TAGS) {
    const { script } = new Intl.Locale(tag).maximize();
    assert.equal(BESIDE[tag].dir, script === 'Arab' ? 'rtl' : 'ltr', tag);
    const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
    // Of a few languages the browser does not know what their speakers call them.
    if (name && !['pap', 'ti', 'pt'].includes(tag)) assert.equal(BESIDE[tag].name.toLowerCase(), name.toLowerCase());
  }
});

function prepared(): Story {
  const story = new Story(format);
  story.lead({ type: 'chooseLanguages', beside: ['ar', 'tr'], wall: null });
  story.begin().next();
  return story;
}

function say(story: Story, slot: 'name' | 'prompt' | `prompt.${number}` | `label.${string}`, language: 'ar' | 'tr', words: string): void {
  assert.equal(story.lead({ type: 'adaptText', phase: 'one', slot, language, words }), null);
}

function everyone(story: Story): EveryoneShape {
  return story.view(story.leader, 'everyone') as EveryoneShape;
}

function wallOf(story: Story): WallShape {
  return story.view('wall' as Story['leader'], 'wall') as WallShape;
}
