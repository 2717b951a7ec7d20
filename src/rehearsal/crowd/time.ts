/** When things happen; handed in, so that a test need not wait. */
export interface Time {
  /** The returned function calls it off. */
  after(seconds: number, then: () => void): () => void;
}

/** The clock on the wall, so many times as fast. */
export function realTime(haste = 1): Time {
  return {
    after(seconds, then) {
      const timer = setTimeout(then, (seconds * 1_000) / haste);
      return () => clearTimeout(timer);
    },
  };
}
