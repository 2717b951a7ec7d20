import type { Format, Grouping, Prompt, Visibility } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import type { CardUse } from '#inputs/card/rules.ts';
import type { KnownUse } from '#inputs/uses.ts';
import { SAFE_BASIS } from './safeBasis.ts';

/** What a table writes is for that table, after the step. What it picks goes to the room; the rest when it is released. */
const TABLE_AFTERWARDS: Visibility = { who: 'group', sender: 'withoutName', when: 'afterPhase' };
/** Made before everybody's eyes: the editors are known. */
const IN_THE_OPEN: Visibility = { who: 'everyone', sender: 'name', when: 'atOnce' };
const ROOM_AFTERWARDS: Visibility = { who: 'everyone', sender: 'withoutName', when: 'afterPhase' };

/** Who chose which theme is for making the tables; then everybody sees who sits where. */
const FOR_SEATING: Visibility = { who: 'facilitators', sender: 'withoutName', when: 'afterPhase' };

/** Eight to ten at a table, mixed. */
const SIZE = 8;
const TABLE: Grouping = { kind: 'groups', size: SIZE, mix: 'stay', rotate: 'none' };
const NEW_TABLES: Grouping = { kind: 'groups', size: SIZE, mix: 'diverse', rotate: 'all' };

/** The scribe writes for the table. */
const BY_SCRIBE = { kind: 'card', late: 'accept', by: 'table', roles: ['scribe'] } as const;
const ONE_ON_EACH: Words = {
  nl: 'Eén ding per kaartje. Noem geen namen. Straks kiezen jullie er twee voor de zaal.',
  en: 'One thing on each card. Mention no names. Later you pick two for the hall.',
};

const PICK_MINUTES = 5;
const PICK_PROMPTS: readonly Prompt[] = [
  {
    text: { nl: 'Welke twee kaartjes geven jullie mee aan de redactie?', en: 'Which two cards do you give to the editors?' },
    depth: 1,
  },
  {
    text: { nl: 'Lees alle kaartjes hardop voor. Kies daarna samen.', en: 'Read all cards aloud. Then choose together.' },
    forRole: 'scribe',
  },
];

export const burgertop: Format<KnownUse> = {
  id: 'burgertop',
  version: 1,
  name: { nl: 'Burgertop', en: "Citizens' summit" },
  purpose: {
    nl: 'Een hele dag zoeken inwoners, ondernemers en de gemeente samen wat zij belangrijk vinden. In drie rondes met steeds andere mensen, zonder debat. Daaruit komen thema’s, voorstellen en een top 10. Aan het eind kiest iedereen waar hij zelf aan meewerkt.',
    en: 'For a whole day residents, entrepreneurs and the municipality find out together what matters to them. In three rounds, each with other people, without debate. From this come themes, proposals and a top 10. At the end everybody chooses what to work on themselves.',
  },
  evidence: 'high',
  inspiredBy: {
    nl: 'Geïnspireerd op de G1000 en op de burgertoppen in onder meer Borne, Heerenveen en Uden: dialoog in wisselende groepen, thema’s, voorstellen en een top 10. De vorm is bekend. De minuten, de vragen en de stippen zijn van ons.',
    en: "Inspired by the Dutch G1000 and the citizens' summits in Borne, Heerenveen and Uden: dialogue in changing groups, themes, proposals and a top 10. The form is known. The minutes, the questions and the dots are ours.",
  },
  sources: ['g1000.nu'],
  groupSize: { minimum: 24, maximum: 1000 },
  sensitive: false,

  roles: [
    { id: 'participant', name: { nl: 'Deelnemer', en: 'Participant' }, task: 'takePart' },
    {
      id: 'scribe',
      name: { nl: 'Tafelsecretaris', en: 'Table scribe' },
      task: 'scribe',
      minimum: 1,
      maximum: 1,
      per: 'table',
      tips: [
        {
          nl: 'Jij hebt de enige telefoon op tafel. Schrijf op wat mensen zeggen, niet wie het zegt.',
          en: 'You have the only phone on the table. Write down what people say, not who says it.',
        },
        {
          nl: 'Je bent geen voorzitter. De tafel leidt zichzelf; jij zorgt dat iedereen aan de beurt komt.',
          en: 'You are no chair. The table leads itself; you see to it that everybody gets a turn.',
        },
        {
          nl: 'Lees terug wat je schreef. Klopt het? Anders pas je het aan.',
          en: 'Read back what you wrote. Is it right? If not, change it.',
        },
        {
          nl: 'Kiezen jullie kaartjes voor de redactie? Lees ze dan eerst allemaal voor.',
          en: 'Do you pick cards for the editors? Then first read all of them aloud.',
        },
        {
          nl: "Wordt het een debat? Vraag: 'wat maakt dit belangrijk voor jou?'",
          en: "Does it become a debate? Ask: 'what makes this important to you?'",
        },
        {
          nl: 'Heeft iemand geen telefoon? Kies en stem samen met die persoon op jouw telefoon.',
          en: 'Does somebody have no phone? Choose and vote together with that person on your phone.',
        },
      ],
    },
    {
      id: 'editor',
      name: { nl: 'Redacteur', en: 'Editor' },
      task: 'edit',
      minimum: 1,
      tips: [
        {
          nl: 'Jij legt in de pauze de gekozen kaartjes bij elkaar, samen met de andere redacteuren.',
          en: 'During the break you put the picked cards together, with the other editors.',
        },
        {
          nl: 'Maak acht tot twaalf thema’s. Een thema heeft een korte naam en wijst naar zijn kaartjes.',
          en: 'Make eight to twelve themes. A theme has a short name and points at its cards.',
        },
        {
          nl: 'Gebruik de woorden van de kaartjes. Jouw eigen mening telt nu even niet.',
          en: 'Use the words of the cards. Your own opinion does not count for now.',
        },
        {
          nl: 'Elk kaartje hoort ergens bij, ook als maar één tafel het koos.',
          en: 'Each card belongs somewhere, also when only one table picked it.',
        },
        {
          nl: 'Klopt iets niet? Elke redacteur mag elk thema aanpassen. De zaal kijkt mee.',
          en: 'Is something wrong? Each editor may change each theme. The hall is watching.',
        },
      ],
    },
    {
      id: 'facilitator',
      name: { nl: 'Dagvoorzitter', en: 'Facilitator of the day' },
      task: 'facilitate',
      tips: [
        {
          nl: 'Loot mensen uit de hele plaats, en zeg vooraf wat de gemeente met de uitkomst doet.',
          en: 'Draw people by lot from the whole place, and say beforehand what the municipality does with the result.',
        },
        {
          nl: 'Zet aan elke tafel een tafelsecretaris. Vraag een paar mensen als redacteur, het liefst geen tafelsecretaris.',
          en: 'Put a scribe at each table. Ask a few people to be editors, preferably not scribes.',
        },
        {
          nl: 'In ronde 1 staat op naamkaartjes alleen een voornaam, geen functie.',
          en: 'In round 1 name cards show a first name only, and no title.',
        },
        {
          nl: 'Na elke ronde krijgt iedereen een andere tafel. De nieuwe tafel staat op de telefoon en op het zaalscherm.',
          en: 'After each round everybody gets another table. The new table is on the phone and on the wall.',
        },
        {
          nl: 'Bij het presenteren kies jij op de console wie aan de beurt is. De zaal ziet dat voorstel.',
          en: 'While presenting you choose on the console whose turn it is. The hall sees that proposal.',
        },
        {
          nl: 'Wil je meer in het verslag dan de thema’s? Geef dan ook de drie rondes vrij.',
          en: 'Do you want more in the report than the themes? Then release the three rounds too.',
        },
      ],
    },
    { id: 'wall', name: { nl: 'Zaalscherm', en: 'Wall' }, task: 'show' },
  ],
  houseRules: [
    ...SAFE_BASIS,
    {
      nl: 'We zoeken samen. Dit is geen debat, en niemand hoeft te winnen.',
      en: 'We search together. This is no debate, and nobody has to win.',
    },
    { nl: 'Elke stem telt even zwaar, wie je ook bent.', en: 'Each vote counts the same, whoever you are.' },
    {
      nl: 'Je tafel kiest per ronde twee kaartjes. Die ziet de hele zaal, zonder naam.',
      en: 'Your table picks two cards in each round. The whole hall sees those, without a name.',
    },
    {
      nl: 'Telefoons zijn weg als we praten. Eén telefoon per tafel schrijft mee.',
      en: 'Phones are away when we talk. One phone at each table takes notes.',
    },
  ],
  mustBePresent: ['resident', 'entrepreneur', 'municipality', 'freeThinker'],

  settings: [
    {
      id: 'break',
      label: { nl: 'Een koffiepauze na ronde 2?', en: 'A coffee break after round 2?' },
      standard: 'no',
      options: [
        { id: 'no', label: { nl: 'Nee', en: 'No' } },
        {
          id: 'yes',
          label: { nl: 'Ja, 15 minuten', en: 'Yes, 15 minutes' },
          hint: { nl: 'De dag duurt dan een kwartier langer.', en: 'The day then lasts a quarter of an hour longer.' },
        },
      ],
    },
  ],

  phases: [
    {
      id: 'arrive',
      kind: 'arrive',
      name: { nl: 'Inloop en welkom', en: 'Arrival and welcome' },
      minutes: 30,
      timer: 'soft',
      devices: 'each',
      grouping: { kind: 'groups', size: SIZE, mix: 'diverse', rotate: 'none' },
      turn: { kind: 'free' },
      say: {
        nl: 'Welkom op deze burgertop. Vandaag zoeken we samen wat wij belangrijk vinden voor onze plaats. Eerst praten we drie rondes, steeds met andere mensen. Daarna maken we thema’s en voorstellen. Aan het eind kiezen we samen een top 10. Het is geen debat, en elke stem telt even zwaar. Lees de afspraken op tafel. Wie schrijft er voor jullie tafel? Die persoon kiest op de telefoon: tafelsecretaris.',
        en: "Welcome to this citizens' summit. Today we find out together what matters to us in our place. First we talk for three rounds, each time with other people. Then we make themes and proposals. At the end we choose a top 10 together. It is no debate, and each vote counts the same. Read the house rules on the table. Who writes for your table? That person chooses on the phone: table scribe.",
      },
      prompts: [{ text: { nl: 'Welkom. Met wie zit je aan tafel?', en: 'Welcome. Who is at your table?' } }],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'important',
      kind: 'talk',
      name: { nl: 'Ronde 1: wat is belangrijk?', en: 'Round 1: what matters?' },
      minutes: 40,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Ronde 1. Noem alleen je voornaam, nog niet wat je doet. Vertel om de beurt wat jij belangrijk vindt voor onze plaats, en waarom. De anderen luisteren en vragen door. De tafelsecretaris schrijft op wat jullie zeggen, niet wie het zegt. De andere telefoons zijn weg.',
        en: 'Round 1. Say your first name only, and not yet what you do. In turns, tell what matters to you in our place, and why. The others listen and ask further. The scribe writes down what you say, not who says it. The other phones are away.',
      },
      prompts: [
        {
          text: { nl: 'Wat vind jij belangrijk voor onze plaats? Vertel waarom.', en: 'What matters to you in our place? Tell why.' },
          depth: 1,
        },
        { text: { nl: 'Wanneer merkte je dat, in je eigen leven?', en: 'When did you notice that, in your own life?' }, depth: 2 },
      ],
      inputs: [
        {
          ...BY_SCRIBE,
          key: 'matters',
          card: 'insight',
          maximum: 20,
          maxWords: 30,
          label: { nl: 'Dit is belangrijk, want …', en: 'This matters, because …' },
          hint: ONE_ON_EACH,
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    pick('importantPicked', 'important', ['matters'], 1),
    {
      id: 'goodAndBetter',
      kind: 'talk',
      name: { nl: 'Ronde 2: wat gaat goed, wat kan beter?', en: 'Round 2: what goes well, what could be better?' },
      minutes: 40,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: NEW_TABLES,
      turn: { kind: 'free' },
      say: {
        nl: 'Ronde 2, aan een nieuwe tafel. Op je telefoon en op het zaalscherm staat welke. Maak kort kennis. Vertel daarna waar je blij van wordt in onze plaats. En vertel waar je last van hebt. Zoek nog geen oplossing. De tafelsecretaris schrijft mee.',
        en: 'Round 2, at a new table. Your phone and the wall say which. Get to know each other briefly. Then tell what makes you happy in our place. And tell what bothers you. Do not look for a solution yet. The scribe takes notes.',
      },
      prompts: [
        { text: { nl: 'Waar word je blij van hier? Waar heb je last van?', en: 'What makes you happy here? What bothers you?' }, depth: 1 },
        { text: { nl: 'Voor wie is dat anders dan voor jou?', en: 'For whom is that different than for you?' }, depth: 2 },
      ],
      inputs: [
        {
          ...BY_SCRIBE,
          key: 'goesWell',
          card: 'asset',
          maximum: 12,
          maxWords: 30,
          label: { nl: 'Dit gaat goed', en: 'This goes well' },
          hint: ONE_ON_EACH,
        },
        {
          ...BY_SCRIBE,
          key: 'canBeBetter',
          card: 'need',
          maximum: 12,
          maxWords: 30,
          label: { nl: 'Dit kan beter', en: 'This could be better' },
          hint: ONE_ON_EACH,
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    pick('goodAndBetterPicked', 'goodAndBetter', ['goesWell', 'canBeBetter'], 2),
    {
      id: 'coffee',
      when: { setting: 'break', is: 'yes' },
      kind: 'break',
      name: { nl: 'Koffie', en: 'Coffee' },
      minutes: 15,
      timer: 'none',
      devices: 'away',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Tijd voor koffie. Loop even rond, en praat met wie je nog niet sprak. Ik geef een teken als we verdergaan.',
        en: 'Time for coffee. Walk around, and talk with somebody you have not met yet. I will give a sign when we go on.',
      },
      prompts: [{ text: { nl: 'Koffie. Straks is ronde 3, aan een nieuwe tafel.', en: 'Coffee. Next is round 3, at a new table.' } }],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'dreams',
      kind: 'talk',
      name: { nl: 'Ronde 3: waar dromen we van?', en: 'Round 3: what do we dream of?' },
      minutes: 40,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: NEW_TABLES,
      turn: { kind: 'free' },
      say: {
        nl: 'Ronde 3, weer aan een nieuwe tafel. Stel: het is vijf jaar later, en het is heel goed gelukt. Wat zie je dan, en wat doen mensen? Vertel om de beurt je droom. Of het kan, is nu nog niet belangrijk. De tafelsecretaris schrijft de dromen op.',
        en: 'Round 3, at a new table again. Imagine: it is five years later, and it worked very well. What do you see then, and what do people do? In turns, tell your dream. Whether it is possible does not matter yet. The scribe writes down the dreams.',
      },
      prompts: [
        {
          text: {
            nl: 'Stel: het is over vijf jaar heel goed gelukt. Wat zie je dan?',
            en: 'Imagine: in five years it worked very well. What do you see then?',
          },
          depth: 1,
        },
        { text: { nl: 'Wie doen daar allemaal aan mee?', en: 'Who takes part in that?' }, depth: 2 },
      ],
      inputs: [
        {
          ...BY_SCRIBE,
          key: 'dream',
          card: 'insight',
          maximum: 20,
          maxWords: 40,
          label: { nl: 'Over vijf jaar …', en: 'In five years …' },
          hint: {
            nl: 'Het hoeft nog niet te kunnen. Noem geen namen. Straks kiezen jullie er twee voor de zaal.',
            en: 'It need not be possible yet. Mention no names. Later you pick two for the hall.',
          },
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    pick('dreamsPicked', 'dreams', ['dream'], 3),
    {
      id: 'themes',
      kind: 'order',
      name: { nl: 'Lunch, en de redactie maakt thema’s', en: 'Lunch, while the editors make themes' },
      minutes: 30,
      timer: 'soft',
      devices: 'each',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Eet smakelijk. De redactie legt nu de gekozen kaartjes bij elkaar in acht tot twaalf thema’s. Je ziet ze ontstaan op het zaalscherm en op je telefoon. Mis je iets, of klopt een naam niet? Loop naar de redactie en zeg het. Kijk vast rustig welk thema bij jou past.',
        en: 'Enjoy your lunch. The editors now put the picked cards together in eight to twelve themes. You see them appear on the wall and on your phone. Do you miss something, or is a name not right? Walk to the editors and say so. Have a calm look at which theme suits you.',
      },
      prompts: [
        { text: { nl: 'Lunch. Kijk mee: welke thema’s ontstaan er?', en: 'Lunch. Have a look: which themes appear?' }, depth: 1 },
        {
          text: {
            nl: 'Welke kaartjes horen bij elkaar? Hoe heet dat thema?',
            en: 'Which cards belong together? What is that theme called?',
          },
          forRole: 'editor',
        },
      ],
      inputs: [
        {
          key: 'theme',
          kind: 'card',
          card: 'theme',
          late: 'accept',
          live: true,
          roles: ['editor'],
          sharedBy: 'role',
          maxWords: 6,
          label: { nl: 'Een thema', en: 'A theme' },
          hint: {
            nl: 'Geef het een korte, gewone naam. De hele zaal ziet het meteen.',
            en: 'Give it a short, plain name. The whole hall sees it at once.',
          },
          links: {
            to: ['matters', 'goesWell', 'canBeBetter', 'dream'],
            label: { nl: 'Uit welke kaartjes komt dit thema?', en: 'From which cards does this theme come?' },
            minimum: 1,
          },
        },
      ],
      visibility: IN_THE_OPEN,
      uses: ['important', 'goodAndBetter', 'dreams'],
    },
    {
      id: 'chooseTheme',
      kind: 'choose',
      name: { nl: 'Kies je thema', en: 'Choose your theme' },
      minutes: 10,
      timer: 'soft',
      devices: 'each',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Dit zijn onze thema’s. Aan welk thema wil jij vanmiddag werken? Kies er één op je telefoon. Geen telefoon? Kies samen met je tafelsecretaris. Je mag nog van gedachten veranderen. Straks zit je aan tafel met mensen die hetzelfde kozen. Kies je niets, dan schuif je aan waar plek is.',
        en: 'These are our themes. Which theme do you want to work on this afternoon? Choose one on your phone. No phone? Choose together with your scribe. You may still change your mind. Soon you sit with people who chose the same. If you choose nothing, you join where there is a seat.',
      },
      prompts: [
        { text: { nl: 'Aan welk thema wil jij vanmiddag werken?', en: 'Which theme do you want to work on this afternoon?' }, depth: 1 },
      ],
      inputs: [
        {
          key: 'myTheme',
          kind: 'vote',
          way: 'one',
          late: 'refuse',
          among: { cards: ['theme'] },
          label: { nl: 'Mijn thema', en: 'My theme' },
          hint: {
            nl: 'Je kunt het nog veranderen. Straks zie je aan welke tafel je zit.',
            en: 'You can still change it. Soon you see at which table you sit.',
          },
        },
      ],
      visibility: FOR_SEATING,
      uses: ['important', 'goodAndBetter', 'dreams', 'themes'],
    },
    {
      id: 'workOut',
      kind: 'workOut',
      name: { nl: 'Maak een voorstel', en: 'Make a proposal' },
      minutes: 80,
      timer: 'soft',
      devices: 'onePerTable',
      grouping: { kind: 'groups', size: SIZE, mix: 'byTheme', by: 'myTheme', rotate: 'none' },
      turn: { kind: 'free' },
      say: {
        nl: 'Ga naar de tafel die op je telefoon staat. Daar zitten mensen die hetzelfde thema kozen. Maak samen één voorstel. Wat willen jullie doen, waarom, en voor wie? Wat doen inwoners zelf, wat doet de gemeente, wat doen anderen? En wat is de eerste stap? De tafelsecretaris schrijft het kort op. Past het thema toch niet bij je? Dan mag je naar een andere tafel.',
        en: 'Go to the table that your phone shows. There you find people who chose the same theme. Make one proposal together. What do you want to do, why, and for whom? What do residents do themselves, what does the municipality do, what do others do? And what is the first step? The scribe writes it down briefly. Does the theme not suit you after all? Then you may go to another table.',
      },
      prompts: [
        {
          text: {
            nl: 'Wat kunnen inwoners zelf doen? Wat moet de gemeente doen?',
            en: 'What can residents do themselves? What must the municipality do?',
          },
          depth: 1,
        },
        {
          text: { nl: 'Voor wie is dit goed, en voor wie misschien niet?', en: 'For whom is this good, and for whom perhaps not?' },
          depth: 2,
        },
        {
          text: {
            nl: 'Schrijf het kort. Straks vertellen jullie het in één of twee minuten.',
            en: 'Write it briefly. Soon you tell it in one or two minutes.',
          },
          forRole: 'scribe',
        },
      ],
      inputs: [
        {
          ...BY_SCRIBE,
          key: 'proposal',
          card: 'proposal',
          sharedBy: 'table',
          live: true,
          maximum: 1,
          maxWords: 15,
          label: { nl: 'Ons voorstel', en: 'Our proposal' },
          hint: { nl: 'Wat gaan we doen? In één zin, zonder namen.', en: 'What are we going to do? In one sentence, without names.' },
          fields: [
            field('why', { nl: 'Waarom is dit nodig?', en: 'Why is this needed?' }),
            field('forWhom', { nl: 'Voor wie is het?', en: 'Who is it for?' }, 15),
            field('residents', { nl: 'Wat doen inwoners zelf?', en: 'What do residents do themselves?' }),
            field('municipality', { nl: 'Wat doet de gemeente?', en: 'What does the municipality do?' }),
            field('others', { nl: 'Wat doen anderen?', en: 'What do others do?' }),
            field('beginning', { nl: 'Wat is de eerste stap?', en: 'What is the first step?' }),
            field('cost', { nl: 'Wat kost het, ongeveer?', en: 'What does it cost, roughly?' }, 15),
          ],
        },
      ],
      visibility: ROOM_AFTERWARDS,
      uses: ['important', 'goodAndBetter', 'dreams', 'themes'],
    },
    {
      id: 'present',
      kind: 'inform',
      name: { nl: 'Presenteren', en: 'Presenting' },
      minutes: 45,
      timer: 'soft',
      devices: 'away',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      presents: 'proposal',
      say: {
        nl: 'Elke tafel vertelt haar voorstel, in één of twee minuten. Begin met de eerste zin, en eindig met de eerste stap. De anderen luisteren. Is iets niet duidelijk, stel dan één korte vraag. We zeggen nu nog niet wat we ervan vinden.',
        en: 'Each table tells its proposal, in one or two minutes. Begin with the first sentence, and end with the first step. The others listen. If something is not clear, ask one short question. We do not say yet what we think of it.',
      },
      prompts: [
        { text: { nl: 'Luister. Wat vind je sterk aan dit voorstel?', en: 'Listen. What do you find strong in this proposal?' }, depth: 1 },
      ],
      inputs: [],
      visibility: ROOM_AFTERWARDS,
      uses: ['workOut'],
    },
    {
      id: 'vote',
      kind: 'choose',
      name: { nl: 'Stemmen', en: 'Voting' },
      minutes: 15,
      timer: 'soft',
      devices: 'each',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Nu stemmen we, in stilte. Je hebt drie stippen. Geef ze aan drie voorstellen, hooguit één per voorstel. Minder mag ook. Niemand ziet wat jij kiest, ook ik niet. Geen telefoon? Stem samen met je tafelsecretaris, of met stippen op papier.',
        en: 'Now we vote, in silence. You have three dots. Give them to three proposals, at most one to each. Fewer is fine too. Nobody sees what you choose, and neither do I. No phone? Vote together with your scribe, or with dots on paper.',
      },
      prompts: [
        { text: { nl: 'Over welk voorstel zeg jij: dit moeten we doen?', en: 'Of which proposal do you say: this we must do?' }, depth: 1 },
      ],
      inputs: [
        {
          key: 'topTen',
          kind: 'vote',
          way: 'dots',
          dots: 3,
          perOption: 1,
          places: 10,
          secret: true,
          live: true,
          late: 'refuse',
          among: { cards: ['proposal'] },
          label: { nl: 'Dit moeten we doen', en: 'This we must do' },
          hint: {
            nl: 'Drie stippen, hooguit één per voorstel. Geheim.',
            en: 'Three dots, at most one for each proposal. Secret.',
          },
        },
      ],
      visibility: ROOM_AFTERWARDS,
      uses: ['workOut'],
    },
    {
      id: 'result',
      kind: 'inform',
      name: { nl: 'De top 10', en: 'The top 10' },
      minutes: 5,
      timer: 'soft',
      devices: 'each',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Dit is onze top 10. Kregen voorstellen evenveel stippen, dan delen ze een plek. Alle voorstellen staan in het verslag, ook die hier niet staan. Wie de uitkomst krijgt, zegt nu wat ermee gebeurt, en wanneer jullie dat horen.',
        en: 'This is our top 10. When proposals got as many dots, they share a place. All proposals are in the report, also those that are not here. Who receives the result now says what happens with it, and when you will hear.',
      },
      prompts: [{ text: { nl: 'Dit is onze top 10.', en: 'This is our top 10.' } }],
      inputs: [],
      visibility: ROOM_AFTERWARDS,
      uses: ['vote'],
    },
    {
      id: 'whoJoins',
      kind: 'match',
      name: { nl: 'Wie doet mee?', en: 'Who joins?' },
      minutes: 15,
      timer: 'soft',
      devices: 'each',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Aan welk voorstel wil je zelf meewerken? De tafels hangen hun voorstel op. Loop ernaartoe, en praat met wie daar staat. Kies het voorstel op je telefoon, en schrijf op wat je doet. Klein is goed. Nu even niet is ook een antwoord. Over een maand vragen we hoe het ging.',
        en: 'Which proposal do you want to work on yourself? The tables hang up their proposals. Walk over, and talk with who is there. Choose the proposal on your phone, and write down what you will do. Small is fine. Not now is an answer too. In a month we ask how it went.',
      },
      prompts: [
        { text: { nl: 'Waar werk jij aan mee?', en: 'What do you join?' }, depth: 1 },
        { text: { nl: 'Wat is je eerste stap?', en: 'What is your first step?' }, depth: 2 },
      ],
      inputs: [
        {
          key: 'joins',
          kind: 'card',
          card: 'pledge',
          late: 'accept',
          maximum: 3,
          maxWords: 30,
          label: { nl: 'Dit ga ik doen', en: 'This is what I will do' },
          hint: { nl: 'Klein en haalbaar. Noem geen namen.', en: 'Small and doable. Mention no names.' },
          fields: [field('firstStep', { nl: 'Wat is je eerste stap?', en: 'What is your first step?' })],
          links: {
            to: ['proposal'],
            label: { nl: 'Voor welk voorstel?', en: 'For which proposal?' },
            minimum: 1,
            maximum: 1,
          },
        },
      ],
      visibility: ROOM_AFTERWARDS,
      uses: ['workOut', 'vote'],
    },
    {
      id: 'close',
      kind: 'close',
      name: { nl: 'Afsluiten', en: 'Closing' },
      minutes: 10,
      timer: 'soft',
      devices: 'each',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'Zo ver zijn we vandaag gekomen. Wat neem jij mee? Zeg het tegen degene naast je, en schrijf één zin op als je wilt. Je telefoon zegt waar je later terugleest wat er met jullie werk gebeurt. Dank je wel voor het luisteren, en voor het meedenken.',
        en: 'This is how far we came today. What do you take with you? Say it to the person next to you, and write one sentence if you like. Your phone says where you can later read what happens with your work. Thank you for listening, and for thinking along.',
      },
      prompts: [{ text: { nl: 'Wat neem jij mee van vandaag?', en: 'What do you take with you from today?' }, depth: 1 }],
      inputs: [
        {
          key: 'reaction',
          kind: 'card',
          card: 'reaction',
          late: 'accept',
          maximum: 1,
          maxWords: 30,
          label: { nl: 'Dit neem ik mee', en: 'This I take with me' },
          hint: { nl: 'Eén zin, als je wilt. Noem geen namen.', en: 'One sentence, if you like. Mention no names.' },
        },
      ],
      visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' },
      uses: ['vote'],
    },
  ],

  outcomes: [
    { kind: 'themeMap', name: { nl: 'Onze thema’s', en: 'Our themes' }, from: ['theme'], seenBy: 'everyone', owner: 'facilitator' },
    { kind: 'proposal', name: { nl: 'De voorstellen', en: 'The proposals' }, from: ['proposal'], seenBy: 'everyone', owner: 'table' },
    { kind: 'ranking', name: { nl: 'De top 10', en: 'The top 10' }, from: ['topTen'], seenBy: 'everyone', owner: 'facilitator' },
    { kind: 'pledge', name: { nl: 'Wie doet mee', en: 'Who joins' }, from: ['joins'], seenBy: 'everyone', owner: 'writer' },
    {
      kind: 'evaluation',
      name: { nl: 'Wat mensen meenemen', en: 'What people take with them' },
      from: ['reaction'],
      seenBy: 'everyone',
      owner: 'facilitator',
    },
  ],
  followUps: [
    {
      id: 'joined',
      afterDays: 30,
      asks: 'writer',
      question: { nl: 'Je zou meewerken aan een voorstel. Hoe ging het?', en: 'You were going to work on a proposal. How did it go?' },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'leaveIt'],
      seenBy: 'owner',
    },
    {
      id: 'answered',
      afterDays: 30,
      asks: 'facilitator',
      question: {
        nl: 'Wat doet de gemeente met elk voorstel, en waarom?',
        en: 'What does the municipality do with each proposal, and why?',
      },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'notYetKnown'],
      seenBy: 'everyone',
    },
    {
      id: 'yearLater',
      afterDays: 365,
      asks: 'facilitator',
      question: {
        nl: 'Hoe staat elk voorstel ervoor, een jaar later?',
        en: 'How does each proposal stand, a year later?',
      },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'notYetKnown'],
      seenBy: 'everyone',
    },
  ],
};

/** After a round each table picks its own two cards; the others stay findable. */
function pick(id: string, round: string, cards: readonly string[], number: number): Format<KnownUse>['phases'][number] {
  return {
    id,
    kind: 'choose',
    name: { nl: `Kies er twee uit ronde ${number}`, en: `Choose two from round ${number}` },
    minutes: PICK_MINUTES,
    timer: 'soft',
    devices: 'onePerTable',
    grouping: TABLE,
    turn: { kind: 'free' },
    say: {
      nl: 'De tafelsecretaris leest de kaartjes voor. Kies samen de twee die de redactie zeker moet hebben. Straks ziet de hele zaal die twee, zonder naam. De andere kaartjes raken niet kwijt: ze blijven te vinden.',
      en: 'The scribe reads the cards aloud. Together, choose the two that the editors must have. Soon the whole hall sees those two, without a name. The other cards are not lost: they can still be found.',
    },
    prompts: PICK_PROMPTS,
    inputs: [
      {
        key: `${id}Two`,
        kind: 'vote',
        way: 'picks',
        late: 'accept',
        roles: ['scribe'],
        sharedBy: 'table',
        picks: 2,
        among: { cards },
        visibility: ROOM_AFTERWARDS,
        label: { nl: `Twee kaartjes uit ronde ${number}`, en: `Two cards from round ${number}` },
        hint: {
          nl: 'Kies er twee. Kies je opnieuw, dan gelden de nieuwe. De andere kaartjes blijven te vinden.',
          en: 'Choose two. If you choose again, the new ones count. The other cards can still be found.',
        },
      },
    ],
    visibility: TABLE_AFTERWARDS,
    uses: [round],
  };
}

function field(key: string, label: Words, maxWords = 25): NonNullable<CardUse['fields']>[number] {
  return { key, type: 'text', label, maxWords };
}
