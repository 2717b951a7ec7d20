import type { CardInSight } from '#conversation/views/shapes.ts';
import type { Json, Language } from '#conversation/words.ts';
import type { PlacementUse } from './use.ts';

/** What each way of placing is drawn with. */
export interface WayProps {
  readonly use: PlacementUse;
  readonly cards: readonly CardInSight[];
  /** What stands in this picture now: mine, or my table's. */
  readonly placed: readonly Json[];
  /** What to begin with, when it was refused or is corrected. */
  readonly start: Json;
  readonly locale: Language;
}
