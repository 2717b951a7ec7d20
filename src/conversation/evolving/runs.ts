import type { Run, State } from '../state.ts';

export function startRun(state: State, run: Run): State {
  return {
    ...state,
    planned: state.planned ?? state.minutes,
    run,
    paper: {},
    runs: [...state.runs, run],
    ready: { ...state.ready, [run.place]: {} },
    rounds: {},
    presenting: null,
  };
}

export function changeRun(state: State, id: Run['id'], change: (run: Run) => Run): State {
  const runs = state.runs.map((run) => (run.id === id ? change(run) : run));
  return { ...state, runs, run: runs.at(-1) ?? null };
}

/** A turn loses nothing by a pause. */
export function turnsAfterPause({ turnBegan, pausedAt }: Run, resumedAt: number | undefined): Run['turnBegan'] {
  if (pausedAt === null || resumedAt === undefined) return {};
  return Object.fromEntries(Object.entries(turnBegan).map(([table, began]) => [table, began + resumedAt - pausedAt]));
}
