import type { Authors } from '#conversation/authors.ts';
import type { EntryId } from '#conversation/state.ts';
import type { SealingReceipt } from './ports/receipts.ts';
import { keyedHash } from './secrets.ts';

/** After sealing a tag is all that says whose an entry is, and only its receipt code can make the tag again. */
export function ownerTag(tagKey: Uint8Array, entry: EntryId): Uint8Array {
  return keyedHash(tagKey, entry);
}

export function ownerTags(authors: Authors, receipts: readonly SealingReceipt[]): Uint8Array[] {
  return receipts.flatMap(({ seat, tagKey }) => (authors.entriesOf.get(seat) ?? []).map((entry) => ownerTag(tagKey, entry)));
}
