import type { Phase, Step } from '../format.ts';
import type { Situation } from '../input.ts';
import { currentStep, entriesAt, minutesOf, neighbour, steps, usesIn } from '../lookup.ts';
import { openSheetIn } from '../openSheet.ts';
import type { Run, State } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { talliesFor } from '../sums.ts';
import { inSight } from '../insight.ts';
import { isForTheRoom, placesInView } from '../visible.ts';
import type { Json, Language, Words, WordsOf } from '../words.ts';

/** What everybody here sees: where we are, what is asked, and what was shared with the whole room. */
export function everyoneView(situation: Situation, words: WordsOf): FlatView {
  return { ...whereWeAre(situation.state, words), ...roomCards(situation, words) };
}

/** What those see who stay outside a closed step: that it is going on, and nothing of it. */
export function outsideView({ state }: Situation, words: WordsOf): FlatView {
  const step = currentStep(state);
  return {
    conversation: conversationView(state, words),
    step: step ? { ...stepView(state, step, words), prompts: [], inputs: [], openSheet: null, earlier: [], outside: true } : null,
    run: state.run ? runView(state.run) : null,
    next: null,
  };
}

export function whereWeAre(state: State, words: WordsOf): FlatView {
  const step = currentStep(state);
  const following = neighbour(state, 1);
  return {
    conversation: conversationView(state, words),
    step: step ? stepView(state, step, words) : null,
    run: state.run ? runView(state.run) : null,
    next: following ? adapted(state, following.phase, 'name', words) : null,
  };
}

/** So many cards that everyone may see still travel well to a whole hall; what is older leaves the screens. */
const MOST_CARDS = 40;

function roomCards(situation: Situation, words: WordsOf): FlatView {
  const { state } = situation;
  const shared = placesInView(state).flatMap((place) => entriesAt(state, place).filter((entry) => isForTheRoom(state, entry)));
  return { ...talliesFor(state, 'room'), ...inSight(situation, shared, MOST_CARDS, words) };
}

function conversationView(state: State, words: WordsOf): Json {
  const text = (id: State['scope']['title']) => (id ? words(id) : null);
  const { scope } = state;
  return {
    status: state.status,
    doorShut: state.doorShut,
    format: state.format.name,
    title: text(scope.title),
    scope: { about: text(scope.about), decides: text(scope.decides), hearBack: text(scope.hearBack) },
  };
}

export function stepView(state: State, step: Step, words: WordsOf): { readonly [field: string]: Json } {
  const all = steps(state);
  const { phase } = step;
  return {
    place: step.place,
    number: all.findIndex((each) => each.place === step.place) + 1,
    of: all.length,
    repeat: step.repeat,
    kind: phase.kind,
    name: adapted(state, phase, 'name', words),
    prompts: promptsOf(state, phase, words),
    say: adapted(state, phase, 'say', words),
    minutes: minutesOf(state, phase),
    timer: phase.timer,
    devices: phase.devices,
    turn: phase.turn.kind,
    secondsEach: phase.turn.secondsEach ?? null,
    visibility: { ...phase.visibility },
    inputs: phase.inputs as readonly object[] as readonly Json[],
    openSheet: openSheetIn(phase) as object as Json,
    earlier: state.format.phases
      .filter((each) => phase.uses?.includes(each.id))
      .flatMap((each) => (openSheetIn(phase) ? each.inputs : usesIn(each)) as readonly object[] as readonly Json[]),
  };
}

function runView(run: Run): Json {
  const { id, ordinal, endsAt, pausedWith, timeUp, gong, ended } = run;
  return { id, ordinal, endsAt, pausedWith, timeUp, gong, ended };
}

/** A text of the format, with what the facilitator made of it while preparing. */
export function adapted(state: State, phase: Phase, slot: 'name' | 'say' | 'prompt', words: WordsOf): Words {
  const original = slot === 'name' ? phase.name : slot === 'say' ? phase.say : (phase.prompts[0]?.text ?? phase.name);
  const own = (language: Language) => {
    const text = state.adapted[`${phase.id}/${slot}/${language}`];
    return (text && words(text)) ?? original[language];
  };
  return { nl: own('nl'), en: own('en') };
}

function promptsOf(state: State, phase: Phase, words: WordsOf): readonly Json[] {
  return phase.prompts.map((prompt, index) => ({
    text: index === 0 ? adapted(state, phase, 'prompt', words) : prompt.text,
    forRole: prompt.forRole ?? null,
    depth: prompt.depth ?? null,
  }));
}
