/** The languages of the house's own sentences. The first is spoken when nothing else is known. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_COOKIE = 'taal';

/** The language somebody chose, else the one the browser prefers, else Dutch. */
export function chooseLanguage(cookieHeader: string | undefined, acceptLanguage: string | undefined): Language {
  return chosen(cookieHeader) ?? preferred(acceptLanguage) ?? LANGUAGES[0];
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

function chosen(cookieHeader = ''): Language | undefined {
  const value = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([a-z]{2})(?:;|$)`).exec(cookieHeader)?.[1];
  return isLanguage(value) ? value : undefined;
}

function preferred(acceptLanguage = ''): Language | undefined {
  return acceptLanguage
    .split(',', 20)
    .map(readPreference)
    .filter((preference) => preference.weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map((preference) => preference.language)
    .find(isLanguage);
}

function readPreference(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { language: tag.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) || 0 };
}
