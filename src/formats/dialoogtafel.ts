import type { Format, Grouping, Visibility } from '#conversation/format.ts';
import type { Scale } from '#inputs/score/rules.ts';
import type { KnownUse } from '#inputs/uses.ts';
import { SAFE_BASIS } from './safeBasis.ts';

/** What is written in silence is for the own table, after the step; the room and the report get it when it is released. */
const TABLE_AFTERWARDS: Visibility = { who: 'group', sender: 'withoutName', when: 'afterPhase' };

/** Six to eight at a table works best, the table host among them. Who sits together stays together. */
const TABLE: Grouping = { kind: 'groups', size: 7, mix: 'stay', rotate: 'none' };

/** Eight results that a good dialogue may have. Everybody may answer each of them, or leave it open. */
const RESULTS: readonly Pick<Scale, 'id' | 'label'>[] = [
  {
    id: 'openness',
    label: {
      nl: 'Ik kon zeggen wat ik echt dacht, en er werd goed geluisterd.',
      en: 'I could say what I really thought, and people listened well.',
    },
  },
  {
    id: 'responsibility',
    label: {
      nl: 'Ik zie wat ik zelf kan doen en wat mijn idee waard is.',
      en: 'I see what I can do myself and what my idea is worth.',
    },
  },
  { id: 'safety', label: { nl: 'Ik durfde te twijfelen aan mijn eigen mening.', en: 'I dared to doubt my own opinion.' } },
  { id: 'newView', label: { nl: 'Ik kijk er nu anders naar dan vooraf.', en: 'I look at it differently now than before.' } },
  {
    id: 'newIdeas',
    label: { nl: 'Samen kwamen we verder dan ik alleen was gekomen.', en: 'Together we got further than I would have got alone.' },
  },
  {
    id: 'understanding',
    label: { nl: 'Ik begrijp de anderen beter, én het probleem.', en: 'I understand the others better, and the problem too.' },
  },
  {
    id: 'wholeness',
    label: { nl: 'We keken naar het geheel, niet naar één stukje.', en: 'We looked at the whole, not at one small part.' },
  },
  { id: 'aha', label: { nl: 'Ik had een a-ha-moment.', en: 'I had an aha moment.' } },
];

export const dialoogtafel: Format<KnownUse> = {
  id: 'dialoogtafel',
  version: 1,
  name: { nl: 'Dialoogtafel', en: 'Dialogue table' },
  purpose: {
    nl: 'Aan kleine tafels vertel je wat je meemaakte en waar je van droomt. Daarna kijk je wat je zelf kunt doen. Je luistert om elkaar te begrijpen. Je hoeft het niet eens te worden, en er wordt niets besloten.',
    en: 'At small tables you tell what you have been through and what you dream of. Then you look at what you can do yourself. You listen to understand each other. You do not have to agree, and nothing is decided.',
  },
  evidence: 'high',
  inspiredBy: {
    nl: 'Geïnspireerd op de dialoogtafels van de Dag van de Dialoog: kennismaken, ervaringen delen, dromen, doen. De minuten, de vragen en de momenten om te schrijven zijn van ons. De acht zinnen aan het eind zijn niet wetenschappelijk getoetst.',
    en: 'Inspired by the dialogue tables of the Dutch Day of Dialogue: meet, share experiences, dream, do. The minutes, the questions and the moments to write are ours. The eight sentences at the end have not been tested scientifically.',
  },
  sources: [
    'dieverindialoog.nl/dialoogtafel/',
    'oisterwijkindialoog.jouwweb.nl/dialoog',
    'dialoognetwerkschouwen-duiveland.nl',
    'leerwegdialoog.nl/basisprincipes/',
    'teamdevelopment.eu/facilitator.html',
  ],
  groupSize: { minimum: 5, maximum: 200 },
  sensitive: false,

  roles: [
    { id: 'participant', name: { nl: 'Deelnemer', en: 'Participant' }, task: 'takePart' },
    {
      id: 'host',
      name: { nl: 'Tafelgastheer', en: 'Table host' },
      task: 'hostTable',
      minimum: 1,
      maximum: 1,
      per: 'table',
      tips: [
        {
          nl: 'Jij leidt het gesprek aan je tafel. Je doet zelf ook mee, als laatste in elk rondje.',
          en: 'You lead the conversation at your table. You take part too, as the last one in each round.',
        },
        {
          nl: "Praat één iemand veel? Zeg: 'dank je, nu hoor ik graag een ander'. Doe daarna een rondje.",
          en: "Does one person talk a lot? Say: 'thank you, now I would like to hear someone else'. Then go round the table.",
        },
        {
          nl: "Zegt iemand weinig? Vraag: 'wil jij hier iets over zeggen?' Nee is ook goed.",
          en: "Does someone say little? Ask: 'would you like to say something about this?' No is fine too.",
        },
        {
          nl: 'Is het stil? Tel rustig tot tien. Vaak komt het belangrijkste na de stilte.',
          en: 'Is it silent? Calmly count to ten. The most important thing often comes after the silence.',
        },
        {
          nl: 'Komen er tranen? Geef rust, en een glas water. Vraag wat iemand nu nodig heeft. Verder vertellen hoeft niet.',
          en: 'Are there tears? Give rest, and a glass of water. Ask what the person needs now. There is no need to go on telling.',
        },
        {
          nl: "Zegt iemand 'ze' of 'men'? Vraag: 'hoe is dat voor jou?'",
          en: "Does someone say 'they' or 'people'? Ask: 'what is that like for you?'",
        },
        {
          nl: "Botsen twee mensen? Vraag aan allebei: 'wat maakt dit belangrijk voor jou?'",
          en: "Do two people clash? Ask both: 'what makes this important to you?'",
        },
        {
          nl: 'Lukt het niet alleen? Roep de gespreksleider. Dat mag altijd.',
          en: 'Is it too much to do alone? Call the facilitator. You always may.',
        },
      ],
    },
    {
      id: 'facilitator',
      name: { nl: 'Gespreksleider', en: 'Facilitator' },
      task: 'facilitate',
      tips: [
        {
          nl: 'Zoek voor elke tafel een geoefende tafelgastheer. Geef die persoon de rol van tafelgastheer.',
          en: 'Find a practised table host for each table. Give that person the role of table host.',
        },
        {
          nl: 'Zet vijf tot acht mensen aan een tafel. Zes tot acht werkt het best.',
          en: 'Put five to eight people at a table. Six to eight works best.',
        },
        {
          nl: 'Maak de vragen bij het voorbereiden passend bij jullie onderwerp.',
          en: 'While preparing, make the questions fit your subject.',
        },
        { nl: 'Praat langzaam. Laat na elke vraag een stilte.', en: 'Speak slowly. Leave a silence after each question.' },
        {
          nl: 'Reken op drie uur, met binnenkomen en napraten erbij.',
          en: 'Count on three hours, with arriving and chatting afterwards included.',
        },
      ],
    },
    { id: 'wall', name: { nl: 'Zaalscherm', en: 'Wall' }, task: 'show' },
  ],
  houseRules: [
    ...SAFE_BASIS,
    { nl: 'Je hoeft het niet eens te worden. Verschil mag er zijn.', en: 'You do not have to agree. Differences may be there.' },
    { nl: 'We hebben de tijd. Praat rustig.', en: 'We have time. Speak calmly.' },
  ],
  mustBePresent: [],

  settings: [
    {
      id: 'break',
      label: { nl: 'Nemen we halverwege pauze?', en: 'Do we take a break halfway?' },
      standard: 'no',
      options: [
        { id: 'no', label: { nl: 'Nee', en: 'No' } },
        {
          id: 'yes',
          label: { nl: 'Ja, na de ervaringen', en: 'Yes, after the experiences' },
          hint: { nl: 'Dit duurt ongeveer 15 minuten langer.', en: 'This takes about 15 minutes more.' },
        },
      ],
    },
  ],

  phases: [
    {
      id: 'meet',
      kind: 'round',
      name: { nl: 'Kennismaken', en: 'Meeting each other' },
      minutes: 15,
      timer: 'soft',
      devices: 'away',
      grouping: { ...TABLE, mix: 'diverse' },
      turn: { kind: 'inTurns', secondsEach: 90, listensFirst: 'host' },
      say: {
        nl: 'Welkom, fijn dat je er bent. Leg je telefoon weg, want vandaag luisteren we naar elkaar. Op tafel ligt een kaart: zo gaan we met elkaar om. De tafelgastheer leest die kaart nu voor. Daarna maken we kennis, om de beurt. Vertel hoe je heet, en wat je even achterlaat zodat je hier bent. Wil je niets zeggen? Dan sla je over.',
        en: 'Welcome, it is good that you are here. Put your phone away, because today we listen to each other. There is a card on the table: this is how we treat each other. The table host reads that card aloud now. Then we meet each other, in turns. Say your name, and what you leave behind for a while to be here. Would you rather say nothing? Then you pass.',
      },
      prompts: [
        { text: { nl: 'Wat laat je even achter, zodat je hier bent?', en: 'What do you leave behind for a while, to be here?' }, depth: 1 },
        { text: { nl: 'Wat heb jij met dit onderwerp?', en: 'What does this subject mean to you?' }, depth: 2 },
        {
          text: {
            nl: 'Lees de afspraken voor. Doe daarna het rondje. Jij komt als laatste.',
            en: 'Read the house rules aloud. Then go round the table. You come last.',
          },
          forRole: 'host',
        },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'experiences',
      kind: 'round',
      name: { nl: 'Ervaringen delen', en: 'Sharing experiences' },
      minutes: 20,
      timer: 'soft',
      devices: 'away',
      grouping: TABLE,
      turn: { kind: 'inTurns', secondsEach: 120, listensFirst: 'host' },
      say: {
        nl: 'We delen nu ervaringen. Denk aan een keer dat samenwerken echt lukte. Dat mag thuis zijn, in de buurt of op je werk. Vertel het om de beurt, in een paar minuten. De anderen luisteren, en vragen nog niets. Na elk verhaal is het even stil. Dan geeft de tafelgastheer de beurt door.',
        en: 'We now share experiences. Think of a time when working together really succeeded. It may be at home, in the neighbourhood or at work. Tell it in turns, in a few minutes. The others listen, and ask nothing yet. After each story there is a short silence. Then the table host passes the turn.',
      },
      prompts: [
        {
          text: {
            nl: 'Vertel over een keer dat samenwerken echt lukte.',
            en: 'Tell about a time when working together really succeeded.',
          },
          depth: 1,
        },
        { text: { nl: 'Wat deed jij, en wat deed een ander?', en: 'What did you do, and what did someone else do?' }, depth: 2 },
        {
          text: {
            nl: 'Ieder vertelt één ervaring. Laat na elk verhaal een stilte.',
            en: 'Each person tells one experience. Leave a silence after each story.',
          },
          forRole: 'host',
        },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'askOn',
      kind: 'talk',
      name: { nl: 'Doorvragen', en: 'Asking further' },
      minutes: 20,
      timer: 'soft',
      devices: 'away',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Nu mag je vragen stellen over de verhalen. Vraag om te begrijpen, niet om te overtuigen. Wat lijkt op elkaar, en wat is anders? Merk je een oordeel bij jezelf? Houd het even vast, en bedenk wat ook waar kan zijn. Je hoeft het niet eens te worden.',
        en: 'Now you may ask about the stories. Ask to understand, not to convince. What is alike, and what is different? Do you notice a judgement in yourself? Hold it for a while, and think of what may be true as well. You do not have to agree.',
      },
      prompts: [
        { text: { nl: 'Wat wil je beter begrijpen?', en: 'What do you want to understand better?' }, depth: 1 },
        {
          text: {
            nl: 'Welk oordeel merk je bij jezelf? Wat zou ook waar kunnen zijn?',
            en: 'Which judgement do you notice in yourself? What could be true as well?',
          },
          depth: 2,
        },
        { text: { nl: 'Wat is nog niet gezegd?', en: 'What has not been said yet?' }, depth: 3 },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'discover',
      kind: 'note',
      name: { nl: 'Even stil: wat je ontdekte', en: 'A moment of silence: what you discovered' },
      minutes: 5,
      timer: 'soft',
      devices: 'each',
      grouping: TABLE,
      turn: { kind: 'silent' },
      say: {
        nl: 'Het wordt nu stil. Pak je telefoon of een kaartje. Schrijf op wat je ontdekte in deze verhalen. Schrijf over jezelf; het verhaal van een ander schrijf je niet op. Straks ziet je tafel het, zonder naam. Niets schrijven is ook goed.',
        en: "Now it becomes quiet. Take your phone or a card. Write down what you discovered in these stories. Write about yourself; do not write down another person's story. Later your table sees it, without a name. Writing nothing is fine too.",
      },
      prompts: [
        { text: { nl: 'Wat heb je ontdekt in deze verhalen?', en: 'What have you discovered in these stories?' }, depth: 1 },
        { text: { nl: 'Wat raakte je, of verraste je?', en: 'What moved you, or surprised you?' }, depth: 2 },
      ],
      inputs: [
        {
          key: 'discovery',
          kind: 'card',
          card: 'insight',
          late: 'accept',
          maximum: 3,
          maxWords: 30,
          label: { nl: 'Een ontdekking', en: 'A discovery' },
          hint: { nl: 'Schrijf over jezelf. Noem geen namen.', en: 'Write about yourself. Mention no names.' },
        },
        {
          key: 'experience',
          kind: 'card',
          card: 'experience',
          late: 'accept',
          maximum: 1,
          maxWords: 60,
          label: { nl: 'Een eigen ervaring die bewaard mag blijven', en: 'An experience of your own that may be kept' },
          hint: {
            nl: 'Alleen je eigen verhaal, als je dat wilt. Noem geen namen.',
            en: 'Only your own story, if you like. Mention no names.',
          },
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'break',
      when: { setting: 'break', is: 'yes' },
      kind: 'break',
      name: { nl: 'Pauze', en: 'Break' },
      minutes: 15,
      timer: 'none',
      devices: 'away',
      grouping: { kind: 'plenary' },
      turn: { kind: 'free' },
      say: {
        nl: 'We nemen pauze. Loop even rond, of blijf rustig zitten. Ik geef een teken als we verdergaan. Straks gaan we dromen, aan dezelfde tafel.',
        en: 'We take a break. Walk around, or stay seated quietly. I will give a sign when we go on. After this we dream, at the same table.',
      },
      prompts: [{ text: { nl: 'Pauze. Straks gaan we verder aan dezelfde tafel.', en: 'Break. After this we go on at the same table.' } }],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'imagine',
      kind: 'note',
      name: { nl: 'Even stil: je droom', en: 'A moment of silence: your dream' },
      minutes: 5,
      timer: 'soft',
      devices: 'each',
      grouping: TABLE,
      turn: { kind: 'silent' },
      say: {
        nl: 'We gaan dromen. Doe je ogen even dicht, als je dat fijn vindt. Stel: het is vijf jaar later, en het is gelukt. Wat zie je, en wat doen mensen? Schrijf je droom op in een paar zinnen. Of het kan, is nu nog niet belangrijk. Straks ziet je tafel het, zonder naam.',
        en: 'We are going to dream. Close your eyes for a moment, if you like. Imagine: it is five years later, and it worked. What do you see, and what do people do? Write your dream in a few sentences. Whether it is possible does not matter yet. Later your table sees it, without a name.',
      },
      prompts: [
        {
          text: {
            nl: 'Het is vijf jaar later en het is gelukt. Wat zie je?',
            en: 'It is five years later and it worked. What do you see?',
          },
          depth: 1,
        },
      ],
      inputs: [
        {
          key: 'dream',
          kind: 'card',
          card: 'insight',
          late: 'accept',
          maximum: 2,
          maxWords: 40,
          label: { nl: 'Een droom', en: 'A dream' },
          hint: {
            nl: 'Een droom hoeft nog niet te kunnen. Noem geen namen.',
            en: 'A dream does not have to be possible yet. Mention no names.',
          },
        },
      ],
      visibility: TABLE_AFTERWARDS,
    },
    {
      id: 'dream',
      kind: 'round',
      name: { nl: 'Dromen', en: 'Dreaming' },
      minutes: 18,
      timer: 'soft',
      devices: 'away',
      grouping: TABLE,
      turn: { kind: 'inTurns', secondsEach: 120, listensFirst: 'host' },
      say: {
        nl: 'Leg je telefoon weg. Vertel om de beurt je droom, of lees je kaartje voor. De anderen luisteren en dromen mee. Niemand zegt nu wat er niet kan. Na elke droom is het even stil.',
        en: 'Put your phone away. In turns, tell your dream, or read your card aloud. The others listen and dream along. Nobody says now what is not possible. After each dream there is a short silence.',
      },
      prompts: [
        {
          text: {
            nl: 'Het is vijf jaar later en het is gelukt. Wat zie je?',
            en: 'It is five years later and it worked. What do you see?',
          },
          depth: 1,
        },
        {
          text: {
            nl: "Ieder vertelt één droom. Hoor je 'ja, maar'? Vraag: 'wat zie jij dan?'",
            en: "Each person tells one dream. Do you hear 'yes, but'? Ask: 'then what do you see?'",
          },
          forRole: 'host',
        },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
      uses: ['imagine'],
    },
    {
      id: 'compare',
      kind: 'talk',
      name: { nl: 'Dromen naast elkaar', en: 'Dreams side by side' },
      minutes: 12,
      timer: 'soft',
      devices: 'away',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Leg de dromen naast elkaar. Wat komt vaak terug? Welke droom is heel anders, en wat leert die ons? We kiezen niets, en we stemmen niet. Verschil mag blijven staan.',
        en: 'Lay the dreams side by side. What comes back often? Which dream is very different, and what does it teach us? We choose nothing, and we do not vote. Differences may stay.',
      },
      prompts: [
        { text: { nl: 'Wat komt in veel dromen terug?', en: 'What comes back in many dreams?' }, depth: 1 },
        {
          text: {
            nl: 'Welke droom is heel anders, en wat leert die ons?',
            en: 'Which dream is very different, and what does it teach us?',
          },
          depth: 2,
        },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
      uses: ['imagine'],
    },
    {
      id: 'smallSteps',
      kind: 'talk',
      name: { nl: 'Doen', en: 'Doing' },
      minutes: 15,
      timer: 'soft',
      devices: 'away',
      grouping: TABLE,
      turn: { kind: 'free' },
      say: {
        nl: 'Van dromen naar doen. Welke kleine stap kun jij zelf zetten, morgen of deze maand? En wat heb je daarbij van een ander nodig? Praat erover aan je tafel. Help elkaar om de stap klein te maken. Nu even niets doen is ook een antwoord.',
        en: 'From dreaming to doing. Which small step can you take yourself, tomorrow or this month? And what do you need from someone else for it? Talk about it at your table. Help each other to make the step small. Doing nothing now is an answer too.',
      },
      prompts: [
        { text: { nl: 'Welke kleine stap kun jij zelf zetten?', en: 'Which small step can you take yourself?' }, depth: 1 },
        { text: { nl: 'Wat heb je daarbij van een ander nodig?', en: 'What do you need from someone else for it?' }, depth: 2 },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
      uses: ['imagine'],
    },
    {
      id: 'promise',
      kind: 'note',
      name: { nl: 'Even stil: je stap', en: 'A moment of silence: your step' },
      minutes: 10,
      timer: 'soft',
      devices: 'each',
      grouping: TABLE,
      turn: { kind: 'silent' },
      say: {
        nl: 'Nog één keer wordt het stil. Pak je telefoon of een kaartje, en schrijf op wat jij gaat doen. Beloof alleen wat van jou is: je eigen tijd, je eigen werk, je eigen plek. Schrijf er ook bij wat je van een ander nodig hebt. Over een tijdje vragen we hoe het ging. Nu even niets beloven is ook goed.',
        en: 'Once more it becomes quiet. Take your phone or a card, and write down what you will do. Promise only what is yours: your own time, your own work, your own place. Also write what you need from someone else. After a while we will ask how it went. Making no promise now is fine too.',
      },
      prompts: [
        { text: { nl: 'Wat ga jij doen?', en: 'What will you do?' }, depth: 1 },
        { text: { nl: 'Wat heb je daarbij van een ander nodig?', en: 'What do you need from someone else for it?' }, depth: 2 },
      ],
      inputs: [
        {
          key: 'pledge',
          kind: 'card',
          card: 'pledge',
          late: 'accept',
          maximum: 2,
          maxWords: 30,
          label: { nl: 'Dit ga ik doen', en: 'This is what I will do' },
          hint: { nl: 'Klein en haalbaar. Noem geen namen.', en: 'Small and doable. Mention no names.' },
        },
        {
          key: 'need',
          kind: 'card',
          card: 'need',
          late: 'accept',
          maximum: 2,
          maxWords: 30,
          label: { nl: 'Dit heb ik van een ander nodig', en: 'This is what I need from someone else' },
          hint: {
            nl: 'Zeg van welke groep of organisatie. Noem geen namen.',
            en: 'Say from which group or organisation. Mention no names.',
          },
        },
      ],
      visibility: TABLE_AFTERWARDS,
      uses: ['imagine'],
    },
    {
      id: 'lookBack',
      kind: 'note',
      name: { nl: 'Even stil: hoe was dit gesprek?', en: 'A moment of silence: how was this conversation?' },
      minutes: 5,
      timer: 'soft',
      devices: 'each',
      grouping: TABLE,
      turn: { kind: 'silent' },
      say: {
        nl: 'We kijken terug, in stilte. Op je telefoon staan acht zinnen over dit gesprek. Zeg bij elke zin hoeveel hij klopt voor jou. Twee zinnen is genoeg. Geen mening? Laat de zin open. Er staat geen naam bij; we tellen alles bij elkaar op. Wie geen telefoon heeft, denkt er rustig over na.',
        en: 'We look back, in silence. Your phone shows eight sentences about this conversation. Say for each sentence how right it is for you. Two sentences are enough. No opinion? Leave it open. No name goes with it; we add everything up. If you have no phone, think about it calmly.',
      },
      prompts: [{ text: { nl: 'Hoe was dit gesprek voor jou?', en: 'How was this conversation for you?' }, depth: 1 }],
      inputs: [
        {
          key: 'evaluation',
          kind: 'score',
          late: 'refuse',
          label: { nl: 'Acht zinnen over dit gesprek', en: 'Eight sentences about this conversation' },
          hint: {
            nl: 'Twee zinnen is genoeg. Geen mening? Laat de zin open. We tellen pas op vanaf vijf mensen.',
            en: 'Two sentences are enough. No opinion? Leave it open. We only add up from five people on.',
          },
          scales: RESULTS.map((result) => ({
            ...result,
            minimum: 1,
            maximum: 5,
            steps: [
              { at: 1, label: { nl: 'helemaal niet', en: 'not at all' } },
              { at: 5, label: { nl: 'helemaal wel', en: 'completely' } },
            ],
          })),
        },
        {
          key: 'aha',
          kind: 'card',
          card: 'insight',
          late: 'accept',
          maximum: 1,
          maxWords: 30,
          label: { nl: 'Had je een a-ha-moment? Wat was het?', en: 'Did you have an aha moment? What was it?' },
          hint: { nl: 'Alleen als je het wilt delen. Noem geen namen.', en: 'Only if you want to share it. Mention no names.' },
        },
      ],
      visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' },
    },
    {
      id: 'close',
      kind: 'close',
      name: { nl: 'Afsluiten', en: 'Closing' },
      minutes: 5,
      timer: 'soft',
      devices: 'away',
      grouping: TABLE,
      turn: { kind: 'inTurns', secondsEach: 30 },
      say: {
        nl: 'Leg je telefoon weg, voor een laatste rondje. Zeg in één zin welk nieuw idee je meeneemt. Overslaan mag. Op je telefoon lees je straks wat er met jullie kaartjes gebeurt. Dank je wel voor je verhaal, en voor het luisteren.',
        en: 'Put your phone away, for a last round. Say in one sentence which new idea you take with you. You may pass. On your phone you can read later what happens with your cards. Thank you for your story, and for listening.',
      },
      prompts: [
        {
          text: {
            nl: 'Welk nieuw idee had je zonder de anderen niet gehad?',
            en: 'Which new idea would you not have had without the others?',
          },
          depth: 1,
        },
      ],
      inputs: [],
      visibility: TABLE_AFTERWARDS,
      uses: ['promise'],
    },
  ],

  outcomes: [
    {
      kind: 'lesson',
      name: { nl: 'Wat we ontdekten', en: 'What we discovered' },
      from: ['discovery', 'experience', 'aha'],
      seenBy: 'everyone',
      owner: 'table',
    },
    { kind: 'themeMap', name: { nl: 'Waar we van dromen', en: 'What we dream of' }, from: ['dream'], seenBy: 'everyone', owner: 'table' },
    { kind: 'pledge', name: { nl: 'Wie wat gaat doen', en: 'Who will do what' }, from: ['pledge'], seenBy: 'everyone', owner: 'writer' },
    {
      kind: 'needList',
      name: { nl: 'Wat mensen van een ander nodig hebben', en: 'What people need from someone else' },
      from: ['need'],
      seenBy: 'everyone',
      owner: 'facilitator',
    },
    {
      kind: 'evaluation',
      name: { nl: 'Hoe het gesprek was', en: 'How the conversation was' },
      from: ['evaluation'],
      seenBy: 'everyone',
      owner: 'facilitator',
    },
  ],
  followUps: [
    {
      id: 'firstStep',
      afterDays: 14,
      asks: 'writer',
      question: {
        nl: 'Je zou een kleine stap zetten. Hoe ging het?',
        en: 'You were going to take a small step. How did it go?',
      },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'leaveIt'],
      seenBy: 'owner',
    },
    {
      id: 'needsMet',
      afterDays: 42,
      asks: 'facilitator',
      question: {
        nl: 'Wat is er gedaan met wat mensen nodig hebben?',
        en: 'What has been done about what people need?',
      },
      statuses: ['open', 'busy', 'succeeded', 'different', 'stopped', 'notYetKnown'],
      seenBy: 'everyone',
    },
  ],
};
