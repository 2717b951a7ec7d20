import type { Format, InputUse, OutcomeDeclaration, Phase, Visibility } from '../format.ts';
import type { Inputs } from '../input.ts';
import { codeProblems } from './codes.ts';

/** An input where it stands in the format. */
export interface UsePlace {
  readonly phase: Phase;
  readonly index: number;
  readonly use: InputUse;
}

export function usesOf(format: Format): readonly UsePlace[] {
  return format.phases.flatMap((phase, index) => phase.inputs.map((use) => ({ phase, index, use })));
}

export function useProblems(format: Format, place: UsePlace, inputs: Inputs): string[] {
  const { use } = place;
  const rules = Object.hasOwn(inputs, use.kind) ? inputs[use.kind] : undefined;
  if (!rules) return [`input ${use.key}: there is no input of kind "${use.kind}"`];
  const problems = [
    ...(rules.faults?.(use) ?? []),
    ...(use.roles ?? []).filter((id) => !hasRole(format, id)).map((id) => `names a role "${id}" that is not there`),
    ...(use.visibility ? visibilityProblems(use.visibility) : []),
    ...(use.sharedBy && !use.roles ? ['is shared by nobody in particular'] : []),
    ...(rules.secret(use) && use.late !== 'refuse' ? ['is secret, and so cannot be late'] : []),
    ...(rules.secret(use) && use.private ? ['is a secret vote, and so cannot stay on the phone'] : []),
    ...(rules.refersTo?.(use) ?? []).flatMap((key) => referenceProblems(format, place, key)),
  ];
  return problems.map((problem) => `input ${use.key}: ${problem}`);
}

function referenceProblems(format: Format, { phase, index, use }: UsePlace, key: string): string[] {
  const target = usesOf(format).find((each) => each.use.key === key);
  if (!target || target.index > index || key === use.key) return [`points at "${key}", which is no earlier input`];
  if (target.use.private) return [`points at "${key}", whose words stay on the phone`];
  return target.index === index || phase.uses?.includes(target.phase.id)
    ? []
    : [`points at "${key}", but its phase does not use phase ${target.phase.id}`];
}

export function outcomeProblems(format: Format, outcome: OutcomeDeclaration): string[] {
  const named = [...outcome.from, ...(outcome.change?.before ?? []), ...(outcome.change?.after ?? [])];
  const sources = [...new Set(named)].map((key) => ({ key, use: usesOf(format).find((each) => each.use.key === key)?.use }));
  const problems = [
    ...codeProblems('outcome', outcome.kind),
    ...(outcome.from.length > 0 ? [] : ['grows from nothing']),
    ...sources.filter(({ use }) => !use).map(({ key }) => `grows from "${key}", which is no input`),
    ...sources
      .filter(({ use }) => use?.private && outcome.seenBy !== 'owner')
      .map(({ key }) => `would show "${key}", whose words stay on the phone`),
  ];
  return problems.map((problem) => `outcome ${outcome.name.en}: ${problem}`);
}

export function visibilityProblems({ who, sender, when }: Visibility): string[] {
  const codes = [...codeProblems('who', who), ...codeProblems('sender', sender), ...codeProblems('when', when)];
  return givesAway(sender, when) ? [...codes, `shows words ${sender} at once, which gives the writer away`] : codes;
}

/** What appears while people write tells who wrote it: these two pairs promise what cannot be kept. */
function givesAway(sender: Visibility['sender'], when: Visibility['when']): boolean {
  return when === 'atOnce' && (sender === 'withoutName' || sender === 'perspective');
}

export function hasRole({ roles }: Format, id: string): boolean {
  return roles.some((role) => role.id === id);
}
