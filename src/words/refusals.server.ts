import { m } from './compiled/messages.js';
import type { Language } from './language.ts';

/** Numbers or names that a sentence needs, such as the maximum. */
export type Detail = { readonly [name: string]: string | number };
export type Sentence = (detail: Detail, options: { readonly locale: Language }) => string;

/**
 * Every refusal as one plain sentence or three: what happened, what was kept, what to do. A table by code
 * carries all of them, so it stays on the server: phones get the sentence beside the code.
 */
export const refusals = {
  notFound: m.refused_not_found,
  notYourSeat: m.refused_not_your_seat,
  notYourRole: m.refused_not_your_role,
  notOpenYet: m.refused_not_open_yet,
  closed: m.refused_closed,
  alreadyClosed: m.refused_already_closed,
  wasOpen: m.refused_was_open,
  movedOn: m.refused_moved_on,
  noRun: m.refused_no_run,
  noNext: m.refused_no_next,
  noBack: m.refused_no_back,
  paused: m.refused_paused,
  notPaused: m.refused_not_paused,
  timeIsUp: m.refused_time_is_up,
  tooLate: m.refused_too_late,
  notInThisStep: m.refused_not_in_this_step,
  noSheetHere: m.refused_no_sheet_here,
  staysOnPhone: m.refused_stays_on_phone,
  onlyQuestions: m.refused_only_questions,
  presenterListens: m.refused_presenter_listens,
  tooManyCards: counted(m.refused_too_many_cards),
  tableHasEnough: counted(m.refused_table_has_enough),
  tooManyWords: counted(m.refused_too_many_words),
  empty: m.refused_empty,
  wrongShape: m.refused_wrong_shape,
  unknownChoice: m.refused_unknown_choice,
  unknownCard: m.refused_unknown_card,
  keepFirst: m.refused_keep_first,
  staysAtTable: m.refused_stays_at_table,
  notYours: m.refused_not_yours,
  withdrawn: m.refused_withdrawn,
  doorClosed: m.refused_door_closed,
  doorShut: m.refused_door_shut,
  nobodyHosts: m.refused_nobody_hosts,
  morePaperThanPeople: counted(m.refused_more_paper),
  moreThanPaperHolds: counted(m.refused_more_dots),
  notCounted: m.refused_not_counted,
  roleTaken: m.refused_role_taken,
  alreadyHere: m.refused_already_here,
  left: m.refused_left,
  needsHttps: m.refused_needs_https,
  full: m.refused_full,
  phoneFull: counted(m.refused_phone_full),
  sealed: m.refused_sealed,
  otherBody: m.refused_other_body,
  tooFast: counted(m.refused_too_fast),
  tooLong: counted(m.refused_too_long),
  tooMuch: m.refused_too_much,
  cannotMove: m.refused_cannot_move,
  unknownTable: m.refused_unknown_table,
  seatGiven: counted(m.refused_seat_given),
  needsTwo: m.refused_needs_two,
  wishClash: m.refused_wish_clash,
  tooFewTables: counted(m.refused_too_few_tables),
  tooManyTables: counted(m.refused_too_many_tables),
  alreadyReleased: m.refused_already_released,
  nothingToRelease: m.refused_nothing_to_release,
  stillWriting: m.refused_still_writing,
  notNow: m.refused_not_now,
  wrongFormat: m.refused_wrong_format,
  tooManyMinutes: counted(m.refused_too_many_minutes),
  dotsSpent: counted(m.refused_dots_spent),
  needsReason: m.refused_needs_reason,
  scopeFixed: m.refused_scope_fixed,
  nothingChanged: m.refused_nothing_changed,
  needsText: m.refused_needs_text,
  needsCard: counted(m.refused_needs_card),
  tooManyChoices: counted(m.refused_too_many_choices),
  notYourTable: m.refused_not_your_table,
  unknownTicket: m.refused_unknown_ticket,
  ticketUsed: m.refused_ticket_used,
  ticketEnded: m.refused_ticket_ended,
  changedSince: m.refused_changed_since,
  alreadyChecked: m.refused_already_checked,
  notShorter: m.refused_not_shorter,
  samePerson: m.refused_same_person,
  unknownOutcome: m.refused_unknown_outcome,
  fieldMissing: m.refused_field_missing,
  personalData: m.refused_personal_data,
  needsOwner: m.refused_needs_owner,
  needsLinkedCard: m.refused_needs_linked_card,
  needsDay: m.refused_needs_day,
  dayPassed: m.refused_day_passed,
  notYetSo: m.refused_not_yet_so,
  unknownPoint: m.refused_unknown_point,
  lastCard: m.refused_last_card,
  pointAnswered: m.refused_point_answered,
  harvestSigned: m.refused_harvest_signed,
  roomSigned: m.refused_room_signed,
  nothingToSign: m.refused_nothing_to_sign,
  tablesUnsigned: counted(m.refused_tables_unsigned),
  unknownVoice: m.refused_unknown_voice,
  voicesOpen: counted(m.refused_voices_open),
  reportFinished: m.refused_report_finished,
  noMail: m.refused_no_mail,
  wrongAddress: m.refused_wrong_address,
  addressRefused: m.refused_address_refused,
  mailAway: m.refused_mail_away,
  mailedEnough: m.refused_mailed_enough,
  wrongMailCode: m.refused_wrong_mail_code,
  onlyRehearsal: m.refused_only_rehearsal,
  tokenUnnamed: m.refused_token_unnamed,
  tokenEndsWrong: m.refused_token_ends_wrong,
  tooManyTokens: counted(m.refused_too_many_tokens),
  tooManySimulated: counted(m.refused_too_many_simulated),
  databaseAway: m.refused_database_away,
} satisfies { readonly [code: string]: Sentence };

interface Numbers {
  readonly maximum: string | number;
  readonly minimum: string | number;
  readonly count: string | number;
  readonly seconds: string | number;
  readonly table: string | number;
}

function counted(sentence: (numbers: Numbers, options: { readonly locale: Language }) => string): Sentence {
  return (detail, options) => sentence(numbersIn(detail), options);
}

function numbersIn({ maximum = 0, minimum = 1, count = 0, seconds = 60, table = 0 }: Detail): Numbers {
  return { maximum, minimum, count, seconds, table };
}
