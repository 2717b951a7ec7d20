import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkedReportOf } from '#report/checked.ts';
import { csvOf } from '#report/csv.ts';
import { finalData } from '#report/finalData.ts';
import { finalReportOf } from '#report/finalReport.ts';
import { FINAL_SCHEMA } from '#report/finalSchema.ts';
import { finalSentencesOf } from '#report/finalSentences.ts';
import { reportData } from '#report/data.ts';
import { REPORT_SCHEMA } from '#report/dataSchema.ts';
import { forPublic } from '#report/forPublic.ts';
import type { Audience } from '#report/numbers.ts';
import { opens, sentencesOf } from '#report/sentences.ts';
import { threadOf } from '#report/thread.ts';
import { EVENINGS } from '../conversation/evenings.ts';
import { faultsBy } from '../helpers/jsonSchema.ts';

const AUDIENCES: readonly Audience[] = ['room', 'public'];

describe('every claim of both reports opens the cards it rests on, and its JSON keeps to the schema', () => {
  for (const { name, play } of EVENINGS) {
    test(name, () => {
      const { conversation } = play();
      for (const audience of AUDIENCES) {
        const report = checkedReportOf(conversation.situation, conversation.words, audience);
        const shown = <Told>(told: Told) => (audience === 'public' ? forPublic(conversation.situation.state, told) : told);
        const final = finalReportOf(conversation.situation, conversation.words, audience, '2027-01-01');
        assert.deepEqual(JSON.parse(JSON.stringify(final)), final);
        const thread = threadOf(conversation.situation, conversation.words, audience, '2027-01-01');
        const sentences = [...sentencesOf(report, { thread }), ...finalSentencesOf(final)];
        assert.ok(sentences.length >= 4, 'both claim something');
        assert.deepEqual(
          sentences.filter((sentence) => !opens(report, sentence)),
          [],
        );
        const data = JSON.parse(JSON.stringify(reportData(shown(report), { audience, rehearsal: true, thread: shown(thread) }))) as object;
        assert.deepEqual(faultsBy(REPORT_SCHEMA, { $schema: 'https://example.org/schema', ...data }), []);
        const finalJson = JSON.parse(JSON.stringify(finalData(shown(final), true))) as object;
        assert.deepEqual(faultsBy(FINAL_SCHEMA, { $schema: 'https://example.org/schema', ...finalJson }), []);
      }
    });
  }
});

test('a claim whose card is not there does not open, and a shape the schema does not know is found', () => {
  assert.equal(opens({ cards: {} }, { at: 'outcome/lesson', restsOn: [] }), false);
  const faults = faultsBy(REPORT_SCHEMA, { version: 2, writer: 'someone' });
  assert.ok(faults.includes('$.version is not 1') && faults.includes('$.writer is not in the schema') && faults.includes('$ has no cards'));
});

test('in a table no cell is a formula, and commas, quotes and lines stay in their cell', () => {
  const formulas = ['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', '\r=1'];
  assert.equal(csvOf([['a', 'b,c', 'zei "ja"', 'één\ntwee']]), '\ufeffa,"b,c","zei ""ja""","één\ntwee"\r\n');
  assert.equal(csvOf([formulas]), `\ufeff'=1+1,'+31,'-2,'@SUM(A1),'\t=1,"'\r=1"\r\n`);
});
