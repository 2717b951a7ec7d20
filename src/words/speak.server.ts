import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteServerAsyncLocalStorage } from './compiled/runtime.js';
import type { Language } from './language.ts';
import { readBy, type Reading } from './spoken.ts';

const spoken = new AsyncLocalStorage<{ locale?: Language; reading?: Reading | null }>();
overwriteServerAsyncLocalStorage(spoken);
readBy(() => spoken.getStore()?.reading ?? null);

/** Everything said while `work` runs is said in this language, whatever other requests speak meanwhile. `reading`: the questions too, in another one. */
export function speak<Result>(language: Language, work: () => Result, reading: Reading | null = null): Result {
  return spoken.run({ locale: language, reading }, work);
}
