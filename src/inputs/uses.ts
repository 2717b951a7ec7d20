import type { CardUse } from './card/rules.ts';
import type { ConsentUse } from './consent/rules.ts';
import type { PlacementUse } from './placement/rules.ts';
import type { ScoreUse } from './score/rules.ts';
import type { VoteUse } from './vote/rules.ts';

/** Every way in which a format may use an input; the type of the `inputs` of a phase. */
export type KnownUse = CardUse | VoteUse | ScoreUse | PlacementUse | ConsentUse;
