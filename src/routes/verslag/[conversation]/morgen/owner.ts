import type { Tomorrow } from '#report/tomorrow.ts';
import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';

/** Whose sheet it is, in words. */
export function ownerName({ owner, role, table }: Pick<Tomorrow, 'owner' | 'role' | 'table'>): string {
  const name = role && spoken(role);
  if (table === null) return name ?? (owner === 'table' ? m.tomorrow_tables() : m.tomorrow_everybody());
  return name ? m.tomorrow_of_table({ owner: name, number: table }) : m.report_table({ number: table });
}
