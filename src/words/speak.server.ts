import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteServerAsyncLocalStorage } from './compiled/runtime.js';
import type { Language } from './language.ts';

const spoken = new AsyncLocalStorage<{ locale?: Language }>();
overwriteServerAsyncLocalStorage(spoken);

/** Everything said while `work` runs is said in this language, whatever other requests speak meanwhile. */
export function speak<Result>(language: Language, work: () => Result): Result {
  return spoken.run({ locale: language }, work);
}
