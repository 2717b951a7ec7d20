/** More words than this in one sentence is hard to read for many people. */
const MOST_WORDS = 15;

/** The words of the longest sentence, when that is too long for a plain text; else null. */
export function longSentence(text: string): number | null {
  const counts = text.split(/[.!?:;\n]+/).map((sentence) => sentence.trim().split(/\s+/).filter(Boolean).length);
  const longest = Math.max(0, ...counts);
  return longest > MOST_WORDS ? longest : null;
}
