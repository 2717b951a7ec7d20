import { dayOf } from '#conversation/day.ts';
import type { Situation } from '#conversation/input.ts';
import { useOf } from '#conversation/lookup.ts';
import { pointIn, wordingOf } from '#conversation/points.ts';
import type { EntryId, HideRule } from '#conversation/state.ts';
import type { CounterVoice, Reply } from '#conversation/voice.ts';
import { counterVoicesOf, openVoices, reportFinishedAt } from '#conversation/voices.ts';
import { isOver, isPublished } from '#conversation/publishing.ts';
import { sayingOf } from '#inputs/saying.ts';
import type { Language, WordsOf } from '#conversation/words.ts';

/** The counter-voices as whoever leads answers them, and whether the final report can be closed. */
export interface Answering {
  readonly voices: readonly VoiceToAnswer[];
  readonly open: number;
  readonly over: boolean;
  /** The day (year-month-day) on which the final report was closed; null while it is open. */
  readonly finishedOn: string | null;
  /** Everybody can read it, once it is closed. */
  readonly published: boolean;
  /** Why it was opened again, oldest first. */
  readonly reopened: readonly (string | null)[];
}

export interface VoiceToAnswer {
  readonly id: EntryId;
  /** From 1, in the order in which they were said: it stays when others are answered. */
  readonly number: number;
  readonly kind: CounterVoice['kind'];
  readonly words: string | null;
  readonly withdrawn: boolean;
  readonly hiddenBy: HideRule | null;
  /** The point a note stands at. */
  readonly point: string | null;
  /** Oldest first; the last is the answer now. */
  readonly replies: readonly { readonly kind: Reply['kind']; readonly words: string | null; readonly on: string }[];
}

/** Those that wait come first. */
export function answeringOf(situation: Situation, words: WordsOf, locale: Language): Answering {
  const { state } = situation;
  const voices = counterVoicesOf(situation).map((voice, index) => ({ number: index + 1, ...voiceOf(situation, voice, words, locale) }));
  const finished = reportFinishedAt(state);
  const isSettled = (voice: VoiceToAnswer) => voice.withdrawn || voice.replies.length > 0;
  return {
    voices: voices.toSorted((a, b) => Number(isSettled(a)) - Number(isSettled(b))),
    open: openVoices(state).length,
    over: isOver(state),
    finishedOn: finished === null ? null : dayOf(finished),
    published: isPublished(state),
    reopened: state.answering.reopened.map((because) => words(because)),
  };
}

function voiceOf(situation: Situation, voice: CounterVoice, words: WordsOf, locale: Language): Omit<VoiceToAnswer, 'number'> {
  const { id, kind, withdrawn, hiddenBy, replies } = voice;
  const point = voice.point && pointIn(situation.state, voice.point);
  const wording = point ? wordingOf(point) : null;
  return {
    id,
    kind,
    withdrawn,
    hiddenBy,
    words: withdrawn ? null : voice.note ? words(voice.note) : cardWords(situation, id, words, locale),
    point: wording && words(wording),
    replies: replies.map((reply) => ({ kind: reply.kind, words: words(reply.text), on: dayOf(reply.at) })),
  };
}

function cardWords({ state, inputs }: Situation, id: EntryId, words: WordsOf, locale: Language): string | null {
  const entry = state.entries.get(id);
  const use = entry && useOf(state, entry);
  const rules = use && inputs[use.kind];
  return use && rules && entry ? sayingOf(use, rules.view(use, entry.body, words), locale) : null;
}
