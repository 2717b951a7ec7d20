import type { HearBack } from '#app/openedReceipt.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { wordsOf } from '#inputs/choices.ts';
import type { Harvested } from '#report/harvested.ts';
import type { ReplyReport } from '#report/points.ts';
import type { ToldOfCard } from '#report/toldOf.ts';
import { m } from '#words/compiled/messages.js';
import { ruleWords } from '../ruleWords.ts';
import { dayInWords } from '../verslag/[conversation]/day.ts';
import { waitsForIn } from '../verslag/[conversation]/waits.ts';

export interface Became {
  readonly when: string;
  readonly text: string;
  /** Where it stands in the report, now that everybody may read it. */
  readonly report?: string;
  /** Still to come. */
  readonly open?: boolean;
}

interface Where {
  /** How the step is called in which it was written. */
  readonly step: string;
  /** Where the card stands in the report, now that everybody may read it. */
  readonly report: string | null;
  readonly harvested: Harvested;
  /** Its writer is asked about it: it is theirs to do. */
  readonly isPromise: boolean;
  /** A table wrote it together. */
  readonly together: boolean;
  readonly hearBack: HearBack;
}

/** What became of a card so far, in order. A receipt speaks of who could read it, never of who thought what. */
export function becameOf(
  card: OwnCardShape,
  told: ToldOfCard | null,
  hasGrown: boolean,
  { step, isPromise, together, report, harvested, hearBack }: Where,
): readonly Became[] {
  if (card.hiddenBy) return [{ when: step, text: hidden(card, ruleWords(card.hiddenBy)) }];
  const isPublic = told?.forAll === true && report !== null;
  const seenThen = { when: step, text: seen(card, told, isPublic) };
  if (card.kept) return [seenThen, { when: m.became_report(), text: m.became_kept() }];
  const inReport = [
    ...(card.shortened === null ? [] : [m.became_shortened({ words: wordsOf(card.shortened) })]),
    ...themesIn(told?.themes ?? []),
    ...(isPublic ? [m.became_public()] : []),
    ...(told?.forAll === false ? [m.became_not_public()] : []),
    ...(together ? [m.became_together()] : []),
  ].join(' ');
  return [
    seenThen,
    ...harvestedIn(harvested, hearBack),
    ...(inReport === '' ? [] : [{ when: m.became_report(), text: inReport, ...(isPublic && { report }) }]),
    // What grew from it, what was answered to it, and what its writer promised, says itself how it stands.
    ...(hasGrown || isPromise || harvested.voice ? [] : [laterOf(hearBack)]),
  ];
}

/** Whether more is to be expected, and by when. */
function laterOf({ on, late, finishedOn }: HearBack): Became {
  const when = m.became_later();
  if (finishedOn !== null) return { when, text: m.became_later_finished({ day: dayInWords(finishedOn) }) };
  if (on === null) return { when, text: m.became_later_text(), open: true };
  return { when, text: (late ? m.became_later_late : m.became_later_on)({ day: dayInWords(on) }), open: true };
}

/** However many there are, in one sentence. */
function themesIn(themes: readonly string[]): readonly string[] {
  const quoted = themes.map((theme) => `‘${theme.replace(/[.]\s*$/, '')}’`);
  if (quoted.length < 2) return quoted.map((theme) => m.became_theme({ theme }));
  return [m.became_themes({ themes: quoted.slice(0, -1).join(', '), last: quoted.at(-1) ?? '' })];
}

/** Which points it went into, and what was answered to it. */
function harvestedIn({ points, voice }: Harvested, hearBack: HearBack): readonly Became[] {
  return [
    ...points.map(({ words, own, agreement }) => ({
      when: own ? m.became_harvest() : m.became_harvest_other(),
      text: [
        own ? m.became_point({ words }) : m.became_point_other({ words }),
        ...(agreement === 'notAll' ? [m.became_not_all()] : []),
      ].join(' '),
    })),
    ...(voice ? [{ when: m.voice_one(), ...replyWords(voice.reply, hearBack) }] : []),
  ];
}

/** What was answered to a counter-voice, or for whom it still waits. */
export function replyWords(reply: ReplyReport | null, { body, on }: HearBack): Pick<Became, 'text' | 'open'> {
  if (!reply) return { text: waitsForIn({ body, hearBackOn: on }), open: true };
  const words = reply.words ?? m.outcome_erased();
  return { text: reply.kind === 'none' ? m.voice_no_answer({ because: words }) : m.became_answer({ words }) };
}

function hidden({ seenBy }: OwnCardShape, rule: string): string {
  const text = m.became_hidden({ rule });
  return seenBy === 'everyone' ? `${m.became_room_then()} ${text}` : text;
}

/** Who could read it that evening; what everybody may read by now is said after it. */
function seen({ seenBy, late }: OwnCardShape, told: ToldOfCard | null, isPublic: boolean): string {
  const read = { everyone: isPublic ? m.became_room_then : m.became_room, table: m.became_table, me: m.became_nobody }[seenBy]();
  return [...(told?.picked ? [m.became_picked()] : []), read, ...(late ? [m.became_late()] : [])].join(' ');
}
