import * as v from 'valibot';
import { dayOf, daysLater, isDay } from '#conversation/day.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { cleaned } from './cleaned.ts';
import type { OutcomeAction } from '#conversation/action.ts';
import type { OrganiserId, TokenId } from './ids.ts';
import type { Visitor } from './ports/people.ts';
import type { ListedToken, Tokens as Port } from './ports/tokens.ts';
import { derivedId, digest, freshSecret } from './secrets.ts';
import type { World } from './world.ts';

/** What a token may be meant for. None of them is more than its organiser can read on a screen. */
export const SCOPES = ['conversations:read', 'reports:read', 'outcomes:read', 'outcomes:write'] as const;
export type Scope = (typeof SCOPES)[number];

export interface MadeToken extends ListedToken {
  readonly secret: string;
}

/** Who asks with a token. It sits nowhere. */
export interface Delegate {
  readonly token: TokenId;
  readonly organiser: OrganiserId;
  readonly scopes: readonly Scope[];
  readonly seats: readonly [];
}

/** For other systems: a token asks in the name of an organiser, for a while. */
export class Tokens {
  readonly #tokens: Port;
  readonly #world: World;

  constructor(tokens: Port, world: World) {
    this.#tokens = tokens;
    this.#world = world;
  }

  async makeToken({ device, organiser }: Visitor, actionId: string, wish: unknown): Promise<MadeToken | Refusal> {
    if (!organiser) return refuse('notYourRole');
    const token = this.#wished(wish);
    if ('refused' in token) return token;
    const id = derivedId<TokenId>('token', device, actionId);
    const secret = `${TOKEN}${freshSecret(this.#world.randomness)}`;
    const added = await this.#tokens.add({ ...token, id, organiser, device, secretHash: digest(secret) });
    return added ? { ...token, id, secret } : refuse('tooManyTokens', { maximum: MOST_TOKENS });
  }

  async tokensOf({ organiser }: Visitor): Promise<readonly ListedToken[] | Refusal> {
    return organiser ? this.#tokens.listOf(organiser) : refuse('notYourRole');
  }

  async endToken({ organiser }: Visitor, token: TokenId): Promise<{ readonly ended: true } | Refusal> {
    if (!organiser) return refuse('notYourRole');
    return (await this.#tokens.end(organiser, token)) ? { ended: true } : refuse('notFound');
  }

  async useToken(secret: string): Promise<Delegate | Refusal> {
    const found = isToken(secret) ? await this.#tokens.find(digest(secret), this.#today()) : null;
    return found ? { token: found.id, organiser: found.organiser, scopes: found.scopes, seats: [] } : refuse('notFound');
  }

  erasePast(): Promise<void> {
    return this.#tokens.erasePast(this.#today());
  }

  #wished(raw: unknown): Omit<ListedToken, 'id'> | Refusal {
    const data = cleaned(raw);
    if ('refused' in data) return data;
    const read = v.safeParse(WISH, data.clean);
    if (!read.success) return refuse('wrongShape');
    const { name, scopes, endsOn } = read.output;
    if (name === '' || scopes.length === 0) return refuse('tokenUnnamed');
    const today = this.#today();
    return endsOn < today || endsOn > daysLater(today, A_YEAR) ? refuse('tokenEndsWrong') : read.output;
  }

  #today(): string {
    return dayOf(this.#world.clock.now());
  }
}

/** Whether a token may ask it at all. */
export function isByToken(type: string): boolean {
  return Object.hasOwn(BY_TOKEN, type);
}

const BY_TOKEN: { readonly [Type in OutcomeAction['type']]: true } = {
  makeOutcome: true,
  changeOutcome: true,
  setStatus: true,
  talkOver: true,
  dropOutcome: true,
  restoreOutcome: true,
  tellTurn: true,
};

export const MOST_TOKENS = 50;
/** So that whoever finds one in a file sees what it is. */
const TOKEN = 'samenspraak_';
const A_YEAR = 365;

function isToken(secret: string): boolean {
  return secret.startsWith(TOKEN) && secret.length < 100;
}

const WISH = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.maxLength(60)),
  scopes: v.pipe(
    v.array(v.picklist(SCOPES)),
    v.maxLength(SCOPES.length),
    v.transform((chosen) => [...new Set(chosen)]),
  ),
  endsOn: v.pipe(v.string(), v.check(isDay)),
}) satisfies v.GenericSchema<unknown, Omit<ListedToken, 'id'>>;
