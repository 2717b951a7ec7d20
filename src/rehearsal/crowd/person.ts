import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { ParticipantAction } from '#conversation/action.ts';
import type { InputUse } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import type { EveryoneShape, MeShape } from '#conversation/views/shapes.ts';
import { actionsOf, placeIn, type PlaceInHouse, streamOf, tryToJoin } from '../hall/doors.ts';
import { type Heard, Line } from '../hall/line.ts';
import { Listening } from '../hall/listening.ts';
import { Outbox } from '../hall/outbox.ts';
import { Screen } from '../hall/screen.ts';
import { imagined } from '../imagine.ts';
import type { Character } from './character.ts';
import { type Deed, Mind } from './mind.ts';
import type { Sayings } from './sayings.ts';
import type { Time } from './time.ts';

/** What all people of one rehearsal share. */
export interface Company {
  /** Where the house listens on this machine. */
  readonly house: URL;
  readonly certificate: string | undefined;
  /** The long key of the QR. */
  readonly key: string;
  readonly inputs: Inputs;
  readonly rolesToTake: readonly string[];
  /** Roles that only one in so many thinks of taking. */
  readonly rolesForSome: readonly string[];
  readonly sayings: Sayings;
  readonly time: Time;
  readonly seed: string;
}

/** One simulated person with one phone, who comes in by the same doors as everybody and then does as people do. */
export class Person {
  readonly #company: Company;
  readonly #character: Character;
  readonly #line: Line;
  readonly #screen = new Screen(() => undefined, true);
  readonly #chance: Chance;
  readonly #mind: Mind;
  readonly #onGone: () => void;
  readonly #timers = new Set<() => void>();
  #listening: Listening | undefined;
  #outbox: Outbox | undefined;
  #leaving = false;
  #gone = false;

  constructor(company: Company, character: Character, number: number, onGone: () => void) {
    this.#company = company;
    this.#character = character;
    this.#line = new Line(company.house, '', company.certificate);
    this.#chance = chanceFrom(`${company.seed} person ${number}`);
    const some = number % ONE_IN === 3 ? company.rolesForSome : [];
    this.#mind = new Mind(character, [...some, ...company.rolesToTake], this.#chance);
    this.#onGone = onGone;
  }

  /** Sets out; comes in when it is time. */
  start(): void {
    this.#after(this.#character.comesAfterSeconds, () => void this.#comeIn(TRIES));
  }

  /** Resolves when nobody can come in any more on account of this person. */
  async turnBack(): Promise<void> {
    this.#quieten();
    this.#outbox?.close();
    await this.#line.settled();
    this.close();
  }

  /** At once, as when the lights go out. */
  close(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#quieten();
    this.#outbox?.close();
    this.#listening?.close();
    this.#line.close();
    this.#onGone();
  }

  /** A door that is shut for a while is tried again; somebody who may not come in goes home. */
  async #comeIn(tries: number): Promise<void> {
    const { key } = this.#company;
    const joining = { id: this.#chance.id(), invitation: { key }, perspectives: this.#character.perspectives, simulated: true } as const;
    const heard = await tryToJoin(this.#line, joining).catch(() => null);
    if (this.#leaving) return;
    const place = heard && placeIn(heard);
    if (place) this.#sit(place);
    else if (tries > 1 && isForNow(heard)) this.#after(WAIT_AT_DOOR_SECONDS, () => void this.#comeIn(tries - 1));
    else this.close();
  }

  #sit(place: PlaceInHouse): void {
    const next = () => this.#chance.next();
    this.#listening = new Listening(this.#line, streamOf(place), this.#screen, next);
    this.#outbox = new Outbox(
      this.#line,
      actionsOf(place),
      { accepted: ({ action }) => action.type === 'leave' && this.close(), refused: () => undefined },
      next,
    );
    void this.#listening.open();
    this.#after(SIT_DOWN_SECONDS, () => this.#look());
  }

  /** Looks up, does one thing or nothing, and looks up again later. Who has no place any more goes. */
  #look(): void {
    const { conversation } = this.#screen.everything as Partial<EveryoneShape>;
    const { status } = conversation ?? {};
    const me = this.#me;
    const left = status === 'closed' || status === 'sealed' || this.#listening?.endedAt != null || me?.me.here === false;
    if (left) return this.close();
    if (!me || status !== 'open') return this.#after(SIT_DOWN_SECONDS, () => this.#look());
    const { deed, again } = this.#mind.next({ step: this.#screen.step, run: this.#screen.run, me, mayWrite: this.#screen.mayWrite });
    if (deed) this.#do(deed, me);
    this.#after(again, () => this.#look());
  }

  get #me(): MeShape | null {
    const me = this.#screen.part('me', 'me');
    return me ? ({ me, may: this.#screen.part('me', 'may') } as MeShape) : null;
  }

  #do(deed: Deed, { me }: MeShape): void {
    const run = this.#screen.run?.id;
    if (deed.does === 'loseNetwork') return this.#loseNetwork(deed.seconds);
    if (deed.does === 'leave') return this.#send({ type: 'leave' });
    if (deed.does === 'takeRole') return this.#send({ type: 'takeRole', role: deed.role });
    if (!run) return;
    if (deed.does === 'write') this.#write(deed.use);
    else if (deed.does === 'ready') this.#send({ type: 'ready', run });
    else if (me.turn !== null) this.#send({ type: 'passTurn', run, turn: me.turn });
  }

  #write(use: InputUse): void {
    const { inputs, sayings } = this.#company;
    const sentence = (field?: string) => sayings.next(use, field);
    const act = imagined(use, inputs, this.#screen.everything, { chance: this.#chance, now: Date.now(), sentence });
    const run = this.#screen.run?.id;
    if (act !== null && run) this.#send({ type: 'write', run, input: use.key, act, kept: false });
  }

  #send(action: ParticipantAction): void {
    this.#outbox?.send({ id: this.#chance.id(), action });
  }

  /** What is written meanwhile waits on the phone and is sent when the network is back. */
  #loseNetwork(seconds: number): void {
    this.#line.loseNetwork();
    this.#after(seconds, () => this.#line.findNetwork());
  }

  #after(seconds: number, then: () => void): void {
    if (this.#leaving) return;
    const callOff = this.#company.time.after(seconds, () => {
      this.#timers.delete(callOff);
      then();
    });
    this.#timers.add(callOff);
  }

  #quieten(): void {
    this.#leaving = true;
    for (const callOff of this.#timers) callOff();
    this.#timers.clear();
  }
}

/** No answer, a door that is shut during a step, or too many at once: later it may be different. */
function isForNow(heard: Heard | null): boolean {
  const { code } = (heard?.said ?? {}) as { readonly code?: string };
  return heard === null || heard.status >= 500 || code === 'doorClosed' || code === 'tooFast';
}

const ONE_IN = 8;
const SIT_DOWN_SECONDS = 2;
const WAIT_AT_DOOR_SECONDS = 10;
const TRIES = 12;
