import type { Words } from '../words.ts';

/** Only what survives being written as JSON and read again. */
export function plainProblems(value: unknown, path: string): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is not a number that can be written down`];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => plainProblems(item, `${path}[${index}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return [`${path} is not plain data`];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => plainProblems(part, `${path}.${key}`));
}

/** Every text is there in both languages, wherever it stands. */
export function textProblems(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('nl' in value || 'en' in value) {
    const { nl, en } = value as Partial<Words>;
    return [...(nl?.trim() ? [] : [`${path} has no Dutch text`]), ...(en?.trim() ? [] : [`${path} has no English text`])];
  }
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => textProblems(part, `${path}.${key}`));
}
