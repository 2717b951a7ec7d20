/** Which rooms a room may know. What is not named here, it may not import. */
const MAY_KNOW = {
  conversation: [],
  inputs: ['conversation'],
  formats: ['conversation', 'inputs'],
  outcomes: ['conversation'],
  search: [],
  report: ['conversation', 'inputs', 'formats', 'outcomes', 'words'],
  app: ['conversation', 'inputs', 'formats', 'outcomes', 'report', 'search', 'words'],
  store: ['app', 'conversation'],
  postgres: [],
  mail: [],
  live: ['conversation'],
  phone: ['conversation'],
  rehearsal: ['inputs', 'conversation'],
  parts: ['words'],
  words: [],
  doors: ['app', 'report', 'live', 'words', 'conversation', 'settings.ts'],
  routes: ['app', 'doors', 'outcomes', 'report', 'parts', 'words', 'inputs', 'phone', 'conversation', 'house.ts'],
};

const below = (...names) => names.map((name) => `^src/${name.replace('.', '[.]')}${name.includes('.') ? '$' : '/'}`);

const rooms = Object.entries(MAY_KNOW).map(([room, known]) => ({
  name: `${room} knows ${known.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: below(room), pathNot: room === 'inputs' ? '[.]svelte$' : undefined },
  to: { path: '^src/', pathNot: below(room, ...known) },
}));

const finer = [
  {
    name: 'the looks of an input know parts, words and types',
    from: { path: '^src/inputs/.*[.]svelte$' },
    to: { path: '^src/', pathNot: below('inputs', 'parts', 'words', 'conversation') },
  },
  {
    name: 'formats know only types of inputs: they are plain data',
    from: { path: '^src/formats/' },
    to: { path: '^src/inputs/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only looks know other looks',
    from: { path: '^src/(app|report|rehearsal|inputs)/', pathNot: '[.]svelte$' },
    to: { path: '[.]svelte$' },
  },
  {
    name: 'what phones carry knows only types of a conversation',
    from: { path: '^src/phone/' },
    to: { path: '^src/conversation/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pages know only types of the app',
    from: { path: '^src/routes/' },
    to: { path: '^src/app/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'the rules are pure: no Node, no packages',
    from: { path: '^src/(conversation|inputs/.*rules[.]ts$|formats|outcomes)', pathNot: '[.]svelte$' },
    to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'], pathNot: 'node_modules/valibot/' },
  },
  {
    name: 'browsers have no Node',
    from: { path: '^src/(phone|parts)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only the store and what starts it speak SQL',
    from: { path: '^src/', pathNot: '^src/(store|postgres)/' },
    to: { path: 'node_modules/(pg|postgrator)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'nobody imports the entry but commands',
    from: { pathNot: '^(src/commands|tests)/' },
    to: { path: '^src/(main[.]ts$|commands/)' },
  },
  { name: 'no circles', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'everything imported exists', from: {}, to: { couldNotResolve: true, pathNot: '^([$]|virtual:|[.]/[$]types)' } },
  {
    name: 'the house runs without what only developers install',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
].map((rule) => ({ severity: 'error', ...rule }));

export default {
  forbidden: [...rooms, ...finer],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(src/words/compiled/|build/|[.]svelte-kit/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.svelte', '.json', '.css', '.d.ts'],
    },
  },
};
