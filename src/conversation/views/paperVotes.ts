import type { Situation } from '../input.ts';
import { counts, headsAt, peopleHere } from '../heads.ts';
import { currentStep, neighbour, seatsAt, stepAt } from '../lookup.ts';
import { FEWEST_BALLOTS } from '../paper.ts';
import type { Step } from '../format.ts';
import type { State } from '../state.ts';
import type { Json } from '../words.ts';

/** For who leads: what can go wrong with a vote on paper, and what did. It knows chairs and tallies, and nothing of a ballot. */
export function paperVotesView(situation: Situation): Json {
  return { fewPhones: fewPhones(situation), left: leftAfterVote(situation) };
}

/** So few people with a phone, where the others vote on paper now or next, that whoever counts the paper would see what they chose. */
function fewPhones(situation: Situation): number | null {
  const { state } = situation;
  const votes = [currentStep(state), neighbour(state, 1)].some((step) => step && votesOnPaper(situation, step));
  if (!votes || state.status !== 'open') return null;
  const phones = peopleHere(state).filter(({ phoneless }) => !phoneless).length;
  return phones > 0 && phones < FEWEST_BALLOTS && withoutPhone(state) > 0 ? phones : null;
}

function votesOnPaper({ inputs }: Situation, { phase }: Step): boolean {
  return phase.grouping.kind !== 'closed' && phase.inputs.some((use) => inputs[use.kind]?.onPaper?.(use));
}

/** Who has a chair without a phone, and heads beyond the chairs. */
function withoutPhone(state: State): number {
  return state.tables.reduce((sum, table) => {
    const { said, people } = headsAt(state, table.number);
    const phoneless = seatsAt(state, table).filter((seat) => seat.phoneless && seat.here && counts(seat)).length;
    return sum + phoneless + Math.max(0, (said ?? 0) - people);
  }, 0);
}

/** Of the step that was over last: results that could not be told, and paper that is not in them. */
function leftAfterVote({ state }: Situation): readonly Json[] {
  const place = state.runs.findLast(({ ended }) => ended)?.place;
  const step = place && stepAt(state, place);
  const again = state.run?.place === place && !state.run?.ended;
  if (!step || again || step.phase.grouping.kind === 'closed') return [];
  return step.phase.inputs.flatMap(({ key, label }) => {
    const { fewOn = null, unsettled = [] } = state.tallies[`${step.place}/${key}`] ?? {};
    return fewOn || unsettled.length > 0 ? [{ label, fewOn, unsettled }] : [];
  });
}
