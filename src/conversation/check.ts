import type { Format, FollowUp, InputUse, OutcomeDeclaration, Phase, Visibility } from './format.ts';
import type { Inputs } from './input.ts';
import type { Words } from './words.ts';

/** What is wrong with a format, in plain sentences for whoever writes it; empty when it can be played. */
export function checkFormat(format: Format, inputs: Inputs): string[] {
  const shape = plainProblems(format, 'format');
  if (shape.length > 0) return shape;
  return [
    ...idProblems(format),
    ...textProblems(format, 'format'),
    ...roleProblems(format),
    ...settingProblems(format),
    ...format.phases.flatMap((phase, index) => phaseProblems(format, phase, index)),
    ...usesOf(format).flatMap((place) => useProblems(format, place, inputs)),
    ...format.outcomes.flatMap((outcome) => outcomeProblems(format, outcome)),
    ...format.followUps.flatMap(followUpProblems),
  ];
}

/** An outcome is of one of these kinds; each lives on with its own fields and statuses. */
export const OUTCOME_KINDS: readonly string[] = [
  'question',
  'toughIssue',
  'lesson',
  'practiceExample',
  'guideline',
  'behaviourMatrix',
  'dilemma',
  'needList',
  'proposal',
  'agreement',
  'pledge',
  'experiment',
  'policyLine',
  'teamCharter',
  'match',
  'areaChoice',
  'report',
  'themeMap',
  'ranking',
  'evaluation',
  'questionLandscape',
  'ownNote',
  'lettingGo',
];

const CODES = {
  phase: ['arrive', 'inform', 'note', 'round', 'talk', 'scene', 'order', 'choose', 'workOut', 'match', 'break', 'do', 'close'],
  timer: ['hard', 'soft', 'none'],
  devices: ['away', 'onePerTable', 'each'],
  grouping: ['alone', 'groups', 'circle', 'plenary', 'carousel', 'closed', 'doorClosed'],
  turn: ['silent', 'inTurns', 'questionsOnly', 'sayBack', 'presenterSilent', 'free', 'talkingPiece'],
  task: ['takePart', 'facilitate', 'hostTable', 'scribe', 'explain', 'play', 'observe', 'decide', 'coach', 'match', 'show'],
  outcome: OUTCOME_KINDS,
} as const;

/** Ids stand in places and addresses, so they keep to letters, digits and hyphens. */
const ID = /^[a-z][a-zA-Z0-9-]*$/;

interface UsePlace {
  readonly phase: Phase;
  readonly index: number;
  readonly use: InputUse;
}

/** Only what survives being written as JSON and read again. */
function plainProblems(value: unknown, path: string): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is not a number that can be written down`];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => plainProblems(item, `${path}[${index}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return [`${path} is not plain data`];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => plainProblems(part, `${path}.${key}`));
}

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

/** Every text is there in both languages, wherever it stands. */
function textProblems(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('nl' in value || 'en' in value) {
    const { nl, en } = value as Partial<Words>;
    return [...(nl?.trim() ? [] : [`${path} has no Dutch text`]), ...(en?.trim() ? [] : [`${path} has no English text`])];
  }
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => textProblems(part, `${path}.${key}`));
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

function phaseProblems(format: Format, phase: Phase, index: number): string[] {
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

function rolesIn({ prompts, grouping, turn }: Phase): readonly string[] {
  return [
    ...prompts.flatMap((prompt) => prompt.forRole ?? []),
    ...(grouping.kind === 'closed' ? grouping.without : []),
    ...(turn.listensFirst ? [turn.listensFirst] : []),
  ];
}

/** Who is first would be seen, and so who wrote it: these two pairs would promise what cannot be kept. */
function visibilityProblems({ sender, when }: Visibility): string[] {
  return when === 'atOnce' && (sender === 'withoutName' || sender === 'perspective')
    ? [`shows words ${sender} at once, which gives the writer away`]
    : [];
}

function useProblems(format: Format, place: UsePlace, inputs: Inputs): string[] {
  const { use } = place;
  const rules = Object.hasOwn(inputs, use.kind) ? inputs[use.kind] : undefined;
  if (!rules) return [`input ${use.key}: there is no input of kind "${use.kind}"`];
  const problems = [
    ...(rules.faults?.(use) ?? []),
    ...(use.roles ?? []).filter((id) => !hasRole(format, id)).map((id) => `names a role "${id}" that is not there`),
    ...(use.visibility ? visibilityProblems(use.visibility) : []),
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

function outcomeProblems(format: Format, outcome: OutcomeDeclaration): string[] {
  const sources = outcome.from.map((key) => ({ key, use: usesOf(format).find((each) => each.use.key === key)?.use }));
  const problems = [
    ...codeProblems('outcome', outcome.kind),
    ...(sources.length > 0 ? [] : ['grows from nothing']),
    ...sources.filter(({ use }) => !use).map(({ key }) => `grows from "${key}", which is no input`),
    ...sources
      .filter(({ use }) => use?.private && outcome.seenBy !== 'owner')
      .map(({ key }) => `would show "${key}", whose words stay on the phone`),
  ];
  return problems.map((problem) => `outcome ${outcome.name.en}: ${problem}`);
}

function followUpProblems({ id, afterDays, statuses }: FollowUp): string[] {
  return [
    ...(afterDays > 0 ? [] : [`follow-up ${id}: is asked before anything could happen`]),
    ...(statuses.length > 0 ? [] : [`follow-up ${id}: has no statuses to answer with`]),
  ];
}

function codeProblems(list: keyof typeof CODES, code: string, where = ''): string[] {
  const known: readonly string[] = CODES[list];
  return known.includes(code) ? [] : [`${where ? `${where}: ` : ''}there is no ${list} "${code}"`];
}

function usesOf(format: Format): readonly UsePlace[] {
  return format.phases.flatMap((phase, index) => phase.inputs.map((use) => ({ phase, index, use })));
}

function hasRole({ roles }: Format, id: string): boolean {
  return roles.some((role) => role.id === id);
}
