import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';

/** The most signs one text may have. */
export const MOST_SIGNS = 4_000;
const MOST_PARTS = 2_000;
const DEEPEST = 8;

/**
 * What came in from outside as plain data that the database can keep: well-formed text without control
 * characters (new lines and tabs stay) and what stands in no file of text, whole numbers of parts, nothing endless. Never throws.
 */
export function cleaned(raw: unknown): { readonly clean: Json } | Refusal {
  const cleaner = new Cleaner();
  const clean = cleaner.clean(raw, 0);
  return cleaner.fault ? refuse(cleaner.fault, cleaner.fault === 'tooLong' ? { maximum: MOST_SIGNS } : undefined) : { clean };
}

class Cleaner {
  fault: 'wrongShape' | 'tooLong' | undefined;
  #parts = 0;

  clean(raw: unknown, depth: number): Json {
    if (++this.#parts > MOST_PARTS || depth > DEEPEST) return this.#refuse('wrongShape');
    if (typeof raw === 'string') return this.#text(raw);
    if (raw === null || typeof raw === 'boolean') return raw;
    if (typeof raw === 'number') return Number.isFinite(raw) ? raw : this.#refuse('wrongShape');
    if (Array.isArray(raw)) return raw.map((part: unknown) => this.clean(part, depth + 1));
    if (typeof raw !== 'object') return this.#refuse('wrongShape');
    return this.#object(raw, depth);
  }

  #object(raw: object, depth: number): Json {
    const fields = Object.entries(raw).map(([name, part]: [string, unknown]) => {
      if (!FIELD_NAME.test(name) || name === '__proto__') this.#refuse('wrongShape');
      return [name, this.clean(part, depth + 1)] as const;
    });
    return Object.fromEntries(fields);
  }

  #text(raw: string): string {
    // Looked at before cleaning: a megabyte is not worth the work.
    if (raw.length > MOST_SIGNS * 2) return this.#refuse('tooLong') ?? '';
    const text = raw.toWellFormed().replaceAll('\r\n', '\n').replace(CONTROL, '');
    if (text.length > MOST_SIGNS) this.#refuse('tooLong');
    return text;
  }

  #refuse(fault: 'wrongShape' | 'tooLong'): null {
    this.fault ??= fault;
    return null;
  }
}

const FIELD_NAME = /^[\w./-]{1,64}$/;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
