import type { House, Place, Visitor } from '#app/house.ts';
import { chanceFrom, type Chance } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import { steps } from '#conversation/lookup.ts';
import type { State } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import { dialoogtafel } from '#formats/dialoogtafel.ts';
import { inputs } from '#inputs/rules.ts';
import { imagined } from '#rehearsal/imagine.ts';
import { sentenceFrom } from '#rehearsal/sentences.ts';
import { prepareConversation, withApp } from './prepare.ts';

export interface FullEvening {
  readonly place: Place;
  /** Of the device of whoever led. */
  readonly secret: string;
  readonly cards: number;
}

/**
 * A dialogue that is over, in the database of a house that does not run yet: everybody wrote all they may, ten cards
 * and a look back each, and all of it is released.
 */
export async function holdFullEvening(dataDir: string, people: number, seed: string): Promise<FullEvening> {
  const { place, secret, key } = await prepareConversation(dataDir, dialoogtafel, Math.ceil(people / TABLE_SIZE));
  return withApp(dataDir, [dialoogtafel], async (app) => {
    const chance = chanceFrom(seed);
    const leader = await deviceOf(app, secret, place);
    await leader.take({ type: 'open' });
    const crowd = await Promise.all(Array.from({ length: people }, () => comeIn(app, key, chance)));
    for (const { phase } of steps(await stateOf(app, place))) {
      await leader.take({ type: 'next', from: (await stateOf(app, place)).run?.id ?? null });
      const run = (await stateOf(app, place)).run?.id ?? null;
      for (const use of phase.inputs) {
        for (let time = 0; time < mostOf(use); time++) {
          await Promise.all(
            crowd.map((person) => person.take({ type: 'write', run, input: use.key, act: actOn(use, chance), kept: false })),
          );
        }
      }
    }
    const { runs, byPlace, entries } = await stateOf(app, place);
    for (const written of new Set(runs.map((run) => run.place)))
      if (byPlace[written]) await leader.take({ type: 'release', place: written });
    await leader.take({ type: 'close' });
    return { place, secret, cards: entries.size };
  });
}

const TABLE_SIZE = 7;

interface Device {
  take(action: Json): Promise<void>;
}

async function comeIn(app: House, key: string, chance: Chance): Promise<Device> {
  const { secret, visitor } = await app.newDevice();
  const perspectives = [chance.pick(['resident', 'resident', 'professional', 'municipality'])] as Json;
  const place = await app.join(visitor, { secret: key }, chance.id(), { perspectives }, true);
  if ('refused' in place) throw new Error(`Nobody could come in: ${place.refused}.`);
  return deviceOf(app, secret, place);
}

async function deviceOf(app: House, secret: string, place: Place): Promise<Device> {
  const visitor: Visitor | null = await app.whoAsks(secret);
  if (!visitor) throw new Error('The house does not know this device.');
  const actions = chanceFrom(secret);
  return {
    async take(action) {
      const taken = await app.take(visitor, place, actions.id(), action);
      if (!taken.accepted) throw new Error(`${JSON.stringify(action)} was refused: ${taken.refused}.`);
    },
  };
}

async function stateOf(app: House, { conversation }: Place): Promise<State> {
  const situation = await app.situationOf(conversation);
  if (!situation) throw new Error('There is no such conversation.');
  return situation.state;
}

/** How many cards somebody may write; of other inputs one. */
function mostOf(use: InputUse): number {
  const { maximum = 1 } = use as InputUse & { readonly maximum?: number };
  return maximum;
}

function actOn(use: InputUse, chance: Chance): Json {
  return imagined(use, inputs, {}, { chance, now: Date.now(), sentence: () => sentenceFrom(chance) });
}
