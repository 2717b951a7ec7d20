import type { Format, Grouping, Visibility } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import type { CardUse } from '#inputs/card/rules.ts';
import type { KnownUse } from '#inputs/uses.ts';
import { SAFE_BASIS } from './safeBasis.ts';

/** What the table writes is for that table, after the step; the room and the report get it when it is released. */
const TABLE_AFTERWARDS: Visibility = { who: 'group', sender: 'withoutName', when: 'afterPhase' };
/** What one offers stays with who wrote it, until that person lays it on the table. It goes no further than the table. */
const WHEN_I_LAY_IT: Visibility = { who: 'me', sender: 'withoutName', when: 'whenIConsent' };
const WHEN_RELEASED: Visibility = { who: 'everyone', sender: 'withoutName', when: 'whenReleased' };

/** Six at a round table. */
const TABLE: Grouping = { kind: 'groups', size: 6, mix: 'stay', rotate: 'none' };

const AMUSE: Words = { nl: 'Amuse', en: 'Appetiser' };
const STARTER: Words = { nl: 'Voorgerecht', en: 'Starter' };
const MAIN: Words = { nl: 'Hoofdgerecht', en: 'Main course' };
const BETWEEN: Words = { nl: 'Tussendoor', en: 'In between' };
const DESSERT: Words = { nl: 'Dessert', en: 'Dessert' };
const COFFEE: Words = { nl: 'Koffie', en: 'Coffee' };

const BY_TABLE = { kind: 'card', late: 'accept', by: 'table' } as const;

const INSIGHT = {
  ...BY_TABLE,
  card: 'insight',
  maximum: 15,
  maxWords: 30,
  label: { nl: 'Wat we samen ontdekken', en: 'What we discover together' },
  hint: { nl: 'Eén inzicht per kaartje. Noem geen namen.', en: 'One insight on each card. Mention no names.' },
} as const satisfies Omit<CardUse, 'key'>;

const DILEMMA = {
  ...BY_TABLE,
  card: 'dilemma',
  text: 'none',
  maximum: 5,
  label: { nl: 'Een dilemma: hier botsen twee goede dingen', en: 'A dilemma: here two good things clash' },
  hint: { nl: 'Je hoeft het niet op te lossen.', en: 'You do not have to solve it.' },
} as const satisfies Omit<CardUse, 'key'>;

export const dinerPensant: Format<KnownUse> = {
  id: 'diner-pensant',
  version: 1,
  name: { nl: 'Diner Pensant', en: 'Dinner for thought' },
  purpose: {
    nl: 'Inwoners en de gemeente denken samen na aan een gedekte tafel. Bij elke gang hoort een vraag. Eerst legt de gemeente uit, dan stellen gasten vragen, dan praat je samen verder. Bij de koffie heeft elke tafel één zin.',
    en: 'Residents and the municipality think together at a laid table. Each course has a question. First the municipality explains, then guests ask questions, then you think on together. At coffee each table has one sentence.',
  },
  evidence: 'high',
  inspiredBy: {
    nl: 'Geïnspireerd op het Diner Pensant: een gesprek aan een gedekte tafel, met evenveel rondes als gangen. De minuten, de vragen en de volgorde bij de bijdragevraag zijn van ons.',
    en: 'Inspired by the Dutch Diner Pensant: a conversation at a laid table, with as many rounds as courses. The minutes, the questions and the order of the contribution question are ours.',
  },
  sources: ['hetnutvoorbij.nl/assortiment/diner-pensant/', 'mijnribwgo.nl/blog/voor-wat-hoort-wat/'],
  groupSize: { minimum: 18, maximum: 48 },
  sensitive: false,

  roles: [
    { id: 'participant', name: { nl: 'Gast', en: 'Guest' }, task: 'takePart' },
    {
      id: 'themeOwner',
      name: { nl: 'Thema-eigenaar', en: 'Theme owner' },
      task: 'explain',
      minimum: 1,
      maximum: 1,
      per: 'table',
      perspectives: ['civilServant', 'municipality'],
      tips: [
        {
          nl: 'Je werkt bij de gemeente en vertelt over één thema. Zeg het zoals je het thuis vertelt.',
          en: 'You work for the municipality and tell about one theme. Say it as you would at home.',
        },
        { nl: "Weet je iets niet? Zeg: 'dat weet ik niet'.", en: "Do you not know something? Say: 'I do not know'." },
        {
          nl: 'Verdedig je niet. Vraag liever door: wat maakt dat je dit zegt?',
          en: 'Do not defend yourself. Ask further instead: what makes you say this?',
        },
        {
          nl: "Beloof alleen wat jij zelf mag beloven. 'Nee, want' is ook een eerlijk antwoord.",
          en: "Promise only what you may promise yourself. 'No, because' is an honest answer too.",
        },
      ],
    },
    {
      id: 'host',
      name: { nl: 'Tafelheer of tafeldame', en: 'Table host' },
      task: 'hostTable',
      minimum: 1,
      maximum: 1,
      per: 'table',
      tips: [
        { nl: 'Geef iedereen de beurt, ook wie weinig zegt.', en: 'Give everybody a turn, also those who say little.' },
        {
          nl: "Praat één iemand veel? Zeg: 'dank je, nu hoor ik graag een ander'.",
          en: "Does one person talk a lot? Say: 'thank you, now I would like to hear someone else'.",
        },
        {
          nl: 'Is het stil? Laat mensen rustig eten. De stilte mag duren.',
          en: 'Is it silent? Let people eat in peace. The silence may last.',
        },
        {
          nl: 'Komen er tranen? Geef rust. Vraag wat iemand nu nodig heeft. De gespreksleider helpt je graag.',
          en: 'Are there tears? Give rest. Ask what the person needs now. The facilitator is glad to help you.',
        },
        {
          nl: 'Vraag nooit twee keer om een bijdrage. Nu even niet is een volledig antwoord.',
          en: 'Never ask for a contribution twice. Not now is a complete answer.',
        },
      ],
    },
    {
      id: 'harvester',
      name: { nl: 'Oogster', en: 'Harvester' },
      task: 'scribe',
      minimum: 1,
      maximum: 1,
      per: 'table',
      tips: [
        {
          nl: 'Jij hebt de enige telefoon op tafel. Leg hem weg als je niet schrijft.',
          en: 'You have the only phone on the table. Put it away when you are not writing.',
        },
        { nl: 'Schrijf op wat iemand zegt, niet wie het zegt.', en: 'Write down what someone says, not who says it.' },
        {
          nl: 'Lees het voor: klopt dit? Wat niet klopt, maak je anders.',
          en: 'Read it aloud: is this right? What is not right, you change.',
        },
        {
          nl: 'Een verhaal schrijf je alleen op als de verteller dat wil.',
          en: 'You only write down a story if the person who told it wants that.',
        },
      ],
    },
    {
      id: 'facilitator',
      name: { nl: 'Gespreksleider, gastheer of gastvrouw', en: 'Facilitator, host of the evening' },
      task: 'facilitate',
      tips: [
        {
          nl: 'Houd het diner bij bewoners: in het buurthuis, niet in het stadhuis.',
          en: 'Hold the dinner where residents are at home: in the community centre, not in the town hall.',
        },
        {
          nl: 'Kies drie thema’s en verdeel ze over de tafels. Zoek voor elke tafel een thema-eigenaar.',
          en: 'Choose three themes and divide them over the tables. Find a theme owner for each table.',
        },
        {
          nl: 'Zet aan elke tafel minstens één inwoner, een tafelheer of tafeldame en een oogster.',
          en: 'Put at least one resident, a table host and a harvester at each table.',
        },
        {
          nl: 'Geef de menukaart vooraf aan de keuken. Een gang begint pas als de keuken klaar is.',
          en: 'Give the menu to the kitchen beforehand. A course only begins when the kitchen is ready.',
        },
      ],
    },
    { id: 'wall', name: { nl: 'Zaalscherm', en: 'Wall' }, task: 'show' },
  ],
  houseRules: [
    ...SAFE_BASIS,
    {
      nl: 'Wat je hoort, mag je gebruiken. Wie het zei, vertel je niet.',
      en: 'What you hear, you may use. Who said it, you do not tell.',
    },
    { nl: "Iedereen mag zeggen: 'dat weet ik niet'. De ambtenaar ook.", en: "Everybody may say: 'I do not know'. The civil servant too." },
    {
      nl: "Bijdragen is vrijwillig. 'Nu even niet' is een volledig antwoord.",
      en: "Contributing is voluntary. 'Not now' is a complete answer.",
    },
    { nl: 'Telefoons zijn weg. Eén telefoon per tafel schrijft mee.', en: 'Phones are away. One phone at each table takes notes.' },
  ],
  mustBePresent: ['resident'],

  settings: [
    {
      id: 'rotate',
      label: { nl: 'Wisselen gasten van tafel bij het hoofdgerecht?', en: 'Do guests change tables at the main course?' },
      standard: 'no',
      options: [
        { id: 'no', label: { nl: 'Nee, iedereen blijft zitten', en: 'No, everybody stays' } },
        {
          id: 'yes',
          label: { nl: 'Ja, halverwege', en: 'Yes, halfway' },
          hint: {
            nl: 'De tafelheer of tafeldame blijft zitten. Het duurt even lang.',
            en: 'The table host stays. It takes just as long.',
          },
        },
      ],
    },
  ],

  phases: [
    {
      id: 'welcome',
      kind: 'arrive',
      name: { nl: 'Welkom aan tafel', en: 'Welcome to the table' },
      minutes: 10,
      timer: 'soft',
      devices: 'away',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Welkom, fijn dat jullie mee-eten. Vanavond denken inwoners en de gemeente samen na, met een vraag bij elke gang. Op tafel ligt de menukaart met de vragen. Leg je telefoon weg: één telefoon per tafel schrijft mee. Lees de afspraken op de kaart. Wat je hoort, mag je gebruiken; wie het zei, vertel je niet. Elke tafel heeft één thema, en de thema-eigenaar vertelt daar straks over.',
        en: 'Welcome, it is good that you join us for dinner. Tonight residents and the municipality think together, with a question for each course. On the table is the menu with the questions. Put your phone away: one phone at each table takes notes. Read the house rules on the card. What you hear, you may use; who said it, you do not tell. Each table has one theme, and the theme owner will tell about it soon.',
      },
      prompts: [{ text: { nl: 'Met wie zit je aan tafel? Maak kennis.', en: 'Who is at your table? Get to know each other.' } }],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'warmUp',
      kind: 'round',
      name: { nl: 'Een ervaring', en: 'An experience' },
      course: AMUSE,
      minutes: 15,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: { ...TABLE, mix: 'diverse' },
      turn: { kind: 'inTurns', secondsEach: 90 },
      say: {
        nl: 'Bij de amuse een vraag om warm te worden. Wanneer hielp iemand jou zonder dat je het vroeg? Vertel het om de beurt, kort. De anderen luisteren. De oogster schrijft alleen op wat de verteller wil bewaren. Overslaan mag.',
        en: 'With the appetiser a question to warm up. When did someone help you without you asking? Tell it in turns, briefly. The others listen. The harvester only writes down what the person who tells it wants to keep. You may pass.',
      },
      prompts: [
        {
          text: { nl: 'Wanneer hielp iemand jou zonder dat je het vroeg?', en: 'When did someone help you without you asking?' },
          depth: 1,
        },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'experience',
          card: 'experience',
          maximum: 12,
          maxWords: 40,
          label: { nl: 'Een ervaring die bewaard mag blijven', en: 'An experience that may be kept' },
          hint: {
            nl: 'Alleen als de verteller het wil. Noem geen namen.',
            en: 'Only if the person who told it wants this. Mention no names.',
          },
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'starterServed',
      kind: 'break',
      name: { nl: 'Het voorgerecht komt op tafel', en: 'The starter is served' },
      course: STARTER,
      minutes: 5,
      timer: 'none',
      devices: 'away',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Het voorgerecht komt eraan. Praat gerust met je buren. Zodra de keuken klaar is en iedereen eten heeft, geef ik een teken.',
        en: 'The starter is coming. Feel free to talk with your neighbours. As soon as the kitchen is ready and everybody has food, I will give a sign.',
      },
      prompts: [{ text: { nl: 'Het voorgerecht komt eraan.', en: 'The starter is coming.' } }],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'explain',
      kind: 'inform',
      name: { nl: 'Het uitgangspunt', en: 'The starting point' },
      course: STARTER,
      minutes: 10,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Nu vertelt de thema-eigenaar aan je tafel wat de gemeente van plan is, en waarom. Luister, en onderbreek niet. Schrijf je vragen voor jezelf op, achter op de menukaart. De oogster schrijft het uitgangspunt in één zin op. Thema-eigenaar, vertel het in gewone woorden. Weet je iets niet, zeg dan: dat weet ik niet.',
        en: 'Now the theme owner at your table tells what the municipality plans, and why. Listen, and do not interrupt. Write down your questions for yourself, on the back of the menu. The harvester writes down the starting point in one sentence. Theme owner, tell it in plain words. If you do not know something, say: I do not know.',
      },
      prompts: [
        {
          text: { nl: 'Luister. Welke vraag komt er bij je op?', en: 'Listen. Which question comes up in you?' },
          depth: 1,
        },
        {
          text: {
            nl: 'Wat is het uitgangspunt van de gemeente, en waarom?',
            en: 'What is the starting point of the municipality, and why?',
          },
          forRole: 'themeOwner',
        },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'startingPoint',
          card: 'statement',
          maximum: 1,
          maxWords: 30,
          label: { nl: 'Het thema en het uitgangspunt, in één zin', en: 'The theme and the starting point, in one sentence' },
          hint: {
            nl: 'Lees de zin voor. Klopt hij voor de thema-eigenaar?',
            en: 'Read the sentence aloud. Is it right for the theme owner?',
          },
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'questions',
      kind: 'talk',
      name: { nl: 'Alleen vragen', en: 'Only questions' },
      course: STARTER,
      minutes: 15,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'questionsOnly' },
      say: {
        nl: 'Nu zijn de gasten aan de beurt, met alleen vragen. Nog geen mening, en nog geen oplossing. Vraag wat je nog niet snapt aan het uitgangspunt. De thema-eigenaar geeft een kort antwoord. Dat weet ik niet is ook een antwoord. De oogster schrijft de vragen op.',
        en: 'Now it is the turn of the guests, with only questions. No opinion yet, and no solution yet. Ask what you do not understand yet about the starting point. The theme owner gives a short answer. I do not know is an answer too. The harvester writes down the questions.',
      },
      prompts: [
        {
          text: { nl: 'Wat snap je nog niet aan dit uitgangspunt?', en: 'What do you not understand yet about this starting point?' },
          depth: 1,
        },
        { text: { nl: 'Voor wie verandert er iets?', en: 'For whom does something change?' }, depth: 2 },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'question',
          card: 'question',
          maximum: 20,
          maxWords: 30,
          label: { nl: 'Een vraag van jullie tafel', en: 'A question from your table' },
          hint: { nl: 'Eén vraag per kaartje. Noem geen namen.', en: 'One question on each card. Mention no names.' },
        },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain'],
    },
    {
      id: 'mainServed',
      kind: 'break',
      name: { nl: 'Het hoofdgerecht komt op tafel', en: 'The main course is served' },
      course: MAIN,
      minutes: 5,
      timer: 'none',
      devices: 'away',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Het hoofdgerecht komt eraan. Laat de vragen even liggen. Zodra de keuken klaar is en iedereen eten heeft, geef ik een teken.',
        en: 'The main course is coming. Let the questions rest for a while. As soon as the kitchen is ready and everybody has food, I will give a sign.',
      },
      prompts: [{ text: { nl: 'Het hoofdgerecht komt eraan.', en: 'The main course is coming.' } }],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'thinkAlong',
      kind: 'talk',
      name: { nl: 'Samen nadenken', en: 'Thinking together' },
      course: MAIN,
      minutes: 15,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Eet smakelijk. We denken samen verder over het thema. Stel dat de gemeente dit loslaat: wat gebeurt er dan? Wat gaat er beter, en wat gaat er mis? Je hoeft geen gelijk te krijgen. De oogster schrijft op wat jullie samen ontdekken, en leest het af en toe voor.',
        en: 'Enjoy your meal. We think on together about the theme. Suppose the municipality lets go of this: what happens then? What gets better, and what goes wrong? You do not have to be right. The harvester writes down what you discover together, and reads it aloud now and then.',
      },
      prompts: [
        {
          text: {
            nl: 'Stel dat de gemeente dit loslaat: wat gebeurt er dan?',
            en: 'Suppose the municipality lets go of this: what happens then?',
          },
          depth: 1,
        },
        { text: { nl: 'Wat gaat er beter, en wat gaat er mis?', en: 'What gets better, and what goes wrong?' }, depth: 2 },
      ],
      inputs: [
        { ...INSIGHT, key: 'insight' },
        { ...DILEMMA, key: 'dilemma' },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain', 'questions'],
    },
    {
      id: 'thinkOn',
      when: { setting: 'rotate', is: 'no' },
      kind: 'talk',
      name: { nl: 'Verder nadenken', en: 'Thinking on' },
      course: MAIN,
      minutes: 20,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'We praten verder, aan dezelfde tafel. Wat moet de gemeente zeker blijven doen? En wat kan een ander beter? Soms botsen twee goede dingen. Schrijf dat op als dilemma: aan de ene kant, aan de andere kant. Je hoeft het niet op te lossen.',
        en: 'We talk on, at the same table. What must the municipality certainly keep doing? And what can someone else do better? Sometimes two good things clash. Write that down as a dilemma: on the one hand, on the other hand. You do not have to solve it.',
      },
      prompts: [
        {
          text: { nl: 'Wat moet de gemeente zeker blijven doen?', en: 'What must the municipality certainly keep doing?' },
          depth: 1,
        },
        { text: { nl: 'Waar botsen twee goede dingen?', en: 'Where do two good things clash?' }, depth: 2 },
      ],
      inputs: [
        { ...DILEMMA, key: 'dilemmaOn' },
        { ...INSIGHT, key: 'insightOn' },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain', 'questions', 'thinkAlong'],
    },
    {
      id: 'thinkElsewhere',
      when: { setting: 'rotate', is: 'yes' },
      kind: 'talk',
      name: { nl: 'Verder aan een andere tafel', en: 'On at another table' },
      course: MAIN,
      minutes: 20,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: { kind: 'groups', size: 6, mix: 'diverse', rotate: 'hostStays' },
      turn: { kind: 'free' },
      say: {
        nl: 'Gasten, pak je glas en je bord: we wisselen van tafel. De tafelheer of tafeldame blijft zitten. Die vertelt kort welk thema hier ligt, en wat hier is gezegd. Praat daarna verder: wat moet de gemeente zeker blijven doen? En waar botsen twee goede dingen?',
        en: 'Guests, take your glass and your plate: we change tables. The table host stays. The host briefly tells which theme lies here, and what was said here. Then talk on: what must the municipality certainly keep doing? And where do two good things clash?',
      },
      prompts: [
        {
          text: { nl: 'Wat moet de gemeente zeker blijven doen?', en: 'What must the municipality certainly keep doing?' },
          depth: 1,
        },
        { text: { nl: 'Waar botsen twee goede dingen?', en: 'Where do two good things clash?' }, depth: 2 },
        {
          text: {
            nl: 'Vertel de nieuwe gasten wat hier is gezegd, zonder namen.',
            en: 'Tell the new guests what was said here, without names.',
          },
          forRole: 'host',
        },
      ],
      inputs: [
        { ...DILEMMA, key: 'dilemmaElsewhere' },
        { ...INSIGHT, key: 'insightElsewhere' },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain', 'questions', 'thinkAlong'],
    },
    {
      id: 'weFirst',
      kind: 'round',
      name: { nl: 'Wat doen wij zelf?', en: 'What do we do ourselves?' },
      course: BETWEEN,
      minutes: 4,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'inTurns', secondsEach: 30, listensFirst: 'participant' },
      say: {
        nl: 'Nu een vraag over bijdragen. Wie macht heeft, antwoordt eerst. Thema-eigenaar, en wie voor de gemeente of een organisatie werkt: wat doen jullie zelf? Zeg het hardop, in één of twee zinnen. Dat weten we nog niet is ook een antwoord. De inwoners luisteren nu, en hoeven niets te zeggen.',
        en: 'Now a question about contributing. Those with power answer first. Theme owner, and all who work for the municipality or an organisation: what do you do yourselves? Say it aloud, in one or two sentences. We do not know yet is an answer too. The residents listen now, and do not have to say anything.',
      },
      prompts: [
        {
          text: { nl: 'Gemeente en organisaties: wat doen wij zelf?', en: 'Municipality and organisations: what do we do ourselves?' },
          depth: 1,
        },
        {
          text: { nl: 'Jij antwoordt als eerste. Wat doen jullie zelf?', en: 'You answer first. What do you do yourselves?' },
          forRole: 'themeOwner',
        },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'ownShare',
          card: 'contribution',
          maximum: 6,
          maxWords: 30,
          label: { nl: 'Dit doen de gemeente en organisaties zelf', en: 'This the municipality and organisations do themselves' },
          hint: { nl: 'Noem de organisatie, geen naam van een mens.', en: 'Mention the organisation, not the name of a person.' },
        },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain', 'questions', 'thinkAlong', 'thinkOn', 'thinkElsewhere'],
    },
    {
      id: 'offer',
      kind: 'note',
      name: { nl: 'Wat kun jij bijdragen?', en: 'What can you contribute?' },
      course: BETWEEN,
      minutes: 4,
      timer: 'soft',
      devices: 'each',
      grouping: { kind: 'alone' },
      turn: { kind: 'silent' },
      say: {
        nl: 'Nu denkt ieder voor zichzelf na, in stilte. Pak een kaartje, of heel even je telefoon. Wat zou je voor dit thema willen doen, al is het één keer? Bijdragen is vrijwillig. Nu even niet is een volledig antwoord. Het staat los van hulp die je krijgt of aanvraagt. Wat je schrijft is van jou, tot je het zelf op tafel legt.',
        en: 'Now everybody thinks for themselves, in silence. Take a card, or your phone for a moment. What would you like to do for this theme, even if only once? Contributing is voluntary. Not now is a complete answer. It has nothing to do with support you get or ask for. What you write is yours, until you lay it on the table yourself.',
      },
      prompts: [
        {
          text: {
            nl: 'Wat zou je voor dit thema willen doen, al is het één keer?',
            en: 'What would you like to do for this theme, even if only once?',
          },
          depth: 1,
        },
        {
          text: {
            nl: 'Wat doe je al voor een ander, ook als het klein lijkt?',
            en: 'What do you already do for someone else, even if it seems small?',
          },
          depth: 2,
        },
      ],
      inputs: [
        {
          key: 'contribution',
          kind: 'card',
          card: 'contribution',
          late: 'accept',
          maximum: 3,
          text: 'none',
          label: { nl: 'Wat wil jij bijdragen?', en: 'What do you want to contribute?' },
          hint: {
            nl: 'Nu even niets is een volledig antwoord. Je hoeft niets uit te leggen.',
            en: 'Nothing now is a complete answer. You do not have to explain anything.',
          },
          fields: [
            {
              key: 'what',
              type: 'choice',
              required: true,
              label: { nl: 'Wat is het?', en: 'What is it?' },
              options: [
                { id: 'time', label: { nl: 'Tijd', en: 'Time' } },
                { id: 'knowledge', label: { nl: 'Kennis', en: 'Knowledge' } },
                { id: 'things', label: { nl: 'Spullen', en: 'Things' } },
                { id: 'place', label: { nl: 'Een plek', en: 'A place' } },
                { id: 'contact', label: { nl: 'Contact met mensen', en: 'Contact with people' } },
                { id: 'experience', label: { nl: 'Ervaring', en: 'Experience' } },
                { id: 'listening', label: { nl: 'Luisteren', en: 'Listening' } },
                { id: 'nothingNow', label: { nl: 'Nu even niets', en: 'Nothing now' } },
              ],
            },
            {
              key: 'more',
              type: 'text',
              maxWords: 30,
              label: { nl: 'Wil je er iets bij vertellen? Noem geen namen.', en: 'Would you like to add something? Mention no names.' },
            },
          ],
        },
      ],
      visibility: WHEN_I_LAY_IT,
      uses: ['weFirst'],
    },
    {
      id: 'share',
      kind: 'talk',
      name: { nl: 'Delen wat je wilt', en: 'Sharing what you like' },
      course: BETWEEN,
      minutes: 7,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Leg je telefoon weer weg. Wie wil, praat eerst even met één ander. Kies zelf met wie; niet met iemand die over jouw hulp gaat. Vraag elkaar: wat zie jij dat ik kan? Deel daarna aan tafel alleen wat je wilt delen. Niets delen is ook goed, en niemand vraagt door. De oogster schrijft op wat hardop gedeeld is.',
        en: 'Put your phone away again. If you like, first talk with one other person. Choose yourself with whom; not with someone who decides about your support. Ask each other: what do you see that I can do? Then share at the table only what you like to share. Sharing nothing is fine too, and nobody asks on. The harvester writes down what was shared aloud.',
      },
      prompts: [
        {
          text: {
            nl: 'Wat wil je delen aan tafel? Niets is ook goed.',
            en: 'What would you like to share at the table? Nothing is fine too.',
          },
          depth: 1,
        },
        { text: { nl: 'Wat zie jij dat de ander kan?', en: 'What do you see that the other can do?' }, depth: 2 },
        {
          text: { nl: 'Wat moet de gemeente doen, zodat jij dit kunt?', en: 'What must the municipality do, so that you can do this?' },
          depth: 3,
        },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'contributionHeard',
          card: 'contribution',
          maximum: 15,
          maxWords: 30,
          label: { nl: 'Een bijdrage die hardop gedeeld is', en: 'A contribution that was shared aloud' },
          hint: { nl: 'Alleen als die persoon het wil. Noem geen namen.', en: 'Only if that person wants this. Mention no names.' },
          links: {
            to: ['insight', 'insightOn', 'insightElsewhere', 'dilemma', 'dilemmaOn', 'dilemmaElsewhere'],
            label: { nl: 'Waar helpt dit bij?', en: 'What does this help with?' },
          },
        },
        {
          ...BY_TABLE,
          key: 'condition',
          card: 'need',
          maximum: 8,
          maxWords: 30,
          label: { nl: 'Wat moet de gemeente doen, zodat dit kan?', en: 'What must the municipality do, to make this possible?' },
          hint: { nl: 'Eén ding per kaartje. Noem geen namen.', en: 'One thing on each card. Mention no names.' },
        },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain', 'thinkAlong', 'thinkOn', 'thinkElsewhere', 'weFirst', 'offer'],
    },
    {
      id: 'giveAndTake',
      kind: 'workOut',
      name: { nl: 'Over en weer', en: 'Give and take' },
      course: DESSERT,
      minutes: 20,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Bij het dessert kijken we naar twee kanten. Wat geven we de gemeente mee? Schrijf dat op als voorstel, in gewone woorden. En wat geeft de gemeente ons mee? Dat vertelt de thema-eigenaar, en de oogster schrijft het op. Zeg eerlijk wat wel kan, wat niet kan, en wat je nog niet weet.',
        en: 'With the dessert we look at two sides. What do we give the municipality to take along? Write that down as a proposal, in plain words. And what does the municipality give us to take along? The theme owner tells that, and the harvester writes it down. Say honestly what can be done, what cannot, and what you do not know yet.',
      },
      prompts: [
        { text: { nl: 'Wat geven we de gemeente mee?', en: 'What do we give the municipality to take along?' }, depth: 1 },
        { text: { nl: 'Wat geeft de gemeente ons mee?', en: 'What does the municipality give us to take along?' }, depth: 2 },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'proposal',
          card: 'proposal',
          maximum: 5,
          maxWords: 40,
          label: { nl: 'Dit geven we de gemeente mee', en: 'This we give the municipality to take along' },
          hint: { nl: 'Eén voorstel per kaartje. Noem geen namen.', en: 'One proposal on each card. Mention no names.' },
        },
        {
          ...BY_TABLE,
          key: 'need',
          card: 'need',
          maximum: 5,
          maxWords: 40,
          label: { nl: 'Dit geeft de gemeente ons mee', en: 'This the municipality gives us to take along' },
          hint: { nl: 'Wat vraagt de gemeente van ons? Noem geen namen.', en: 'What does the municipality ask of us? Mention no names.' },
        },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['explain', 'thinkAlong', 'thinkOn', 'thinkElsewhere', 'weFirst', 'share'],
    },
    {
      id: 'harvest',
      kind: 'round',
      name: { nl: 'Eén zin per tafel', en: 'One sentence from each table' },
      course: COFFEE,
      minutes: 15,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Maak aan tafel één zin die de gemeente niet mag vergeten. Neem daar vijf minuten voor; de oogster schrijft hem op. Daarna horen we de zinnen, thema voor thema. Lees je zin rustig voor, zonder uitleg. Na elke zin is het even stil.',
        en: 'At your table, make one sentence that the municipality may not forget. Take five minutes for it; the harvester writes it down. Then we hear the sentences, theme by theme. Read your sentence calmly, without explaining. After each sentence there is a short silence.',
      },
      prompts: [
        {
          text: { nl: 'Wat mag de gemeente niet vergeten?', en: 'What may the municipality not forget?' },
          depth: 1,
        },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'sentence',
          card: 'insight',
          maximum: 1,
          maxWords: 30,
          label: { nl: 'De zin van jullie tafel', en: 'The sentence of your table' },
          hint: { nl: 'Lees hem voor aan je tafel. Noem geen namen.', en: 'Read it aloud to your table. Mention no names.' },
        },
      ],
      visibility: WHEN_RELEASED,
      uses: ['explain', 'thinkAlong', 'thinkOn', 'thinkElsewhere', 'giveAndTake'],
    },
    {
      id: 'close',
      kind: 'close',
      name: { nl: 'Wie hoort wat, en wanneer?', en: 'Who hears what, and when?' },
      course: COFFEE,
      minutes: 5,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'We sluiten af. Elke thema-eigenaar zegt nu hardop wat er met de zin van de tafel gebeurt. Het kan ja zijn, of nee met een reden. Dat weten we nog niet mag ook. Zeg erbij op welke dag de tafel meer hoort, binnen vier weken. De oogster schrijft het op. Dank jullie wel voor het eten, het nadenken en het luisteren.',
        en: 'We are closing. Each theme owner now says aloud what will happen with the sentence of the table. It may be yes, or no with a reason. We do not know that yet is fine too. Also say on which day the table will hear more, within four weeks. The harvester writes it down. Thank you for eating, thinking and listening.',
      },
      prompts: [
        { text: { nl: 'Wie hoort wat, en wanneer?', en: 'Who hears what, and when?' }, depth: 1 },
        {
          text: { nl: 'Wat doe je met de zin van je tafel?', en: 'What will you do with the sentence of your table?' },
          forRole: 'themeOwner',
        },
      ],
      inputs: [
        {
          ...BY_TABLE,
          key: 'answer',
          card: 'pledge',
          roles: ['themeOwner', 'host', 'harvester'],
          maximum: 5,
          maxWords: 30,
          label: { nl: 'Wat de gemeente hierop zegt', en: 'What the municipality says to this' },
          hint: {
            nl: 'Zoals de thema-eigenaar het zegt. Lees het voor. Noem geen namen.',
            en: 'As the theme owner says it. Read it aloud. Mention no names.',
          },
          fields: [
            {
              key: 'reply',
              type: 'choice',
              required: true,
              label: { nl: 'Wat is het antwoord?', en: 'What is the answer?' },
              options: [
                { id: 'weDo', label: { nl: 'Dit doen we', en: 'This we do' } },
                { id: 'weDoNot', label: { nl: 'Dit doen we niet, want …', en: 'This we do not do, because …' } },
                { id: 'notYetKnown', label: { nl: 'Dat weten we nog niet', en: 'We do not know that yet' } },
              ],
            },
            {
              key: 'before',
              type: 'date',
              required: true,
              label: { nl: 'Vóór welke dag hoort de tafel meer?', en: 'Before which day will the table hear more?' },
            },
          ],
        },
      ],
      visibility: WHEN_RELEASED,
      uses: ['harvest'],
    },
  ],

  outcomes: [
    {
      kind: 'themeMap',
      name: { nl: 'De oogst per tafel', en: 'The harvest of each table' },
      from: ['startingPoint', 'sentence'],
      seenBy: 'everyone',
      owner: 'table',
    },
    {
      kind: 'pledge',
      name: { nl: 'Wat de gemeente erop zegt', en: 'What the municipality says to it' },
      from: ['answer', 'ownShare'],
      seenBy: 'everyone',
      owner: 'presenter',
    },
    {
      kind: 'proposal',
      name: { nl: 'Wat we de gemeente meegeven', en: 'What we give the municipality to take along' },
      from: ['proposal'],
      seenBy: 'everyone',
      owner: 'table',
    },
    {
      kind: 'needList',
      name: { nl: 'Wat er voor nodig is', en: 'What it takes' },
      from: ['need', 'condition'],
      seenBy: 'everyone',
      owner: 'facilitator',
    },
    {
      kind: 'question',
      name: { nl: 'Vragen bij de uitgangspunten', en: 'Questions about the starting points' },
      from: ['question'],
      seenBy: 'everyone',
      owner: 'presenter',
    },
    {
      kind: 'dilemma',
      name: { nl: 'Waar twee goede dingen botsen', en: 'Where two good things clash' },
      from: ['dilemma', 'dilemmaOn', 'dilemmaElsewhere'],
      seenBy: 'everyone',
      owner: 'table',
    },
    {
      kind: 'lesson',
      name: { nl: 'Wat we samen ontdekten', en: 'What we discovered together' },
      from: ['experience', 'insight', 'insightOn', 'insightElsewhere'],
      seenBy: 'everyone',
      owner: 'table',
    },
    {
      kind: 'report',
      name: { nl: 'Wat mensen vrijwillig willen bijdragen', en: 'What people want to contribute, of their own will' },
      from: ['contributionHeard'],
      seenBy: 'everyone',
      owner: 'writer',
    },
  ],
  followUps: [
    {
      id: 'replied',
      afterDays: 28,
      asks: 'table',
      question: { nl: 'Heeft jullie tafel antwoord gekregen van de gemeente?', en: 'Did the municipality give your table an answer?' },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'notYetKnown'],
      seenBy: 'everyone',
    },
    {
      id: 'plansChanged',
      afterDays: 91,
      asks: 'facilitator',
      question: { nl: 'Zijn de plannen veranderd? Wat is er nu anders?', en: 'Have the plans changed? What is different now?' },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'notYetKnown'],
      seenBy: 'everyone',
    },
  ],
};
