import { chanceFrom } from './chance.ts';
import type { Run, Seat, State } from './state.ts';
import type { Words } from './words.ts';

/** The alias of a seat in one phase, at a table where these came in this order: a bird, another one in every phase. */
export function aliasOf(run: Run, cameTo: CameTo, seat: Seat['id']): Words {
  return birdsAt(run, cameTo).get(seat) ?? STRANGER;
}

type CameTo = State['cameTo'][number][number];

/** Every card on a table asks for them, and they stay the same for as long as nobody comes. */
function birdsAt(run: Run, cameTo: CameTo): Birds {
  const known = remembered.get(cameTo) ?? new Map<string, Birds>();
  const given = known.get(run.seed) ?? birds(run.seed, cameTo);
  remembered.set(cameTo, known.set(run.seed, given));
  return given;
}

type Birds = ReadonlyMap<Seat['id'], Words>;
const remembered = new WeakMap<CameTo, Map<string, Birds>>();

/** Each seat draws its own bird; who finds it taken moves on to the next free one. Who comes later so changes nobody's bird. */
function birds(seed: string, seats: CameTo): Birds {
  const taken = new Set<number>();
  const given = new Map<Seat['id'], Words>();
  for (const seat of seats) {
    let index = chanceFrom(seed + seat).below(BIRDS.length);
    while (taken.has(index) && taken.size < BIRDS.length) index = (index + 1) % BIRDS.length;
    taken.add(index);
    given.set(seat, BIRDS[index] ?? STRANGER);
  }
  return given;
}

const STRANGER: Words = { nl: 'Trekvogel', en: 'Migrant' };

const BIRDS: readonly Words[] = [
  ['Merel', 'Blackbird'],
  ['Koolmees', 'Great tit'],
  ['Pimpelmees', 'Blue tit'],
  ['Roodborst', 'Robin'],
  ['Winterkoning', 'Wren'],
  ['Huismus', 'House sparrow'],
  ['Spreeuw', 'Starling'],
  ['Ekster', 'Magpie'],
  ['Kauw', 'Jackdaw'],
  ['Vlaamse gaai', 'Jay'],
  ['Boomklever', 'Nuthatch'],
  ['Specht', 'Woodpecker'],
  ['Zwaluw', 'Swallow'],
  ['Kievit', 'Lapwing'],
  ['Grutto', 'Godwit'],
  ['Scholekster', 'Oystercatcher'],
  ['Wulp', 'Curlew'],
  ['Tureluur', 'Redshank'],
  ['Reiger', 'Heron'],
  ['Ooievaar', 'Stork'],
  ['Zwaan', 'Swan'],
  ['Meerkoet', 'Coot'],
  ['Fuut', 'Grebe'],
  ['Wilde eend', 'Mallard'],
  ['Bergeend', 'Shelduck'],
  ['Smient', 'Wigeon'],
  ['Slobeend', 'Shoveler'],
  ['Kuifeend', 'Tufted duck'],
  ['Aalscholver', 'Cormorant'],
  ['Lepelaar', 'Spoonbill'],
  ['IJsvogel', 'Kingfisher'],
  ['Koekoek', 'Cuckoo'],
  ['Uil', 'Owl'],
  ['Buizerd', 'Buzzard'],
  ['Torenvalk', 'Kestrel'],
  ['Houtduif', 'Wood pigeon'],
  ['Tortel', 'Collared dove'],
  ['Fazant', 'Pheasant'],
  ['Patrijs', 'Partridge'],
  ['Kwartel', 'Quail'],
  ['Leeuwerik', 'Skylark'],
  ['Graspieper', 'Pipit'],
  ['Kwikstaart', 'Wagtail'],
  ['Nachtegaal', 'Nightingale'],
  ['Tapuit', 'Wheatear'],
  ['Lijster', 'Thrush'],
  ['Kramsvogel', 'Fieldfare'],
  ['Fitis', 'Willow warbler'],
  ['Tjiftjaf', 'Chiffchaff'],
  ['Goudhaan', 'Goldcrest'],
  ['Vink', 'Chaffinch'],
  ['Groenling', 'Greenfinch'],
  ['Putter', 'Goldfinch'],
  ['Sijs', 'Siskin'],
  ['Kneu', 'Linnet'],
  ['Appelvink', 'Hawfinch'],
  ['Rietgors', 'Bunting'],
  ['Geelgors', 'Yellowhammer'],
  ['Wielewaal', 'Oriole'],
  ['Kraanvogel', 'Crane'],
].map(([nl, en]) => ({ nl: nl ?? '', en: en ?? '' }));
