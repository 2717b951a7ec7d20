import { notesAt, signedPoints } from './points.ts';
import type { CounterVoice, Reply } from './voice.ts';
import type { State } from './state.ts';

/** Counter-voices (tegengeluid): what was said against, and whether whoever decides gave it an answer. */

/** Minority notes at points that were signed for, and cards that those who lead marked; in an order that tells nothing. */
export function counterVoicesOf({ state }: { readonly state: State }): readonly CounterVoice[] {
  return [...notesOf(state), ...cardsOf(state)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Those that still wait. Words that were taken back ask for nothing any more. */
export function openVoices(state: State): readonly CounterVoice[] {
  return counterVoicesOf({ state }).filter((voice) => !voice.withdrawn && voice.replies.length === 0);
}

/** When the final report was closed (ms since 1970); null while it is not. */
export function reportFinishedAt({ answering }: State): number | null {
  return answering.finishedAt;
}

/** How it is answered now; null while it waits. */
export function replyTo({ replies }: Pick<CounterVoice, 'replies'>): Reply | null {
  return replies.at(-1) ?? null;
}

function notesOf(state: State): readonly CounterVoice[] {
  return signedPoints(state).flatMap((point) =>
    notesAt(point).map(({ id, note, withdrawn, hiddenBy }) => ({
      id,
      kind: 'note' as const,
      point: point.id,
      table: point.table,
      seating: point.seating,
      note,
      withdrawn,
      hiddenBy,
      replies: state.answering.replies[id] ?? [],
    })),
  );
}

function cardsOf(state: State): readonly CounterVoice[] {
  return state.answering.marked.flatMap((id) => {
    const entry = state.entries.get(id);
    if (!entry) return [];
    return [
      {
        id,
        kind: 'card' as const,
        point: null,
        table: entry.table,
        seating: entry.seating,
        note: null,
        withdrawn: entry.status === 'withdrawn',
        hiddenBy: entry.status === 'hidden' ? (entry.hiddenBy ?? null) : null,
        replies: state.answering.replies[id] ?? [],
      },
    ];
  });
}
