import type { Format } from '#conversation/format.ts';
import { theHouse, type House } from '../../src/house.ts';
import { openHouse, type Ending } from '../helpers/app.ts';
import { openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening, type Seated } from './heldEvening.ts';
import { carry } from './look.ts';

/** A whole house with conversations in it, for people with real phones. */
export class Tables {
  readonly url: string;
  readonly house: House;
  readonly #test: Ending;
  readonly #setUpFile: string;
  #first: HeldEvening | undefined;

  private constructor(test: Ending, url: string, setUpFile: string) {
    this.#test = test;
    this.url = url;
    this.#setUpFile = setUpFile;
    this.house = theHouse();
  }

  static async open(test: Ending, extraFormats: readonly Format[] = []): Promise<Tables> {
    const running = await openHouse(test, {}, { extraFormats });
    return new Tables(test, running.url, running.setUpFile ?? '');
  }

  async evening(format = 'in-huis-zaaien'): Promise<HeldEvening> {
    const by = this.#first?.organiser ?? { setUpFile: this.#setUpFile };
    const evening = await HeldEvening.open(this.house.app, by, { format, tables: 1, ...SCOPE });
    this.#first ??= evening;
    return evening;
  }

  /** What people type to come in, and what the QR carries. */
  async wayIn({ organiser, at }: HeldEvening): Promise<{ readonly code: string; readonly secret: string }> {
    const leader = await this.house.app.whoAsks(organiser.secret);
    const found = leader && (await this.house.app.joinCode(leader, at));
    if (!found || 'refused' in found) throw new Error('There is no way in.');
    return found;
  }

  phone(kind?: DeviceKind): Promise<Device> {
    return openDevice(this.#test, kind);
  }

  /** The phone of someone who sits there already, on the page of their seat. */
  async phoneOf(person: Seated, kind?: DeviceKind): Promise<Device> {
    const device = await this.phone(kind);
    await carry(device, this.url, person.secret);
    await device.page.goto(this.pathOf(person));
    return device;
  }

  pathOf({ at }: Seated): string {
    return `${this.url}/gesprek/${at.conversation}/${at.seat}`;
  }
}

/** As far as this step, with people at the table. */
export async function until(evening: HeldEvening, phase: string): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    await evening.next();
    if ((await evening.state()).run?.place.startsWith(`${phase}.`)) return;
  }
  throw new Error(`There is no step ${phase}.`);
}

const SCOPE = {
  title: 'Mantelzorgers raken op',
  about: 'Wat is er al dat helpt? Wat moeten we nog zaaien?',
  decides: 'Jullie, over wat jullie zelf doen. De gemeente, over geld en regels.',
  hearBack: 'Vóór 15 december. Met je terugleeskaart, zonder account.',
};
