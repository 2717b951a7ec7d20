import { dayOf, daysLater } from '#conversation/day.ts';
import type { Asked } from '#conversation/library.ts';
import { outcomeIn, type Outcome, type OutcomeKinds } from '#conversation/outcome.ts';
import { isPublished } from '#conversation/publishing.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { WordsOf } from '#conversation/words.ts';
import { forPublic } from '#report/forPublic.ts';
import { outcomeView, type OutcomeView } from '#report/thread.ts';
import type { StandsInReport } from '#report/toldOf.ts';
import { label } from '#search/document.ts';
import { mended } from '#search/mended.ts';
import { rankQuery, searchQuery } from '#search/query.ts';
import { isActionId } from './actions.ts';
import { cleaned } from './cleaned.ts';
import { copyOf } from './libraryCopy.ts';
import type { ConversationId } from './ids.ts';
import type { LibraryAsked, LibraryChoices, LibraryPage, LibraryPlace, Origin, TakenOver } from './ports/library.ts';
import type { Visitor } from './ports/people.ts';
import type { Store } from './ports.ts';
import { refused, requestFor, requestOf, type Taken } from './request.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { World } from './world.ts';

/** What is looked for, as it was typed and chosen. */
export interface LibraryWish extends Pick<LibraryAsked, 'kind' | 'status' | 'theme' | 'place' | 'page' | 'pageSize'> {
  readonly words: string;
  /** The last word may still grow. */
  readonly typing?: boolean;
}

export interface LibraryFound extends LibraryPage {
  /** Nothing had just these words: this has words that begin with the last one, or the words of `meant`. */
  readonly nearly: boolean;
  /** What was looked for instead, where a word seems to be written wrongly. */
  readonly meant: string | null;
}

/** One outcome as somebody elsewhere may read it. */
export interface LibraryItem extends Origin {
  readonly view: OutcomeView;
  readonly conversationTitle: string | null;
  readonly place: string | null;
  /** Everybody may read the report it stands in. */
  readonly published: boolean;
  /** Where it was taken over from, as far as this visitor may read that. */
  readonly from: LibraryPlace | null;
  readonly takenOver: TakenOver;
  /** Oldest first; what waits for an answer only for who leads. */
  readonly asked: readonly AskedView[];
  /** It comes from a conversation of this visitor. */
  readonly leads: boolean;
}
export interface AskedView extends Pick<Asked, 'id' | 'on'> {
  readonly words: string | null;
  readonly answer: { readonly words: string | null; readonly on: string } | null;
}

interface Parts {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly kinds: OutcomeKinds;
  readonly world: World;
}

/** What conversations yielded that others can learn from: found, taken over, asked about. */
export class Library {
  readonly #parts: Parts;
  readonly #kinds: readonly string[];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kinds = libraryKinds(parts.kinds);
  }

  async search(visitor: Reader, { words, typing = false, theme, ...narrowed }: LibraryWish): Promise<LibraryFound> {
    const narrow = { ...narrowed, ...(theme === undefined ? {} : { theme: label('theme', theme) }) };
    const asked = { ...narrow, reader: visitor?.organiser ?? null, kinds: this.#kinds };
    const find = (query: string | null, typed = words) =>
      this.#parts.store.library.find({ ...asked, words: query, rankBy: rankQuery(typed) });
    const exactly = searchQuery(words, { typing });
    const found = await find(exactly);
    if (exactly === null || typing || found.total > 0) return { ...found, nearly: false, meant: null };
    const begun = await find(searchQuery(words, { typing: true }));
    const meant = begun.total > 0 ? null : mended(words);
    return { ...(meant === null ? begun : await find(searchQuery(meant), meant)), nearly: true, meant };
  }

  choices(visitor: Reader): Promise<LibraryChoices> {
    return this.#parts.store.library.choices(visitor?.organiser ?? null, this.#kinds);
  }

  /** Null when there is no such thing, or not for this visitor. */
  async item(visitor: Reader, of: Origin): Promise<LibraryItem | null> {
    const read = await this.#read(visitor, of);
    if (!read) return null;
    const { room, leads } = read;
    const view = await this.#view(room, of, leads);
    if (!view) return null;
    return {
      ...of,
      ...view,
      from: await this.#from(visitor, read.outcome),
      takenOver: await this.#parts.store.library.taken(visitor?.organiser ?? null, of),
      leads,
    };
  }

  /** Copies it to a conversation of one's own, with where it came from; after three months it is asked how it goes. */
  async adopt(
    visitor: Visitor,
    actionId: unknown,
    of: Origin,
    wish: { readonly into: ConversationId; readonly owner: string },
  ): Promise<Taken> {
    const read = await this.#read(visitor, of);
    const owner = cleanWords(wish.owner);
    if (!isActionId(actionId)) return refused(refuse('wrongShape'));
    if (!visitor.organiser) return refused(refuse('notYourRole'));
    if (!read || of.conversation === wish.into) return refused(refuse('notFound'));
    if (typeof owner !== 'string') return refused(owner);
    const home = await this.#homeOf(visitor, wish.into);
    if ('refused' in home) return refused(home);
    const copy = await this.#parts.rooms.look(read.room, (situation, words) => copyOf(situation, of.outcome, words));
    if (!copy) return refused(refuse('notFound'));
    const due = daysLater(this.#today(), UNTIL_ASKED);
    const action = { type: 'adoptOutcome', ...copy, owner, due, origin: of } as const;
    return home.perform(requestFor({ of: { ...of }, ...wish }, onceBy(visitor, actionId), action));
  }

  /** Reaches who leads the original, in the app alone. Everybody who may read the outcome reads the answer. */
  async ask(visitor: Visitor, actionId: unknown, of: Origin, words: string): Promise<Taken> {
    const read = await this.#read(visitor, of);
    const typed = cleanWords(words);
    if (!isActionId(actionId)) return refused(refuse('wrongShape'));
    if (!visitor.organiser) return refused(refuse('notYourRole'));
    if (!read) return refused(refuse('notFound'));
    if (typeof typed !== 'string') return refused(typed);
    const action = { type: 'askOutcome', outcome: of.outcome, words: typed } as const;
    return read.room.perform(requestOf({ kind: 'house' }, onceBy(visitor, actionId), action));
  }

  /** Of what this organiser leads: where others asked something that waits for an answer. */
  askedAbout({ organiser }: Pick<Visitor, 'organiser'>): Promise<readonly LibraryPlace[]> {
    return organiser ? this.#parts.store.library.askedAbout(organiser) : Promise.resolve([]);
  }

  async #read(visitor: Reader, { conversation, outcome: id }: Origin): Promise<Read | null> {
    const room = await this.#parts.rooms.findFresh(conversation);
    if (!room || room.conversation.rehearsal) return null;
    const { state } = room.held.situation;
    const outcome = outcomeIn(state, id);
    const leads = visitor?.organiser != null && visitor.organiser === room.conversation.organiser;
    const isPublic = outcome?.seenBy === 'everyone' && isPublished(state);
    const there = outcome && outcome.dropped === null && this.#kinds.includes(outcome.kind);
    return there && (leads || isPublic) ? { room, outcome, leads } : null;
  }

  /** `stands`: which of its cards are shown; those of the report when absent. */
  #view(room: Room, { outcome: id }: Origin, leads: boolean, stands?: StandsInReport) {
    return this.#parts.rooms.look(room, (situation, words) => {
      const { state } = situation;
      const outcome = outcomeIn(state, id);
      const view = outcome && outcomeView(situation, outcome, words, leads ? 'leaders' : 'public', this.#today(), stands);
      if (!view) return null;
      const { title, where } = state.scope;
      return {
        view: leads ? view : forPublic(state, view),
        conversationTitle: title && words(title),
        place: where ? words(where) : null,
        published: isPublished(state),
        asked: outcome.asked.filter(({ answer }) => leads || answer !== null).map((asked) => askedView(asked, words)),
      };
    });
  }

  async #from(visitor: Reader, { origin }: Outcome): Promise<LibraryPlace | null> {
    if (!origin) return null;
    const of = { conversation: origin.conversation as ConversationId, outcome: origin.outcome };
    const read = await this.#read(visitor, of);
    const view = read && (await this.#view(read.room, of, false, () => false));
    return view && { ...of, title: view.view.title };
  }

  async #homeOf({ organiser }: Visitor, into: ConversationId): Promise<Room | Refusal> {
    const home = await this.#parts.rooms.findFresh(into);
    const own = home && home.conversation.organiser === organiser && !home.conversation.rehearsal;
    return own ? home : refuse('notFound');
  }

  #today(): string {
    return dayOf(this.#parts.world.clock.now());
  }
}

export function libraryKinds(kinds: OutcomeKinds): readonly string[] {
  return Object.values(kinds).flatMap(({ kind, inLibrary }) => (inLibrary ? [kind] : []));
}

type Reader = Pick<Visitor, 'organiser'> | null;

interface Read {
  readonly room: Room;
  readonly outcome: Outcome;
  /** It is a conversation of theirs. */
  readonly leads: boolean;
}

/** Three months, in days. */
const UNTIL_ASKED = 91;

function onceBy({ device }: Visitor, actionId: string): string {
  return `${device}/${actionId}`;
}

function cleanWords(raw: string): string | Refusal {
  const words = cleaned(raw);
  if ('refused' in words) return words;
  return typeof words.clean === 'string' ? words.clean : '';
}

function askedView({ id, words: question, on, answer }: Asked, words: WordsOf): AskedView {
  return { id, on, words: words(question), answer: answer && { words: words(answer.words), on: answer.on } };
}
