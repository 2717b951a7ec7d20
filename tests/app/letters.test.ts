import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLetter, letterOf } from '#app/letters.ts';
import { LANGUAGES } from '#words/language.ts';

const HOUSE = 'https://samenspraak.example';

for (const language of LANGUAGES) {
  test(`in ${language} a letter says that something waits and on which page, and its link opens nothing`, () => {
    for (const sort of ['asked', 'owed', 'news'] as const) {
      const { subject, text } = letterOf(sort, HOUSE, language);
      assert.doesNotMatch(subject + text, /[{}]|undefined/);
      const links = text.match(/https?:\S+/g) ?? [];
      assert.deepEqual(
        links.map((link) => link.replace(/[.]$/, '')),
        [`${HOUSE}${sort === 'owed' ? '/leiden' : '/terugleeskaart'}`],
      );
      assert.ok(!/[\r\n]/.test(subject));
    }
  });

  test(`in ${language} a code can be read out, and comes without any link`, () => {
    const { subject, text } = codeLetter('012345', language);
    assert.match(text, /: 012 345\n/);
    assert.doesNotMatch(subject + text, /https?:|[{}]/);
    assert.doesNotMatch(subject, /012/, 'a subject is read on a locked screen');
  });
}
