import type { Effect, OutcomeId } from '#conversation/outcome.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import type { PledgeReply } from '../askedBack.ts';
import type { Guard } from '../guard.ts';
import type { Place } from '../house.ts';
import type { Asked, MailWish } from '../mailing.ts';
import type { OpenedReceipt } from '../openedReceipt.ts';
import type { Visitor } from '../ports/people.ts';
import type { ReceiptPlace } from '../ports/receipts.ts';
import type { Looked, Receipts } from '../receipts.ts';
import type { Taken } from '../request.ts';

/** For whoever holds a receipt: what became of what they said, and what they say to that. */
export interface Receiving {
  /** Where the code of this seat was handed out; null when there is none, or it is not this visitor's. */
  receiptOf(visitor: Visitor, at: Place): Promise<ReceiptPlace | null>;
  /** Shown once. Makes the first, or replaces the one there was. */
  makeReceipt(visitor: Visitor, at: Place): Promise<NewReceipt | Refusal>;
  openReceipt(code: string): Promise<OpenedReceipt | Refusal>;
  /** Its holder begins to read: when they did so before. */
  lookAtReceipt(code: string): Promise<Looked>;
  withdrawByReceipt(code: string, entry: EntryId): Promise<Taken>;
  /** All words of its holder at once, also drafts and notes; not what a table made together. Says how many there were. */
  withdrawAllByReceipt(code: string): Promise<{ readonly withdrawn: number } | Refusal>;
  /** How it went with what they promised in this card. */
  answerByReceipt(code: string, entry: EntryId, reply: PledgeReply): Promise<Taken>;
  /** Whether the words of this card may stand as a quote in the final report. */
  allowQuoteByReceipt(code: string, entry: EntryId, allows: boolean): Promise<Taken>;
  tellEffectByReceipt(code: string, entry: EntryId, outcome: OutcomeId, effect: Effect): Promise<Taken>;
  /** "Het loopt anders", about something that grew from a card of theirs and in which they may be. */
  tellTurnByReceipt(code: string, entry: EntryId, outcome: OutcomeId, words: string): Promise<Taken>;
  letGoByReceipt(code: string, entry: EntryId): Promise<Taken>;
  /** `id`: by which it can be asked again. */
  renewReceipt(code: string, id: string): Promise<NewReceipt | Refusal>;
  /** Mails a code to an address, to be asked back there. */
  mailReceipt(code: string, wish: MailWish): Promise<Asked>;
  /** By the code that was mailed. */
  confirmReceiptMail(code: string, typed: string): Promise<Asked>;
  /** Erases the address. */
  stopReceiptMail(code: string): Promise<Asked>;
}

export interface NewReceipt {
  readonly code: string;
  readonly endsOn: string;
}

export function receiving(receipts: Receipts, guard: Guard): Receiving {
  return {
    receiptOf: async (visitor, at) => ((await guard.mayReach(visitor, at)) ? receipts.where(at.conversation, at.seat) : null),
    async makeReceipt(visitor, at) {
      const room = await guard.participantAt(visitor, at);
      return 'refused' in room ? room : receipts.codes.make(at.conversation, at.seat);
    },
    openReceipt: (code) => receipts.open(code),
    lookAtReceipt: (code) => receipts.look(code),
    withdrawByReceipt: (code, entry) => receipts.withdraw(code, entry),
    withdrawAllByReceipt: (code) => receipts.withdrawAll(code),
    answerByReceipt: (code, entry, reply) => receipts.answer(code, entry, reply),
    allowQuoteByReceipt: (code, entry, allows) => receipts.allowQuote(code, entry, allows),
    tellEffectByReceipt: (code, entry, outcome, effect) => receipts.tellEffect(code, entry, outcome, effect),
    tellTurnByReceipt: (code, entry, outcome, words) => receipts.tellTurn(code, entry, outcome, words),
    letGoByReceipt: (code, entry) => receipts.letGo(code, entry),
    renewReceipt: (code, id) => receipts.codes.renew(code, id),
    mailReceipt: (code, wish) => receipts.mail.ask(code, wish),
    confirmReceiptMail: (code, typed) => receipts.mail.confirm(code, typed),
    stopReceiptMail: (code) => receipts.mail.stop(code),
  };
}
