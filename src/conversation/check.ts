import { codeProblems } from './checking/codes.ts';
import { plainProblems, textProblems } from './checking/plain.ts';
import { hasRole, outcomeProblems, useProblems, usesOf, visibilityProblems } from './checking/uses.ts';
import type { Format, FollowUp, Phase } from './format.ts';
import type { Inputs } from './input.ts';

/** What is wrong with a format, in plain sentences for whoever writes it; empty when it can be played. */
export function checkFormat(format: Format, inputs: Inputs): string[] {
  const shape = plainProblems(format, 'format');
  if (shape.length > 0) return shape;
  return [
    ...idProblems(format),
    ...textProblems(format, 'format'),
    ...roleProblems(format),
    ...settingProblems(format),
    ...format.phases.flatMap((phase, index) => phaseProblems(format, phase, index, inputs)),
    ...usesOf(format).flatMap((place) => useProblems(format, place, inputs)),
    ...format.outcomes.flatMap((outcome) => outcomeProblems(format, outcome)),
    ...format.followUps.flatMap((followUp) => followUpProblems(format, followUp)),
  ];
}

/** Ids stand in places and addresses, so they keep to letters, digits and hyphens. */
const ID = /^[a-z][a-zA-Z0-9-]*$/;

function idProblems(format: Format): string[] {
  const lists: { readonly [name: string]: readonly string[] } = {
    'role id': format.roles.map((role) => role.id),
    'setting id': format.settings.map((setting) => setting.id),
    'phase id': format.phases.map((phase) => phase.id),
    'input key': usesOf(format).map(({ use }) => use.key),
    'follow-up id': format.followUps.map((followUp) => followUp.id),
  };
  const wrong = [format.id, ...Object.values(lists).flat()].filter((id) => !ID.test(id)).map((id) => `"${id}" is not an id`);
  const twice = Object.entries(lists).flatMap(([name, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${name} "${id}" is there twice`),
  );
  return [...wrong, ...twice];
}

function roleProblems({ roles }: Format): string[] {
  return [
    ...roles.flatMap((role) => codeProblems('task', role.task, `role ${role.id}`)),
    ...(roles.some((role) => role.task === 'facilitate') ? [] : ['no role facilitates']),
    ...(roles.some((role) => role.task === 'takePart') ? [] : ['no role takes part']),
  ];
}

function settingProblems({ settings }: Format): string[] {
  return settings
    .filter(({ options, standard }) => !options.some((option) => option.id === standard))
    .map(({ id }) => `setting ${id} has a standard that is not one of its options`);
}

function phaseProblems(format: Format, phase: Phase, index: number, inputs: Inputs): string[] {
  const earlier = format.phases.slice(0, index).map((each) => each.id);
  const problems = [
    ...codeProblems('phase', phase.kind),
    ...codeProblems('timer', phase.timer),
    ...codeProblems('devices', phase.devices),
    ...codeProblems('grouping', phase.grouping.kind),
    ...codeProblems('turn', phase.turn.kind),
    ...(phase.minutes > 0 ? [] : ['takes no minutes']),
    ...(Number.isInteger(phase.repeat ?? 1) && (phase.repeat ?? 1) >= 1 ? [] : ['repeats a strange number of times']),
    ...(phase.uses ?? []).filter((id) => !earlier.includes(id)).map((id) => `uses "${id}", which is no earlier phase`),
    ...whenProblems(format, phase),
    ...themeProblems(format, phase, index, inputs),
    ...presentsProblems(format, phase),
    ...rolesIn(phase)
      .filter((id) => !hasRole(format, id))
      .map((id) => `names a role "${id}" that is not there`),
    ...visibilityProblems(phase.visibility),
  ];
  return problems.map((problem) => `phase ${phase.id}: ${problem}`);
}

function whenProblems(format: Format, { when }: Phase): string[] {
  if (!when) return [];
  const setting = format.settings.find((each) => each.id === when.setting);
  return setting?.options.some((option) => option.id === when.is)
    ? []
    : [`waits for ${when.setting} = ${when.is}, which nobody can choose`];
}

/** People sit by a theme that they chose before. */
function themeProblems(format: Format, { grouping }: Phase, index: number, inputs: Inputs): string[] {
  if (grouping.kind !== 'groups' || grouping.mix !== 'byTheme') return [];
  const source = usesOf(format).find(({ use }) => use.key === grouping.by);
  const chooses = source && Object.hasOwn(inputs, source.use.kind) && inputs[source.use.kind]?.chosen !== undefined;
  return chooses && source.index < index ? [] : ['seats people by a theme that nobody chose before'];
}

function presentsProblems(format: Format, { presents, uses }: Phase): string[] {
  if (presents === undefined) return [];
  const source = usesOf(format).find(({ use }) => use.key === presents);
  return source && uses?.includes(source.phase.id) ? [] : [`presents "${presents}", which is no input of a phase it uses`];
}

function rolesIn({ prompts, grouping, turn }: Phase): readonly string[] {
  return [
    ...prompts.flatMap((prompt) => prompt.forRole ?? []),
    ...(grouping.kind === 'closed' ? grouping.without : []),
    ...(turn.listensFirst ? [turn.listensFirst] : []),
  ];
}

function followUpProblems(format: Format, { id, afterDays, statuses, about = [] }: FollowUp): string[] {
  const keys = usesOf(format).map(({ use }) => use.key);
  return [
    ...about.filter((key) => !keys.includes(key)).map((key) => `follow-up ${id}: is about "${key}", which nobody writes`),
    ...(afterDays > 0 ? [] : [`follow-up ${id}: is asked before anything could happen`]),
    ...(statuses.length > 0 ? [] : [`follow-up ${id}: has no statuses to answer with`]),
  ];
}
