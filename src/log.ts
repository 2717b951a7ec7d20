/** One line for the operator on the standard error output: facts are ids, codes and numbers, never words. */
export function writeLog(level: 'info' | 'warn' | 'error', what: string, facts: { readonly [name: string]: string | number } = {}): void {
  if (level === 'info') return;
  const details = Object.entries(facts).map(([name, value]) => ` ${name}=${value}`);
  console.error(`${new Date().toISOString()} ${level} ${what}${details.join('')}`);
}
