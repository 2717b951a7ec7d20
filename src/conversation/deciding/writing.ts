import type { SpokenWords } from '../action.ts';
import type { Decision } from '../decision.ts';
import type { Event } from '../event.ts';
import type { Spoken } from '../interpreting.ts';
import type { InputUse, Place } from '../format.ts';
import type { WriteContext } from '../input.ts';
import { entriesAt, inputIn, isClosed, stepAt, useOf, visibilityOf } from '../lookup.ts';
import { staysAtTable } from '../ownWords.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Entry, EntryId, Run, Seat, State } from '../state.ts';
import { asTextId, textsIn, type Json, type NewText, type TextId } from '../words.ts';
import { placeNow, satDuring, type SatAt } from '../satDuring.ts';
import { asking } from './people.ts';
import { happened, newText, type Context, type DecidersFor } from './context.ts';

/** Cards, scores, votes, placements: all entries walk this way. */
export const writing: DecidersFor<'write' | 'correct' | 'keep' | 'lay' | 'withdraw'> = {
  write(context, { run: id, input, act, kept, spoken }) {
    const { state, situation, circumstances } = context;
    const run = state.runs.find((each) => each.id === id);
    const phase = run && stepAt(state, run.place)?.phase;
    const use = phase && inputIn(phase, input);
    const rules = use && situation.inputs[use.kind];
    if (!run || !use || !rules) return refuse('notInThisStep');
    const texts: NewText[] = [];
    const late = !(state.run?.place === run.place && !isClosed(state, state.run, circumstances.now));
    const where = late ? satDuring(state, run, asking(context)) : placeNow(state, asking(context));
    const written = rules.decide(writeContext(context, use, run.place, null, texts, where), act);
    if (isRefusal(written)) return written;
    if ('ballot' in written) return happened([], { ballot: { run: run.id, input, choice: written.ballot } });
    const stays = kept || staysAtTable(situation, asking(context), use, written.body);
    const { body, replaces, gives } = written;
    const made = { body, gives, texts, spoken: heard(context, spoken, texts) };
    if (replaces) return rewritten(context, replaces, made, stays);
    return added(context, { use, run, kept: stays, late, where, ...made });
  },

  correct(context, { entry: id, act }) {
    const { state, situation } = context;
    const entry = state.entries.get(id);
    const use = entry && useOf(state, entry);
    const rules = use && situation.inputs[use.kind];
    if (!entry || !use || !rules) return refuse('unknownCard');
    const texts: NewText[] = [];
    const written = rules.decide(writeContext(context, use, entry.place, entry, texts), act);
    if (isRefusal(written)) return written;
    if ('ballot' in written) return refuse('wrongShape');
    const { body, gives } = written;
    return rewritten(context, entry.id, { body, gives, texts, spoken: null }, staysAtTable(situation, asking(context), use, body));
  },

  keep(context, { entry: id, kept, forSeat }) {
    const { state, situation } = context;
    const entry = state.entries.get(id);
    const use = entry && useOf(state, entry);
    const seat = asking(context);
    if (!kept && forSeat !== undefined) return refuse('notYourRole');
    // Whoever works on it with its writer lets go of nothing, whoever wrote it: a reason would tell of the writer.
    if (!kept && situation.authors.seatOf.get(id) !== seat.id) return refuse('unknownCard');
    if (!kept && use && staysAtTable(situation, seat, use, entry.body)) return refuse('staysAtTable');
    return happened([{ type: 'entryKept', entry: id, kept }], { answer: { entry: id } });
  },
  lay: (_, { entry }) => happened([{ type: 'entryLaid', entry }], { answer: { entry } }),

  withdraw({ state }, { entry }) {
    const { body = null, original = null, spoken, answers = {} } = state.entries.get(entry) ?? {};
    const learned = Object.values(answers).flatMap((answer) => answer.learned ?? []);
    const erased = [
      ...new Set([...textsIn(body), ...textsIn(original), ...(spoken ? [spoken.text] : []), ...learned, ...turnsOf(state, entry)]),
    ];
    return happened([{ type: 'entryWithdrawn', entry }], { erased, answer: { entry } });
  },
};

/** What was told with a card goes with it. */
function turnsOf({ outcomes }: State, entry: EntryId): readonly TextId[] {
  return outcomes.flatMap(({ turns }) => turns.flatMap(({ card, words }) => (card === entry ? [words] : [])));
}

interface Made {
  readonly body: Json;
  readonly gives: readonly EntryId[] | undefined;
  readonly texts: readonly NewText[];
  /** How an interpreter heard it. */
  readonly spoken: Spoken | null;
}

interface Addition extends Made {
  readonly use: InputUse;
  readonly run: Run;
  readonly kept: boolean;
  readonly late: boolean;
  readonly where: SatAt;
}

function added(context: Context, { use, run, kept, late, where, body, gives, texts, spoken }: Addition): Decision | Refusal {
  const { state, chance } = context;
  const seat = asking(context);
  const phase = stepAt(state, run.place)?.phase;
  if (!phase) return refuse('noRun');
  const entry = chance.id() as EntryId;
  // Who lets others write has already said it aloud: there is no draft to lay on the table later.
  const laid = seat.phoneless === true || spoken !== null || visibilityOf(phase, use).when !== 'whenIConsent';
  const { table, seating } = where;
  const earlier = seating !== state.seatings && { seating };
  const written = { type: 'entryWritten', entry, input: use.key, place: run.place, table, late, kept, laid, body, ...earlier } as const;
  return happened([gives ? { ...written, gives } : written, ...spokenOf(entry, spoken)], {
    texts,
    authored: [{ entry, seat: seat.id }],
    answer: late ? { entry, late } : { entry },
  });
}

/** Written over: the old words go for good. What is kept at the table can become so now, but not leave it again this way. */
function rewritten({ state }: Context, id: EntryId, { body, gives, texts, spoken }: Made, kept: boolean): Decision {
  const before = state.entries.get(id);
  const stay = new Set(textsIn(body));
  const unsaid = before?.spoken ? [before.spoken.text] : [];
  const erased = [...textsIn(before?.body ?? null).filter((text) => !stay.has(text)), ...unsaid];
  const keeping = kept && !before?.kept ? [{ type: 'entryKept' as const, entry: id, kept }] : [];
  const corrected = { type: 'entryCorrected', entry: id, body } as const;
  return happened([gives ? { ...corrected, gives } : corrected, ...spokenOf(id, spoken), ...keeping], {
    texts,
    erased,
    answer: { entry: id },
  });
}

function heard({ chance }: Context, spoken: SpokenWords | undefined, texts: NewText[]): Spoken | null {
  const text = newText(chance, spoken?.words ?? '');
  if (!spoken || !text) return null;
  texts.push(text);
  return { text: text.id, language: spoken.language };
}

function spokenOf(entry: EntryId, spoken: Spoken | null): readonly Event[] {
  return spoken ? [{ type: 'entrySpoken', entry, spoken }] : [];
}

function writeContext(
  context: Context,
  use: InputUse,
  place: Place,
  correcting: Entry | null,
  texts: NewText[],
  where: SatAt = placeNow(context.state, asking(context)),
): WriteContext {
  const { state, situation, chance } = context;
  const seat: Seat = { ...asking(context), table: where.table };
  const there = (entry: Entry) => entry.input === use.key && entry.status !== 'withdrawn';
  // Worked out when asked for: most inputs ask for neither, and a full table is long.
  return {
    use,
    situation,
    seat,
    correcting,
    get own() {
      const mine = (situation.authors.entriesOf.get(seat.id) ?? []).flatMap((id) => state.entries.get(id) ?? []);
      return mine.filter((entry) => entry.place === place && there(entry));
    },
    get ofTable() {
      return entriesAt(state, place, where.table).filter((entry) => entry.seating === where.seating && there(entry));
    },
    text(words) {
      const text = { id: asTextId(chance.id()), words };
      texts.push(text);
      return text.id;
    },
  };
}
