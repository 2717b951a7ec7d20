import * as v from 'valibot';
import { WHEN_DOING, type Described } from './described.ts';
import type { Schema } from './schemas.ts';

/** What every door of the receipt shares: the code goes in the body, and stands for who asks. */
export const CODE: Schema = { type: 'string', maxLength: 200, description: 'Four words and four digits, as they were shown or printed.' };
export const CODED = { code: v.pipe(v.string(), v.maxLength(200)) };
export const ONLY_CODE = v.strictObject(CODED);

export function byCode(operationId: string, summary: string, body: string): Omit<Described, 'answer'> {
  return { operationId, tag: 'receipts', summary, description: LIMITED, open: true, body, problems: WHEN_DOING };
}

const LIMITED =
  'Codes are guessed at a limit: wrong ones, ended ones and right ones take the same work, and the first two get the same answer.';
