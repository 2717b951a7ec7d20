/** Rows for a spreadsheet: RFC 4180, with the mark by which Excel reads UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return UTF8_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

const UTF8_MARK = '\ufeff';

/** A cell that begins like a formula is none: a spreadsheet would run what somebody wrote on a card. */
function cellOf(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
