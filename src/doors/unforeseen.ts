/** Logs an error without its message, which may hold somebody's words, and without the path, which may hold a code. */
export function logUnforeseen(error: unknown, where: string): void {
  const name = error instanceof Error ? error.name : 'something that is no error';
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  console.error([`${name}${code} at ${where}`, ...frames(error).slice(0, 8)].join('\n'));
}

function frames(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack?.split('\n') ?? []) : [];
  return lines.filter((line) => /^\s+at /.test(line));
}
