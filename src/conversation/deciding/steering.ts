import { added, FEWEST_BALLOTS, opened, type OpenedPaper } from '../paper.ts';
import type { Event } from '../event.ts';
import type { Step } from '../format.ts';
import { minutesOf, neighbour, stepAt, steps } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { seatingFor } from '../seating.ts';
import { seatingByTheme } from '../seatingByTheme.ts';
import type { Run, RunId, State, Tally } from '../state.ts';
import { themedIn } from '../themes.ts';
import { happened, type Context, type DecidersFor } from './context.ts';

/** Moving through the steps, and the clock. */
export const steering: DecidersFor<'next' | 'back' | 'pause' | 'resume' | 'extend' | 'wrapUp' | 'gong' | 'timeUp' | 'close' | 'seal'> = {
  next: (context) => move(context, neighbour(context.state, 1)),
  back: (context) => move(context, neighbour(context.state, -1)),

  pause({ state, circumstances }, { run }) {
    const left = Math.max(0, (state.run?.endsAt ?? circumstances.now) - circumstances.now);
    return happened([{ type: 'runPaused', run, left, at: circumstances.now }]);
  },

  resume({ state, circumstances }, { run }) {
    return happened([{ type: 'runResumed', run, endsAt: circumstances.now + (state.run?.pausedWith ?? 0), at: circumstances.now }]);
  },

  extend({ state, circumstances }, { run, minutes }) {
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) return refuse('tooManyMinutes', { maximum: 60 });
    const more = minutes * MINUTE;
    const { endsAt = null, pausedWith = null } = state.run ?? {};
    const later = Math.max(endsAt ?? 0, circumstances.now) + more;
    return happened([
      { type: 'runExtended', run, endsAt: pausedWith === null ? later : endsAt, left: pausedWith === null ? null : pausedWith + more },
    ]);
  },

  wrapUp({ state, circumstances: { now } }, { run, minutes }) {
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) return refuse('tooManyMinutes', { maximum: 60 });
    const left = minutes * MINUTE;
    const { endsAt = null, pausedWith = null } = state.run ?? {};
    if ((pausedWith ?? (endsAt ?? now) - now) <= left) return happened([]);
    return happened([
      { type: 'runExtended', run, endsAt: pausedWith === null ? now + left : endsAt, left: pausedWith === null ? null : left },
    ]);
  },

  gong: (_, { run }) => happened([{ type: 'gongSounded', run }]),
  timeUp: (_, { run }) => happened([{ type: 'timeWasUp', run }]),

  close: (context) => happened([...ended(context), { type: 'closed', at: context.circumstances.now }]),
  seal: () => happened([{ type: 'sealed' }]),
};

const MINUTE = 60_000;

function move(context: Context, step: Step | undefined) {
  if (!step) return refuse('noNext');
  return happened([...ended(context), ...seated(context, step), started(context, step)]);
}

/** The end of the current run; its secret ballots become a tally in the same breath. */
function ended({ state, situation, circumstances }: Context): Event[] {
  const run = state.run;
  if (!run || run.ended) return [];
  return [{ type: 'runEnded', run: run.id, at: circumstances.now }, ...tallies(run, situation, circumstances.ballots ?? {})];
}

function tallies(run: Run, { state, inputs }: Context['situation'], ballots: NonNullable<Context['circumstances']['ballots']>): Event[] {
  const uses = stepAt(state, run.place)?.phase.inputs ?? [];
  return uses.flatMap((use): Event[] => {
    const rules = inputs[use.kind];
    if (!rules?.secret(use)) return [];
    const { ballots: cast, paper, unsettled } = opened(ballots[use.key] ?? []);
    const turnout = paper.reduce((sum, { people }) => sum + people, cast.length);
    const left = unsettled.length > 0 && { unsettled };
    const tally = tellsNobody(turnout, paper)
      ? { turnout, counts: added(rules.tally(use, cast), paper), ...left }
      : { turnout, counts: null, ...(isEnough(turnout) && { fewOn: fewOn(cast.length) }), ...left };
    return [{ type: 'tallied', place: run.place, input: use.key, run: run.id, tally }];
  });
}

/** Where five or more are not told: somebody's paper leaves one to four others. */
function fewOn(ballots: number): NonNullable<Tally['fewOn']> {
  return ballots > 0 ? 'phones' : 'paper';
}

/**
 * Under five ballots a tally would tell who chose what; also when somebody takes away the paper they counted: of one
 * table, or who leads of several. Where five or more voted by phone that never happens.
 */
function tellsNobody(turnout: number, paper: readonly OpenedPaper[]): boolean {
  const knownToLeaders = paper.reduce((sum, { people, leads }) => sum + (leads ? people : 0), 0);
  return (
    isEnough(turnout) &&
    [...paper.map(({ people }) => people), knownToLeaders].every((known) => known === turnout || isEnough(turnout - known))
  );
}

function isEnough(ballots: number): boolean {
  return ballots >= FEWEST_BALLOTS;
}

function seated({ state, situation, chance }: Context, step: Step): Event[] {
  const theme = themedIn(step);
  // Who steps back to what the tables were made for finds them as they were.
  if (theme && Object.keys(state.themes).length > 0 && isBefore(state, step)) return [];
  const anew = theme ? seatingByTheme(situation, theme, chance) : seatingFor(state, step, chance);
  return anew ? [{ type: 'seated', seed: chance.id(), ...anew }] : [];
}

/** Whether this step comes before the current one. */
function isBefore(state: State, { place }: Step): boolean {
  const order = steps(state).map((each) => each.place);
  return state.run !== null && order.indexOf(place) < order.indexOf(state.run.place);
}

function started({ state, circumstances, chance }: Context, step: Step): Event {
  const { now } = circumstances;
  const endsAt = step.phase.timer === 'none' ? null : now + minutesOf(state, step.phase) * MINUTE;
  return { type: 'runStarted', run: chance.id() as RunId, place: step.place, at: now, endsAt, seed: chance.id() };
}
