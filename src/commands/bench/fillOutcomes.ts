import type { ConversationId, OrganiserId } from '#app/ids.ts';
import type { Store } from '#app/ports.ts';
import type { OutcomeRow } from '#app/ports/outcomes.ts';
import { type Chance, chanceFrom } from '#conversation/chance.ts';
import { type Event, storeEvent } from '#conversation/event.ts';
import { isWaiting, STATUSES, type OutcomeId } from '#conversation/outcome.ts';
import type { SeatId } from '#conversation/state.ts';
import { asTextId, type NewText } from '#conversation/words.ts';
import { hallFormat } from '#rehearsal/hall/format.ts';
import { sentenceFrom } from '#rehearsal/sentences.ts';
import { searchDocument } from '#search/document.ts';

/** Lays so many outcomes in a store, fifty a conversation, all of them public; every tenth was taken over from another. */
export async function fillOutcomes(store: Store, { outcomes, seed }: { readonly outcomes: number; readonly seed: string }): Promise<void> {
  const chance = chanceFrom(`${seed} outcomes`);
  const organiser = chance.id() as OrganiserId;
  const laid: Origin[] = [];
  while (laid.length < outcomes) {
    const conversation = chance.id() as ConversationId;
    const format = hallFormat(2);
    await store.conversations.create({ id: conversation, organiser, facilitatorSeat: chance.id() as SeatId, format, rehearsal: false });
    const made = Array.from({ length: Math.min(EACH, outcomes - laid.length) }, () => outcome(chance, laid));
    await lay(store, conversation, made, chance);
    laid.push(...made.map(({ row }) => ({ conversation, outcome: row.id })));
  }
}

type Origin = NonNullable<OutcomeRow['origin']>;

interface Made {
  readonly row: OutcomeRow;
  readonly event: Event;
  readonly texts: readonly NewText[];
}

function outcome(chance: Chance, laid: readonly Origin[]): Made {
  const pick = (words: readonly string[]): string => chance.pick(words) ?? '';
  const text = (words: string): NewText => ({ id: asTextId(chance.id()), words });
  const title = text(`${pick(WHAT)} ${pick(FOR_WHOM)}`);
  const [approach, weighed] = [text(told(chance)), text(told(chance))];
  const [owner, theme] = [text(pick(OWNERS)), text(pick(THEMES))];
  const id = chance.id() as OutcomeId;
  const status = chance.pick(STATUSES) ?? 'open';
  const due = isWaiting(status) ? `2027-0${1 + chance.below(9)}-1${chance.below(10)}` : null;
  const kind = 'practiceExample';
  const origin = chance.below(10) === 0 ? (chance.pick(laid) ?? null) : null;
  const fields = { title: title.id, approach: approach.id, weighed: weighed.id };
  const texts = [title, approach, weighed, owner, theme];
  const row: OutcomeRow = {
    id,
    kind,
    status,
    waiting: isWaiting(status),
    due,
    since: '2026-12-01',
    seenBy: 'everyone',
    title: title.id,
    owner: owner.id,
    theme: theme.id,
    origin,
    asked: 0,
    because: null,
    noticed: { yes: 0, aLittle: 0, no: 0 },
    texts: texts.map((each) => each.id),
    search: searchDocument(
      [
        { in: 'title', words: title.words },
        { in: 'body', words: `${approach.words}\n${weighed.words}\n${theme.words}` },
      ],
      { theme: theme.words },
    ),
  };
  const event: Event = {
    type: 'outcomeMade',
    outcome: id,
    kind,
    due,
    at: 0,
    fields,
    cards: [],
    owner: owner.id,
    theme: theme.id,
    seenBy: 'everyone',
    ...(origin ? { origin } : {}),
  };
  return { row, event, texts };
}

async function lay(store: Store, conversation: ConversationId, made: readonly Made[], chance: Chance): Promise<void> {
  const title: NewText = { id: asTextId(chance.id()), words: sentenceFrom(chance) };
  const place: NewText = { id: asTextId(chance.id()), words: chance.pick(PLACES) ?? '' };
  await store.streams.writing(conversation, [], (stream) =>
    stream.append({
      first: stream.last + 1,
      events: made.map(({ event }) => storeEvent(event)),
      texts: [title, place, ...made.flatMap(({ texts }) => texts)],
      outcomes: new Map(made.map(({ row }) => [row.id, row])),
      noticed: new Map(),
      standing: {
        status: 'sealed',
        title: title.id,
        place: place.id,
        published: true,
        voices: 0,
        finished: false,
        hearBackOn: null,
        dueAt: null,
      },
      erased: [],
      authored: [],
      answers: [],
      talliedRuns: [],
      ownerTags: null,
      ownersGone: { outcomes: [], seats: [] },
    }),
  );
}

/** As long as people tell it: a few sentences. */
function told(chance: Chance): string {
  const sentences = Array.from({ length: 2 + chance.below(3) }, () => sentenceFrom(chance));
  return [...sentences, `Daarbij gaat het om ${chance.pick(TOPICS) ?? ''} en ${chance.pick(TOPICS) ?? ''}.`].join(' ');
}

const EACH = 50;
const TOPICS = `huishoudelijke hulp, leerlingenvervoer, de voedselbank, dementie, jeugdzorg, beschermd wonen, werk, opvoeding, taalles,
  schulden, eenzaamheid, sport, muziek, een rolstoel, de huisarts, slapen, armoede, respijtzorg, een tuin, inkoop, brieven, wachttijd,
  inburgering, een buddy, digitale vaardigheden, privacy, de bibliotheek, boodschappen, verslaving, een verhuizing`.split(/,\s+/);
const WHAT = [
  'Buurthuis in zelfbeheer',
  'Een vast gezicht bij het wijkteam',
  'Mantelzorgsalon',
  'Dorpsdagbesteding',
  'Eettafel op zondag',
  'Klussendienst',
  'Schuldhulpmaatjes',
  'Keukentafelgesprek met tijd',
  'Jeugdhulp op school',
  'Taalcafé',
  'Wmo-loket in de bibliotheek',
  'Buurtbus',
  'Logeerhuis',
];
const FOR_WHOM = [
  'voor ouderen',
  'voor jongeren',
  'voor nieuwkomers',
  'voor mantelzorgers',
  'voor gezinnen met schulden',
  'voor iedereen',
  'zonder indicatie',
];
const OWNERS = ['wethouder zorg', 'dorpsraad', 'wijkteam', 'welzijnsorganisatie', 'teamleider jeugd', 'huisartsenpraktijk'];
const THEMES = ['ontmoeten', 'vervoer', 'wonen', 'geldzorgen', 'opgroeien', 'mantelzorg', 'gezondheid', 'taal'];
const PLACES = Array.from({ length: 40 }, (_, index) => `Wijk ${index + 1}`);
