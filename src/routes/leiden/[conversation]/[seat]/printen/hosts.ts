import type { Role } from '#conversation/format.ts';
import { takesPart } from '#conversation/lookup.ts';

/** The roles for which a sheet is laid ready: whoever does more than take part, or gets tips for it. */
export function rolesWithSheet(roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => takesPart(role) && (role.task !== 'takePart' || (role.tips ?? []).length > 0));
}

/** As many as there will be people in that role, as far as the format says. */
export function sheetsFor({ per, minimum, maximum, task }: Role, tables: number): number {
  const isAtEveryTable = per === 'table' || (per === undefined && maximum === undefined && (task === 'hostTable' || task === 'scribe'));
  return isAtEveryTable ? tables * (minimum ?? 1) : (minimum ?? 1);
}
