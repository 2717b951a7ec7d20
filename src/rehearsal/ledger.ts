import type { Actor } from '#conversation/action.ts';
import type { Decision } from '#conversation/decision.ts';
import type { Event } from '#conversation/event.ts';
import type { Format, InputUse, Perspective, Phase, Place, Role } from '#conversation/format.ts';
import type { CallId, EntryId, SeatId } from '#conversation/state.ts';
import { type Json, textsIn } from '#conversation/words.ts';
import { canariesIn } from './canaries.ts';

/**
 * The checker's own books of who may see what, kept from what happened and written down plainly from
 * who × sender × when. On purpose it asks nothing of the rules it checks.
 */
export class Ledger {
  readonly #format: Format;
  readonly #cards = new Map<EntryId, Card>();
  readonly #cardOf = new Map<string, Card>();
  readonly #callOf = new Map<string, CallId>();
  readonly #openCalls = new Set<CallId>();
  readonly #seats = new Map<SeatId, Person>();
  #step: { place: Place; ordinal: number; ended: boolean } | null = null;
  #seating = 0;
  #wallCleared = false;
  /** What each entry gives to the room, by the entry. */
  readonly #gifts = new Map<EntryId, readonly EntryId[]>();

  constructor(format: Format) {
    this.#format = format;
  }

  /** Whether the words with this canary may now stand on a screen of this seat. */
  maySee(viewer: SeatId, canary: string): boolean {
    const person = this.#seats.get(viewer);
    const task = person && this.#roleOf(person)?.task;
    const call = this.#callOf.get(canary);
    if (call) return task === 'facilitate' && this.#openCalls.has(call);
    const card = this.#cardOf.get(canary);
    if (!person || !card || card.withdrawn) return false;
    if (card.writer === viewer || this.#shapes(card, person)) return true;
    if (card.hidden || !card.laid || this.#staysOutside(card, person)) return false;
    if (task === 'show') return (card.released || card.use.live === true) && !this.#wallCleared && this.#isForTheRoom(card);
    return this.#isForTheRoom(card) || (this.#isMeantFor(card, person) && this.#isTime(card));
  }

  /** A report opens released cards only; never what was kept at the table or said behind a closed door. */
  mayReport(canary: string): boolean {
    const card = this.#cardOf.get(canary);
    if (!card || card.withdrawn || card.hidden || !card.laid || !card.released) return false;
    return card.phase.grouping.kind !== 'closed' && this.#isForTheRoom(card);
  }

  mayShowPerspective(entry: EntryId, perspective: Perspective): boolean {
    const card = this.#cards.get(entry);
    return card?.labelled === true && this.#seats.get(card.writer)?.perspectives[0] === perspective;
  }

  note(decision: Decision, actor: Actor): void {
    const canaries = new Map(decision.texts.map(({ id, words }) => [id as string, canariesIn(words)]));
    for (const event of decision.events) {
      if (event.type === 'entryWritten' && actor.kind === 'seat') this.#add(event, actor.seat);
      if (event.type === 'entryWritten' || event.type === 'entryCorrected') this.#write(event, canaries);
      else if (event.type === 'called') this.#noteCall(event.call, event.words ? (canaries.get(event.words) ?? []) : []);
      else this.#change(event);
    }
  }

  #change(event: Event): void {
    const card = 'entry' in event ? this.#cards.get(event.entry) : undefined;
    const person = 'seat' in event ? this.#seats.get(event.seat) : undefined;
    if (event.type === 'seatTaken') this.#seats.set(event.seat, { role: event.role, perspectives: event.perspectives, table: event.table });
    if (event.type === 'seatMoved' && person) person.table = event.table;
    if (event.type === 'seatReturned' && person) person.table = event.table;
    if (event.type === 'roleGiven' && person) person.role = event.role;
    if (event.type === 'seated') this.#seatAnew(event.tables);
    if (event.type === 'runStarted') this.#step = { place: event.place, ordinal: (this.#step?.ordinal ?? 0) + 1, ended: false };
    if (event.type === 'runEnded' && this.#step) this.#step.ended = true;
    if (event.type === 'entryKept' && card) card.kept = event.kept;
    if (event.type === 'entryLaid' && card) card.laid = true;
    if (event.type === 'entryWithdrawn' && card) card.withdrawn = true;
    if (event.type === 'entryWithdrawn') this.#gifts.delete(event.entry);
    if (event.type === 'entryHidden' && card) card.hidden = true;
    if (event.type === 'entryShown' && card) card.hidden = false;
    if (event.type === 'placeReleased') this.#release(event.place);
    if (event.type === 'wallCleared') this.#wallCleared = event.cleared;
    if (event.type === 'callAnswered') this.#openCalls.delete(event.call);
  }

  #add(event: Extract<Event, { type: 'entryWritten' }>, writer: SeatId): void {
    const phase = this.#format.phases.find((each) => event.place === `${each.id}.${event.place.split('.')[1]}`);
    const use = phase?.inputs.find((each) => each.key === event.input);
    if (!phase || !use) throw new Error(`No step of this format takes ${event.input} at ${event.place}.`);
    const { entry, place, table, kept, laid, seating = this.#seating } = event;
    const standing = { kept, laid, hidden: false, withdrawn: false, released: false, labelled: false };
    this.#cards.set(entry, { writer, phase, use, place, table, seating, during: this.#step?.ordinal ?? 0, ...standing });
  }

  #write(event: Extract<Event, { type: 'entryWritten' | 'entryCorrected' }>, canaries: ReadonlyMap<string, readonly string[]>): void {
    this.#hang(event.entry, event.body, canaries);
    this.#gifts.set(event.entry, event.gives ?? []);
  }

  /** Words that were written over belong to no card any more: nobody may see them. */
  #hang(entry: EntryId, body: Json, canaries: ReadonlyMap<string, readonly string[]>): void {
    const card = this.#cards.get(entry);
    if (!card) return;
    for (const [canary, owner] of this.#cardOf) if (owner === card) this.#cardOf.delete(canary);
    for (const text of textsIn(body)) for (const canary of canaries.get(text) ?? []) this.#cardOf.set(canary, card);
  }

  #noteCall(call: CallId, canaries: readonly string[]): void {
    this.#openCalls.add(call);
    for (const canary of canaries) this.#callOf.set(canary, call);
  }

  #seatAnew(tables: readonly { readonly number: number; readonly seats: readonly SeatId[] }[]): void {
    this.#seating++;
    for (const { number, seats } of tables) {
      for (const seat of seats) {
        const person = this.#seats.get(seat);
        if (person) person.table = number;
      }
    }
  }

  #release(place: Place): void {
    const here = [...this.#cards.values()].filter((card) => card.place === place);
    for (const card of here) {
      card.labelled ||= visibilityOf(card).sender === 'perspective' && this.#hasEnoughWriters(here, card.table);
      card.released = true;
    }
  }

  /** At least three writers of every perspective at that table, or none is shown. */
  #hasEnoughWriters(here: readonly Card[], table: number): boolean {
    const perspectiveOf = (seat: SeatId) => this.#seats.get(seat)?.perspectives[0];
    const cards = here.filter((card) => card.table === table && visibilityOf(card).sender === 'perspective');
    const showing = cards.filter((card) => !card.withdrawn && !card.hidden && card.laid);
    const sitting = [...this.#seats].filter(([, person]) => person.table === table).map(([seat]) => seat);
    const people = new Set([...sitting, ...cards.map((card) => card.writer)]);
    const writers = new Set(showing.map((card) => card.writer));
    return [...people].every((seat) => [...writers].filter((writer) => perspectiveOf(writer) === perspectiveOf(seat)).length >= 3);
  }

  #isForTheRoom(card: Card): boolean {
    const { who } = visibilityOf(card);
    if (card.kept || who === 'me' || who === 'facilitators') return false;
    return card.released || this.#isGiven(card) || ((who === 'everyone' || who === 'public') && this.#isTime(card));
  }

  /** Given by a table: once that step is over. */
  #isGiven(card: Card): boolean {
    return [...this.#gifts].some(([giver, gifts]) => {
      const isOver = this.#step?.place !== this.#cards.get(giver)?.place || this.#step?.ended === true;
      return isOver && gifts.some((each) => this.#cards.get(each) === card);
    });
  }

  /** Those who work on it together see it as their own. */
  #shapes({ use, table, seating }: Card, viewer: Person): boolean {
    if (!use.sharedBy || !use.roles?.includes(viewer.role)) return false;
    return use.sharedBy === 'role' || (viewer.table === table && seating === this.#seating);
  }

  #isMeantFor(card: Card, viewer: Person): boolean {
    const { who, when } = visibilityOf(card);
    const sitsThere = viewer.table === card.table && card.seating === this.#seating && card.table > 0;
    if (who === 'facilitators') return this.#roleOf(viewer)?.task === 'facilitate';
    if (who === 'sameRole') return this.#seats.get(card.writer)?.role === viewer.role;
    return who === 'me' ? sitsThere && when === 'whenIConsent' : sitsThere;
  }

  #isTime(card: Card): boolean {
    const { when } = visibilityOf(card);
    const over = this.#step?.place !== card.place || this.#step.ended || card.during < this.#step.ordinal;
    if (when === 'whenReleased') return card.released;
    if (when === 'afterPhase' || card.phase.turn.kind === 'silent') return over;
    return true;
  }

  #staysOutside(card: Card, viewer: Person): boolean {
    if (card.phase.grouping.kind !== 'closed') return false;
    return card.phase.grouping.without.includes(viewer.role) || this.#roleOf(viewer)?.task === 'show';
  }

  #roleOf(person: Person): Role | undefined {
    return this.#format.roles.find((role) => role.id === person.role);
  }
}

interface Card {
  readonly writer: SeatId;
  readonly phase: Phase;
  readonly use: InputUse;
  readonly place: Place;
  readonly table: number;
  readonly seating: number;
  readonly during: number;
  kept: boolean;
  laid: boolean;
  hidden: boolean;
  withdrawn: boolean;
  released: boolean;
  labelled: boolean;
}

interface Person {
  role: string;
  readonly perspectives: readonly Perspective[];
  table: number;
}

function visibilityOf({ phase, use }: Card) {
  return use.visibility ?? phase.visibility;
}
