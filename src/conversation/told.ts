/** What somebody may need to take part. `inPerson`: something else, which they tell the facilitator themselves. */
export const NEEDS = ['transport', 'childcare', 'hearingLoop', 'interpreter', 'quietTable', 'inPerson'] as const;
export type Need = (typeof NEEDS)[number];

/** What people told about themselves, to be looked after well. It goes when the conversation closes; the log never holds it. */
export type Told = {
  /** Younger than sixteen: an age band, never a date of birth. */
  readonly young: boolean;
  /** Whether they may be recognised in a photograph; null while they did not say. */
  readonly photo: boolean | null;
  readonly needs: readonly Need[];
  /** Wants turns that last twice as long. */
  readonly slower: boolean;
};

/** What a facilitator says can be asked for, and whether photographs are made. */
export type Offered = {
  readonly needs: readonly Need[];
  readonly photos: boolean;
};

/** Until somebody chooses: what needs no arranging beforehand. */
export const USUALLY_OFFERED: Offered = { needs: ['quietTable', 'inPerson'], photos: true };

export const NOTHING_TOLD: Told = { young: false, photo: null, needs: [], slower: false };
