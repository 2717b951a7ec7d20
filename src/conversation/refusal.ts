/** Why something may not be done now. Each code has one plain sentence in `words/`. */
export const REFUSALS = [
  'notFound',
  'notYourSeat',
  'notYourRole',
  'notOpenYet',
  'closed',
  'alreadyClosed',
  'movedOn',
  'noRun',
  'noNext',
  'noBack',
  'paused',
  'notPaused',
  'timeIsUp',
  'tooLate',
  'notInThisStep',
  'noSheetHere',
  'staysOnPhone',
  'onlyQuestions',
  'presenterListens',
  'tooManyCards',
  'tableHasEnough',
  'tooManyWords',
  'empty',
  'wrongShape',
  'unknownChoice',
  'unknownCard',
  'keepFirst',
  'staysAtTable',
  'notYours',
  'withdrawn',
  'doorClosed',
  'doorShut',
  'nobodyHosts',
  'notCounted',
  'morePaperThanPeople',
  'moreThanPaperHolds',
  'roleTaken',
  'alreadyHere',
  'left',
  'needsHttps',
  'full',
  'phoneFull',
  'sealed',
  'otherBody',
  'tooFast',
  'tooLong',
  'tooMuch',
  'cannotMove',
  'unknownTable',
  'seatGiven',
  'needsTwo',
  'wishClash',
  'tooFewTables',
  'tooManyTables',
  'alreadyReleased',
  'nothingToRelease',
  'stillWriting',
  'notNow',
  'wrongFormat',
  'tooManyMinutes',
  'dotsSpent',
  'needsReason',
  'needsText',
  'needsCard',
  'tooManyChoices',
  'notYourTable',
  'unknownTicket',
  'ticketUsed',
  'ticketEnded',
  'changedSince',
  'alreadyChecked',
  'notShorter',
  'samePerson',
  'onlyRehearsal',
  'tooManySimulated',
  'databaseAway',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly refused: RefusalCode;
  /** Numbers or names the sentence needs, such as the maximum. */
  readonly detail?: { readonly [name: string]: string | number };
}

export function refuse(refused: RefusalCode, detail?: Refusal['detail']): Refusal {
  return detail ? { refused, detail } : { refused };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
