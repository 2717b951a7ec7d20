import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { PoolConfig } from 'pg';
import type { Entrance, HandedLink, Place } from '#app/house.ts';
import type { Format } from '#conversation/format.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { State } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import { theHouse, type House } from '../../src/house.ts';
import type { HouseOptions } from '../../src/main.ts';
import { openHouse, type Ending, type OpenHouse } from '../helpers/app.ts';
import type { Environment } from '../../src/settings.ts';
import { Browser } from './browser.ts';
import { SECRETS } from './format.ts';
import { freshId, Guest } from './guest.ts';

interface Opening extends Pick<HouseOptions, 'sealAfter' | 'clock'> {
  readonly format?: Format;
  readonly tables?: number;
  readonly environment?: Environment;
  /** Whether people may come in already. */
  readonly opened?: boolean;
}

/** A whole house with its pages on real HTTP and a real database, and one open conversation in it. */
export class Hall {
  readonly url: string;
  readonly house: House;
  readonly running: OpenHouse;
  readonly setUpCode: string;
  readonly leader: Guest;

  private constructor(made: Pick<Hall, 'url' | 'house' | 'running' | 'setUpCode' | 'leader'>) {
    this.url = made.url;
    this.house = made.house;
    this.running = made.running;
    this.setUpCode = made.setUpCode;
    this.leader = made.leader;
  }

  static async open(test: Ending, { format = SECRETS, tables = 2, environment, opened = true, ...options }: Opening = {}): Promise<Hall> {
    const running = await openHouse(test, environment, { ...options, extraFormats: [format] });
    const house = theHouse();
    const setUpCode = readFileSync(running.setUpFile ?? '', 'utf8').trim();
    const { secret, visitor } = await house.app.newDevice();
    await house.app.useSetUpCode(visitor, setUpCode);
    const leader = await prepared({ house, url: running.listensAt }, secret, { format: format.id, tables });
    const hall = new Hall({ url: running.listensAt, house, running, setUpCode, leader });
    if (opened) await hall.lead({ type: 'open' });
    return hall;
  }

  /** Another conversation in the same house, of somebody who knows nothing of this one. */
  async beside(): Promise<Guest> {
    const link = await this.house.app.organiserLink(await this.visitor(this.leader), 'colleague');
    const { secret, visitor } = await this.house.app.newDevice();
    await this.house.app.useLink(visitor, handed(link).secret);
    const colleague = await prepared(this, secret, { format: SECRETS.id, tables: 1 });
    await this.lead({ type: 'open' }, colleague);
    return colleague;
  }

  /** Steers past the desk, which would make one seat wait that does this much at once. */
  async lead(action: Json, leader: Guest = this.leader): Promise<void> {
    const taken = await this.house.app.take(await this.visitor(leader), leader.place, freshId(), action);
    assert.ok(taken.accepted, JSON.stringify(taken));
  }

  async next(leader: Guest = this.leader): Promise<void> {
    await this.lead({ type: 'next', from: (await this.state(leader)).run?.id ?? null }, leader);
  }

  /** Step by step, forward or back. */
  async goTo(phase: string): Promise<void> {
    for (;;) {
      const { run, format } = await this.state();
      const places = format.phases.map(({ id }) => `${id}.1`);
      const [now, wanted] = [places.indexOf(run?.place ?? ''), places.indexOf(`${phase}.1`)];
      if (now === wanted) return;
      await this.lead({ type: now < wanted ? 'next' : 'back', from: run?.id ?? null });
    }
  }

  async state({ place }: Guest = this.leader): Promise<State> {
    const situation = await this.house.app.situationOf(place.conversation);
    assert.ok(situation);
    return situation.state;
  }

  async invitation(leader: Guest = this.leader): Promise<{ readonly code: string; readonly secret: string }> {
    const known = await this.house.app.joinCode(await this.visitor(leader), leader.place);
    assert.ok('code' in known);
    return known;
  }

  /** Comes in by the key of the QR and sits down at this table. */
  async join(table = 1, leader: Guest = this.leader, language = 'nl'): Promise<Guest> {
    const browser = new Browser(this.url, { language });
    const { secret: key } = await this.invitation(leader);
    const answer = await browser.send('/v1/joinings', { key, perspectives: ['resident'] });
    assert.equal(answer.status, 201, answer.body);
    const guest = new Guest(browser, JSON.parse(answer.body) as Place);
    await this.lead({ type: 'moveSeat', seat: guest.place.seat, table }, leader);
    return guest;
  }

  async link(kind: 'wall' | 'coFacilitator'): Promise<HandedLink> {
    const { app } = this.house;
    const leader = await this.visitor(this.leader);
    return handed(await (kind === 'wall' ? app.wallLink(leader, this.leader.place) : app.coFacilitatorLink(leader, this.leader.place)));
  }

  /** Somebody, or some screen, that came by a link. */
  async enter({ secret: link }: HandedLink): Promise<Guest> {
    const { secret, visitor } = await this.house.app.newDevice();
    const entrance: Entrance | Refusal = await this.house.app.useLink(visitor, link);
    assert.ok('at' in entrance && entrance.at);
    return new Guest(new Browser(this.url, { cookie: secret }), entrance.at);
  }

  async revokeLink({ id }: HandedLink): Promise<void> {
    assert.ok('revoked' in (await this.house.app.revokeLink(await this.visitor(this.leader), id, this.leader.place)));
  }

  async revokeSeat({ place }: Guest): Promise<void> {
    assert.ok('revoked' in (await this.house.app.revokeSeat(await this.visitor(this.leader), this.leader.place, place.seat)));
  }

  async renewInvitation(): Promise<void> {
    assert.ok('code' in (await this.house.app.renewJoinCode(await this.visitor(this.leader), this.leader.place)));
  }

  /** The database as somebody with a copy of it sees it. */
  database(): Promise<PoolConfig> {
    return this.running.database();
  }

  async visitor({ browser }: Guest) {
    const visitor = await this.house.app.whoAsks(browser.deviceSecret);
    assert.ok(visitor);
    return visitor;
  }
}

async function prepared(
  { house, url }: Pick<Hall, 'house' | 'url'>,
  secret: string,
  { format, tables }: { format: string; tables: number },
) {
  const organiser = await house.app.whoAsks(secret);
  assert.ok(organiser);
  const place = await house.app.prepare(organiser, freshId(), { format, title: 'Samen in de wijk', tables }, house.secure);
  assert.ok('seat' in place, JSON.stringify(place));
  return new Guest(new Browser(url, { cookie: secret }), place);
}

function handed(link: HandedLink | Refusal): HandedLink {
  assert.ok('secret' in link);
  return link;
}
