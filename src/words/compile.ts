import type { CompilerOptions } from '@inlang/paraglide-js';

/** How messages/*.json become typed functions in src/words/compiled, for the build and for plain Node alike. */
export const wordsOptions: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/words/compiled',
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
  emitReadme: false,
  // Kept files are written over in place: a running house or another build may be reading them.
  cleanOutdir: false,
};
