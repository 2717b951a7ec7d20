/** With a full stop, unless it ends with a sign of its own. */
export function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Without its full stop, where something follows it. */
export function unended(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
