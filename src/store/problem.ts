import { DatabaseError } from 'pg';
import { StoreProblem } from '#app/ports.ts';

/** Says what went wrong without the words of the one who wrote: PostgreSQL puts whole rows in its messages. */
export function asProblem(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const code = codeOf(error);
  if (AGAIN.has(code)) return new StoreProblem('again', code);
  if (error instanceof DatabaseError) return new StoreProblem(isAway(code) ? 'away' : isOfTheRow(code) ? 'failed' : 'broken', code);
  return isLost(error) ? new StoreProblem('away', code) : new StoreProblem('failed', code);
}

/** Serialisation failure, deadlock, lock not available, statement or transaction timed out. */
const AGAIN = new Set(['40001', '40P01', '55P03', '57014', '25P03', '25P04']);

/** Connection lost or refused (08), shutting down or starting (57P), out of connections, memory or disk (53), disk or crash (58). */
function isAway(code: string): boolean {
  return /^(08|57P|53|58|25006)/.test(code);
}

/** What was to be stored does not fit (22) or breaks a rule of the tables (23). Anything else would meet everybody. */
function isOfTheRow(code: string): boolean {
  return /^(22|23)/.test(code);
}

/** The driver says these in words of its own, without a code. */
function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || /terminated|timeout|Connection|not queryable|Cannot use a pool/i.test(error.message);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'nothing';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
