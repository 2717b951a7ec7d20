import type { InputUse, Phase, Step } from '../format.ts';
import type { Situation } from '../input.ts';
import { currentStep, entriesAt, minutesOf, neighbour, standsAmong, steps, usesIn } from '../lookup.ts';
import { openSheetIn } from '../openSheet.ts';
import type { Entry, Run, State } from '../state.ts';
import type { Translated } from '../languages.ts';
import { slotOfPrompt, translated, translatedUse } from '../translated.ts';
import type { FlatView } from '../channel.ts';
import { talliesFor } from '../sums.ts';
import { inSight } from '../insight.ts';
import { isForTheRoom, placesInView } from '../visible.ts';
import type { Json, Language, WordsOf } from '../words.ts';

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
    presenting: null,
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
    presenting: state.presenting,
    next: following ? adapted(state, following.phase, 'name', words) : null,
  };
}

/** So many cards that everyone may see still travel well to a whole hall; what is older leaves the screens. */
const MOST_CARDS = 40;
/** What people choose among is whole, also in a large hall. */
const MOST_TO_CHOOSE = 200;

function roomCards(situation: Situation, words: WordsOf): FlatView {
  const { state } = situation;
  const shared = placesInView(state).flatMap((place) => entriesAt(state, place).filter((entry) => isForTheRoom(state, entry)));
  const most = Math.max(MOST_CARDS, Math.min(MOST_TO_CHOOSE, toChooseAmong(situation, shared)));
  return { ...talliesFor(situation, 'room', words), ...inSight(situation, shared, most, words) };
}

function toChooseAmong({ state, inputs }: Situation, cards: readonly Entry[]): number {
  const phase = currentStep(state)?.phase;
  const uses = phase?.inputs.filter((use) => !use.roles) ?? [];
  const keys = new Set([phase?.presents, ...uses.flatMap((use) => inputs[use.kind]?.refersTo?.(use) ?? [])]);
  return cards.filter((card) => standsAmong(state, card).some((key) => keys.has(key))).length;
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
    scopeChanges: state.scopeChanges.length,
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
    presents: phase.presents ?? null,
    visibility: { ...phase.visibility },
    inputs: usesToRead(state, phase, phase.inputs, words),
    openSheet: openSheetIn(phase) as object as Json,
    earlier: state.format.phases
      .filter((each) => phase.uses?.includes(each.id))
      .flatMap((each) => usesToRead(state, each, openSheetIn(phase) ? each.inputs : usesIn(each), words)),
  };
}

/** As the format declares them, with what they are called in other languages. */
function usesToRead(state: State, phase: Phase, uses: readonly InputUse[], words: WordsOf): readonly Json[] {
  return uses.map((use) => translatedUse(state, phase, use, words)) as readonly object[] as readonly Json[];
}

function runView(run: Run): Json {
  const { id, ordinal, endsAt, pausedWith, timeUp, gong, ended } = run;
  return { id, ordinal, endsAt, pausedWith, timeUp, gong, ended };
}

/** A text of the format, with what the facilitator made of it while preparing. */
export function adapted(state: State, phase: Phase, slot: 'name' | 'say' | 'prompt', words: WordsOf): Translated {
  const original = slot === 'name' ? phase.name : slot === 'say' ? phase.say : (phase.prompts[0]?.text ?? phase.name);
  const own = (language: Language) => {
    const text = state.adapted[`${phase.id}/${slot}/${language}`];
    return (text && words(text)) ?? original[language];
  };
  const inHouse = { nl: own('nl'), en: own('en') };
  return slot === 'say' ? inHouse : translated(state, phase, slot, inHouse, words);
}

function promptsOf(state: State, phase: Phase, words: WordsOf): readonly Json[] {
  return phase.prompts.map((prompt, index) => ({
    text: index === 0 ? adapted(state, phase, 'prompt', words) : translated(state, phase, slotOfPrompt(index), prompt.text, words),
    forRole: prompt.forRole ?? null,
    depth: prompt.depth ?? null,
  }));
}
