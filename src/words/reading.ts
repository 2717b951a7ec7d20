/** The cookie that says in which other language somebody on this device reads the questions. */
export const READING_COOKIE = 'gesprekstaal';

/** For who reads them in the language of the page. */
export const NO_OTHER = 'geen';

export function chosenReading(cookieHeader = ''): string | null {
  return new RegExp(`(?:^|;\\s*)${READING_COOKIE}=([a-z]{2,3})(?:;|$)`).exec(cookieHeader)?.[1] ?? null;
}
