/** Brings mail. Whoever does so knows nothing of what it is about. */
export interface Post {
  /** `refused`: this address takes no mail. `later`: not now. `away`: nobody's mail is taken now, whatever the address. */
  bring(letter: Letter): Promise<'brought' | 'refused' | 'later' | 'away'>;
  stop(): void;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same when it is brought again, so that a mailbox can tell. */
  readonly id: string;
}
