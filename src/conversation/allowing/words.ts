import { counts } from '../heads.ts';
import { currentStep, inputIn, isClosed, isOnSheet, laidAt, outsideOf, roleOf, standsAmong, stepAt, useOf } from '../lookup.ts';
import { OPEN_SHEET, tableActsIn } from '../openSheet.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Entry, Run } from '../state.ts';
import { isBeingWritten, isForTheRoom, isShaped } from '../visible.ts';
import type { Asking } from './asking.ts';

/** What it is about: the input, the card, or the cards of a step. */

export function inputOffered(asking: Asking): RefusalCode | null {
  const { state, inputs } = asking.situation;
  const run = namedRun(asking);
  if (!run) return 'noRun';
  const phase = stepAt(state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  if (!use || !inputs[use.kind]) return asking.ask.input === OPEN_SHEET ? 'noSheetHere' : 'notInThisStep';
  return use.private ? 'staysOnPhone' : null;
}

/** Only what a table does together can it do differently. A table that is on its sheet already finishes it, or goes back. */
export function hasOpenSheet(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const run = namedRun(asking);
  const phase = run && stepAt(state, run.place)?.phase;
  if (phase && tableActsIn(phase)) return null;
  return run && asking.seat && isOnSheet(state, run.place, asking.seat.table) ? null : 'noSheetHere';
}

export function sheetIsOffered(asking: Asking): RefusalCode | null {
  return asking.ask.input === OPEN_SHEET ? hasOpenSheet(asking) : null;
}

/** Who stays outside a closed step does nothing in it. */
export function insideStep(asking: Asking): RefusalCode | null {
  const run = namedRun(asking);
  const step = run && stepAt(asking.situation.state, run.place);
  return asking.seat && outsideOf(step).includes(asking.seat.role) ? 'notYourRole' : null;
}

export function roleMayWrite(asking: Asking): RefusalCode | null {
  const run = namedRun(asking);
  const phase = run && stepAt(asking.situation.state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  return !use?.roles || use.roles.includes(asking.seat?.role ?? '') ? null : 'notYourRole';
}

/** Where answers are added up, a further seat of one phone gives none before heads are counted. Its cards are taken. */
export function countsIn(asking: Asking): RefusalCode | null {
  const run = namedRun(asking);
  const phase = run && stepAt(asking.situation.state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  const rules = use && asking.situation.inputs[use.kind];
  if (!rules || !asking.seat || counts(asking.seat)) return null;
  return rules.secret(use) || (rules.fewest?.(use) ?? 1) > 1 ? 'notCounted' : null;
}

/** An open run takes everything; a closed one still takes what may come late. */
export function inTime(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const run = namedRun(asking);
  const phase = run && stepAt(state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  if (!run || !use) return 'noRun';
  const open = state.run?.place === run.place && !isClosed(state, state.run, asking.now);
  if (open || use.late === 'accept') return null;
  return run.ended && !run.timeUp ? 'tooLate' : 'timeIsUp';
}

export function turnAllows(asking: Asking): RefusalCode | null {
  const { state, inputs } = asking.situation;
  const run = namedRun(asking);
  const phase = run && stepAt(state, run.place)?.phase;
  if (!phase || !asking.seat) return 'noRun';
  if (phase.turn.kind === 'presenterSilent' && roleOf(state, asking.seat)?.task === 'explain') return 'presenterListens';
  if (phase.turn.kind !== 'questionsOnly' || asking.ask.input === OPEN_SHEET) return null;
  const use = inputIn(phase, asking.ask.input ?? '');
  return use && !inputs[use.kind]?.asksOnly?.(use) ? 'onlyQuestions' : null;
}

/** Paper is counted where the ballots are secret. Open votes of people without a phone are typed in for each of them. */
export function votesOnPaper({ situation, ask }: Asking): RefusalCode | null {
  const phase = currentStep(situation.state)?.phase;
  const use = phase && inputIn(phase, ask.input ?? '');
  return use && situation.inputs[use.kind]?.onPaper?.(use) ? null : 'notInThisStep';
}

export function ownEntry({ situation, seat, ask }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  const entry = ask.entry && situation.state.entries.get(ask.entry);
  if (!entry) return 'unknownCard';
  if (situation.authors.seatOf.get(entry.id) !== seat.id && !isShaped(situation.state, entry, seat)) return 'unknownCard';
  return entry.status === 'withdrawn' ? 'withdrawn' : null;
}

/** The house withdraws for whoever holds the receipt, also after sealing. */
export function ownEntryOrHouse(asking: Asking): RefusalCode | null {
  if (asking.actor.kind !== 'house') return ownEntry(asking);
  const entry = entryAsked(asking);
  if (!entry) return 'unknownCard';
  return entry.status === 'withdrawn' ? 'withdrawn' : null;
}

/** A card may be corrected until it is released; a vote or score only while its step is open. */
export function correctInTime(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const entry = entryAsked(asking);
  if (!entry) return 'unknownCard';
  if (entry.released) return 'alreadyReleased';
  if (useOf(state, entry)?.late === 'accept') return null;
  return state.run?.place === entry.place && !isClosed(state, state.run, asking.now) ? null : 'tooLate';
}

export function notReleasedYet(asking: Asking): RefusalCode | null {
  const entry = entryAsked(asking);
  return entry?.released && entry.kept ? 'alreadyReleased' : null;
}

export function releasable({ situation: { state }, ask }: Asking): RefusalCode | null {
  const step = ask.place && stepAt(state, ask.place);
  const cards = step ? laidAt(state, step.place) : 0;
  const tallied = step ? step.phase.inputs.some((use) => state.tallies[`${step.place}/${use.key}`]) : false;
  if (!step || (cards === 0 && !tallied)) return 'nothingToRelease';
  if (state.released[step.place]?.cards === cards) return 'alreadyReleased';
  return isBeingWritten(state, step) ? 'stillWriting' : null;
}

export function entryIsThere(asking: Asking): RefusalCode | null {
  return entryAsked(asking)?.status === 'there' ? null : 'unknownCard';
}

/** A card that this step presents to the hall; none at all is possible too. */
export function presentable(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const presents = currentStep(state)?.phase.presents;
  if (!presents) return 'notInThisStep';
  if (!asking.ask.entry) return null;
  const entry = entryAsked(asking);
  return entry && standsAmong(state, entry).includes(presents) && isForTheRoom(state, entry) ? null : 'unknownCard';
}

export function entryIsHidden(asking: Asking): RefusalCode | null {
  return entryAsked(asking)?.status === 'hidden' ? null : 'unknownCard';
}

function entryAsked({ situation, ask }: Asking): Entry | undefined {
  return ask.entry && situation.state.entries.get(ask.entry);
}

function namedRun({ situation: { state }, ask }: Asking): Run | undefined {
  return state.run && state.run.id === ask.run ? state.run : state.runs.find((run) => run.id === ask.run);
}
