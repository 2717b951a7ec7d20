import type { CardInSight } from '#conversation/views/shapes.ts';
import type { Json, Language } from '#conversation/words.ts';
import type { VoteUse } from './use.ts';

/** What each way of voting is drawn with. */
export interface WayProps {
  readonly use: VoteUse;
  readonly cards: readonly CardInSight[];
  /** What I chose before. */
  readonly start: Json;
  readonly locale: Language;
}
