import { m } from '#words/compiled/messages.js';

/** What can be answered to a vote without options of its own, in words. */
export const consentAnswers = () => [
  { value: 'yes', text: m.vote_yes() },
  { value: 'condition', text: m.vote_condition() },
  { value: 'no', text: m.vote_no() },
];
export const forIfAgainst = () => [
  { value: 'for', text: m.vote_for() },
  { value: 'if', text: m.vote_for_if() },
  { value: 'against', text: m.vote_against() },
];
/** A secret ballot asks for no words. */
export const forAgainst = () => [
  { value: 'for', text: m.vote_for() },
  { value: 'against', text: m.vote_against_only() },
];
