/** Work that may wait a moment, so that typing never waits for it. The last of a name counts. */
export class Later {
  readonly #work = new Map<string, () => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  plan(name: string, work: () => void): void {
    this.#work.set(name, work);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SOON_MS);
  }

  /** Does it now: the page may be gone in a moment. */
  flush(): void {
    clearTimeout(this.#timer);
    const work = [...this.#work.values()];
    this.#work.clear();
    for (const each of work) each();
  }

  /** Until the returned function is called: whenever the page goes out of sight. */
  watch(): () => void {
    const hide = () => document.visibilityState === 'hidden' && this.flush();
    const leave = () => this.flush();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', leave);
      this.flush();
    };
  }
}

const SOON_MS = 300;
