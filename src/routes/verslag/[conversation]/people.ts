import type { Side } from '#conversation/format.ts';
import { perspectiveName } from '#parts/perspective.ts';
import type { Facts } from '#report/facts.ts';
import type { Part } from '#report/numbers.ts';
import { m } from '#words/compiled/messages.js';
import { getLocale } from '#words/compiled/runtime.js';
import { number } from '#words/time.ts';
import { partWords } from '../../partWords.ts';

/** How many people there were and from which sides, as far as numbers tell nobody apart. */
export function peopleFacts({ people, tables, sides }: Facts) {
  const all = { value: people === null ? m.report_few() : number(people), label: m.report_people({ tables }) };
  if (!sides) return [all];
  // Sides from which nobody came stand below, in words.
  const there = SIDES.filter(({ side }) => sides[side] !== 0);
  const counted = there.filter(({ side }) => typeof sides[side] === 'number');
  return [
    all,
    ...counted.map(({ side, name }) => ({ value: partWords(sides[side]), label: name(), mark: { side } })),
    ...UNCOUNTED.flatMap((part) =>
      together(
        part,
        there.filter(({ side }) => sides[side] === part),
      ),
    ),
  ];
}

const UNCOUNTED = ['some', 'few'] as const;

/** Of how many sides there were so many, said once. */
function together(part: Part, sides: typeof SIDES) {
  const [only] = sides;
  if (!only) return [];
  const label = new Intl.ListFormat(getLocale()).format(sides.map(({ name }) => name()));
  return [{ value: partWords(part), label, ...(sides.length === 1 && { mark: { side: only.side } }) }];
}

const SIDES: readonly { readonly side: Side | 'other'; readonly name: () => string }[] = [
  { side: 'resident', name: () => m.report_side_resident() },
  { side: 'professional', name: () => m.report_side_professional() },
  { side: 'municipality', name: () => m.report_side_municipality() },
  { side: 'other', name: () => m.report_side_other() },
];

/** Who was missing, that nobody was drawn as a sample, and who led it. */
export function peopleSentences({ missing, ledByMunicipality }: Facts): readonly string[] {
  const either = new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(missing.map(perspectiveName));
  return [
    ...(missing.length > 0 ? [m.report_missing({ perspectives: either })] : []),
    m.report_not_representative(),
    ...(ledByMunicipality ? [m.report_led_by_municipality()] : []),
  ];
}
