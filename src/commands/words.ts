import { compile } from '@inlang/paraglide-js';
import { wordsOptions } from '../words/compile.ts';

await compile(wordsOptions);
// The compiler leaves timers behind that would hold us here for half a minute.
process.exit();
