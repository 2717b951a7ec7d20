import { compile } from '@inlang/paraglide-js';
import { wordsOptions } from '../words/compile.ts';

// Kept files are written over in place: others may be reading them.
await compile({ ...wordsOptions, cleanOutdir: false });
// The compiler leaves timers behind that would hold us here for half a minute.
process.exit();
