import { refuse, type Refusal } from '#conversation/refusal.ts';
import { JOIN_WORDS } from '#words/joinWords.ts';
import type { ConversationId } from './ids.ts';
import type { FoundCode, JoinCode, JoinCodes as Port } from './ports/joinCodes.ts';
import { freshSecret } from './secrets.ts';
import type { Randomness } from './world.ts';

/** What someone brings to come in: what they typed, or what the QR carried. */
export type Invitation = { readonly code: string } | { readonly secret: string };

/** The way into a conversation for everybody in the hall. */
export class JoinCodes {
  readonly #codes: Port;
  readonly #randomness: Randomness;

  constructor(codes: Port, randomness: Randomness) {
    this.#codes = codes;
    this.#randomness = randomness;
  }

  /** Null when the conversation was closed. */
  of(conversation: ConversationId): Promise<JoinCode | null> {
    return this.#codes.of(conversation);
  }

  /** The one before opens nothing any more. */
  async renew(conversation: ConversationId): Promise<JoinCode> {
    for (;;) {
      const code = { conversation, code: this.#freshCode(), secret: freshSecret(this.#randomness) };
      if (await this.#codes.keep(code)) return code;
    }
  }

  async find(invitation: Invitation): Promise<Pick<FoundCode, 'conversation' | 'secret'> | Refusal> {
    const found = await this.#look(invitation);
    if (!found) return refuse('notFound');
    return found.ended ? refuse('closed') : { conversation: found.conversation, secret: found.secret };
  }

  #look(invitation: Invitation): Promise<FoundCode | null> {
    if ('secret' in invitation) return invitation.secret.length > 100 ? Promise.resolve(null) : this.#codes.bySecret(invitation.secret);
    const typed = /^([a-z]{1,20})(\d\d)$/.exec(
      invitation.code
        .slice(0, 60)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    );
    return typed ? this.#codes.byCode(`${typed[1]} ${typed[2]}`) : Promise.resolve(null);
  }

  #freshCode(): string {
    const [high = 0, low = 0, digits = 0] = this.#randomness.bytes(3);
    const word = JOIN_WORDS[(high * 256 + low) % JOIN_WORDS.length] ?? 'appel';
    return `${word} ${String(digits % 100).padStart(2, '0')}`;
  }
}
