import type { ParticipantAction } from '#conversation/action.ts';
import type { RunId } from '#conversation/state.ts';
import { textOf } from '#inputs/form.ts';

/** What buttons for a whole table send without script, on every page that has them. */
export const roundIn = (form: FormData): ParticipantAction => ({ type: 'holdRound', run: runIn(form), going: isYes(form, 'going') });
export const sheetIn = (form: FormData): ParticipantAction => ({ type: 'openSheet', run: runIn(form), open: isYes(form, 'open') });

function runIn(form: FormData): RunId {
  return textOf(form, 'run') as RunId;
}

function isYes(form: FormData, name: string): boolean {
  return textOf(form, name) === 'true';
}
