import type { Grouping, Mix, Phase, Role } from '#conversation/format.ts';
import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';
import { TURNS, whoWrites } from '../../../../howWeTalk.ts';

/** How a step is done, in a few words each: who sit together, who talks, and where the telephones are. */
export function howItGoes({ kind, grouping, turn, devices, inputs }: Phase, roles: readonly Role[]): readonly string[] {
  if (kind === 'break') return [m.how_break()];
  return [
    ...(devices === 'away' || inputs.length > 0 ? [whoWrites(devices, inputs)] : []),
    groupingIn(grouping, roles),
    ...(turn.kind === 'free' ? [] : [TURNS[turn.kind]()]),
    ...(turn.secondsEach ? [m.print_seconds({ count: turn.secondsEach })] : []),
    ...(turn.listensFirst ? [m.print_listens_first({ role: nameOf(turn.listensFirst, roles) })] : []),
  ];
}

/** The name of a role, in the language of the page. */
export function nameOf(id: string, roles: readonly Role[]): string {
  const role = roles.find((each) => each.id === id);
  return role ? spoken(role.name) : '';
}

function groupingIn(grouping: Grouping, roles: readonly Role[]): string {
  switch (grouping.kind) {
    case 'alone':
      return m.print_group_alone();
    case 'plenary':
      return m.print_group_plenary();
    case 'circle':
      return grouping.inner ? m.print_group_inner({ count: grouping.inner }) : m.print_group_circle();
    case 'carousel':
      return m.print_group_carousel({ count: grouping.stations });
    case 'closed':
      return m.print_group_closed({ roles: grouping.without.map((role) => nameOf(role, roles)).join(', ') });
    case 'doorClosed':
      return m.print_group_door({ count: grouping.size });
    case 'groups':
      return [MIXES[grouping.mix]({ count: grouping.size }), ROTATIONS[grouping.rotate]()].filter(Boolean).join(', ');
  }
}

const MIXES: { readonly [mix in Mix]: (size: { readonly count: number }) => string } = {
  free: (size) => m.print_mix_free(size),
  lot: (size) => m.print_mix_lot(size),
  diverse: (size) => m.print_mix_diverse(size),
  sameRole: (size) => m.print_mix_role(size),
  byTheme: (size) => m.print_mix_theme(size),
  stay: () => m.print_mix_stay(),
};

const ROTATIONS = {
  none: () => '',
  all: () => m.print_rotate_all(),
  hostStays: () => m.print_rotate_host(),
};
