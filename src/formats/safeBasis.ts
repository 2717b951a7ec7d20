import type { Words } from '#conversation/words.ts';

/**
 * The rules every table starts from (veilig:basis): the seven that dialogue networks share, in our
 * words, and what this house adds. It never promises that words stay in the room: a report is made.
 */
export const SAFE_BASIS: readonly Words[] = [
  { nl: 'Laat de ander uitpraten.', en: 'Let the other person finish.' },
  { nl: 'Zet er niet meteen je eigen verhaal tegenover.', en: 'Do not answer a story with your own story straight away.' },
  { nl: 'Wees vriendelijk en heb respect.', en: 'Be kind and show respect.' },
  { nl: "Spreek over jezelf: zeg 'ik', niet 'men' of 'ze'.", en: "Speak for yourself: say 'I', not 'people' or 'they'." },
  { nl: 'Zegt iemand iets algemeens? Vraag dan door.', en: 'Does someone say something general? Ask further.' },
  { nl: 'Wacht met je oordeel.', en: 'Hold back your judgement.' },
  { nl: 'Het mag stil zijn.', en: 'Silence is fine.' },
  { nl: 'Meedoen mag. Overslaan mag ook.', en: 'You may take part. You may also pass.' },
  { nl: 'Vertel het verhaal van een ander niet door.', en: "Do not pass on another person's story." },
  {
    nl: 'Wat op een kaartje staat, kan zonder naam in het verslag komen. Wil je dat niet? Houd het dan aan tafel.',
    en: 'What is on a card can be in the report, without a name. Do you not want that? Then keep it at the table.',
  },
  { nl: 'Noem geen namen van anderen.', en: 'Do not mention names of others.' },
];
