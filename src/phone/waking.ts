/** Calls when the phone is looked at again or has a network again. The returned function ends it. */
export function onWake(run: () => void): () => void {
  const looked = () => document.visibilityState === 'visible' && run();
  document.addEventListener('visibilitychange', looked);
  addEventListener('pageshow', looked);
  addEventListener('online', run);
  return () => {
    document.removeEventListener('visibilitychange', looked);
    removeEventListener('pageshow', looked);
    removeEventListener('online', run);
  };
}

/** A wait that can be cut short. */
export class Pause {
  #end: () => void = () => undefined;

  wait(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      this.#end = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  end(): void {
    this.#end();
  }
}

/** A hall that comes back all at once would push itself over. */
export function jitter(from: number, to: number): number {
  return from + Math.random() * (to - from);
}
