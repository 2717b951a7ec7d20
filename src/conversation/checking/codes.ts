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
  task: ['takePart', 'facilitate', 'hostTable', 'scribe', 'explain', 'play', 'observe', 'decide', 'coach', 'match', 'edit', 'show'],
  who: ['me', 'pair', 'group', 'sameRole', 'everyone', 'facilitators', 'public'],
  sender: ['withoutName', 'perspective', 'alias', 'name'],
  when: ['atOnce', 'afterPhase', 'whenReleased', 'whenIConsent'],
  outcome: OUTCOME_KINDS,
} as const;

export function codeProblems(list: keyof typeof CODES, code: string, where = ''): string[] {
  const known: readonly string[] = CODES[list];
  return known.includes(code) ? [] : [`${where ? `${where}: ` : ''}there is no ${list} "${code}"`];
}
