/** The three sides that have a shape; 'other' is somebody who has not chosen one of them. */
export type Side = 'resident' | 'professional' | 'municipality' | 'other';

/** Whose mark to draw. A letter tells perspectives of one side apart; `text` says it in words. */
export interface Marked {
  readonly side: Side;
  readonly letter?: string | undefined;
}
