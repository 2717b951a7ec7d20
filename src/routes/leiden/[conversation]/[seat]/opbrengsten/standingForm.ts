import { isWaiting, STATUSES, type OutcomeStatus } from '#conversation/outcome.ts';
import { textOf } from '#inputs/form.ts';
import { drawnIn } from './drawn.ts';
import { noAnswerIn, personalFault, standingFaults, type Fault } from './faults.ts';

/** How something stands from now on, as it was typed. */
export interface TypedStanding {
  readonly status: string;
  readonly because: string;
  readonly due: string;
  /** How many times it had stood or changed when the form was drawn. */
  readonly saw: number;
}
interface Stands {
  readonly saw: number;
  readonly status: OutcomeStatus;
  readonly because: string;
  readonly due: string | null;
}

/** `stands` is null while something must still be mended. */
export function standingIn(form: FormData, today: string) {
  const typed: TypedStanding = {
    status: textOf(form, 'status'),
    because: textOf(form, 'because'),
    due: textOf(form, 'due'),
    saw: drawnIn(form).saw,
  };
  const status = STATUSES.find((each) => each === typed.status);
  const isSure = form.get('sure') === 'yes';
  const faults: readonly Fault[] = [
    ...standingFaults(status, typed, today),
    ...noAnswerIn([['because', typed.because]], isSure),
    ...personalFault('because', typed.because, false, isSure),
  ];
  const stands = status && faults.length === 0 ? standsAs(status, typed) : null;
  return { typed, faults, stands };
}

/** Of what is settled no day is waited for; the form shows no field for it then. */
function standsAs(status: OutcomeStatus, { because, due, saw }: TypedStanding): Stands {
  return { saw, status, because, due: isWaiting(status) ? due : null };
}
