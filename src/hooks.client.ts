import { isLanguage, LANGUAGES } from '#words/language.ts';
import { overwriteGetLocale } from '#words/compiled/runtime.js';

// The server has already chosen and written it on the page.
const written = document.documentElement.lang;
const language = isLanguage(written) ? written : LANGUAGES[0];
overwriteGetLocale(() => language);
