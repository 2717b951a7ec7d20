/** Which plan this device printed last, of one conversation. It stays here: it only helps to tell that sheets are old. */
export class Printed {
  readonly #key: string;
  last = $state<PrintedPlan | null>(null);

  constructor(conversation: string) {
    this.#key = `geprint/${conversation}`;
  }

  recall(): void {
    this.last = read(this.#key);
  }

  remember(mark: string): void {
    this.last = { mark, at: Date.now() };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.last));
    } catch {
      // A browser that keeps nothing: then the mark on the paper has to do.
    }
  }
}

export interface PrintedPlan {
  readonly mark: string;
  readonly at: number;
}

function read(key: string): PrintedPlan | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isPlan(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isPlan(kept: unknown): kept is PrintedPlan {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'mark' in kept &&
    'at' in kept &&
    typeof kept.mark === 'string' &&
    typeof kept.at === 'number'
  );
}
