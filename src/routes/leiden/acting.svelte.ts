import { refreshAll } from '$app/navigation';
import { createContext } from 'svelte';

/** What the buttons of a page share: whether it is live, and why the last one was refused. */
export class Acting {
  /** Drawn by the server: without script a form that is sent twice is one action. */
  readonly ticket: string;
  readonly live: boolean;
  refused = $state('');
  /** How many are on their way: the page will show afresh what they did. */
  underway = $state(0);

  constructor(ticket: string, live = false) {
    this.ticket = ticket;
    this.live = live;
  }

  /** A live page hears of it by its stream. */
  async done(): Promise<void> {
    this.refused = '';
    if (!this.live) await refreshAll();
  }
}

export const [theActing, setActing] = createContext<Acting>();
