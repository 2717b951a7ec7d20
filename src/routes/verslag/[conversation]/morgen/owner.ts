import type { Tomorrow } from '#report/tomorrow.ts';
import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';

/** Whose sheet it is, in words. */
export function ownerName({ owner, role, table, together }: Omit<Tomorrow, 'parts' | 'asked'>): string {
  const name = role && spoken(role);
  if (name && together) return m.tomorrow_together({ owner: name });
  if (table === null) return name ?? (owner === 'table' ? m.tomorrow_tables() : m.tomorrow_everybody());
  return name ? m.tomorrow_of_table({ owner: name, number: table }) : m.report_table({ number: table });
}
